import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { BREAK, fold, LINE, run } from './fold.js';
import { lettersOf } from './letters.js';

/** The cases that the tests of network/fold in Go run too. @type {{name: string, raw: string, folded: string, letters: string}[]} */
const cases = JSON.parse(readFileSync('network/fold/testdata/cases.json', 'utf8'));
for (const { name, raw, folded, letters } of cases) {
  test(`fold: ${name}`, () => {
    const all = fold(raw);
    assert.equal(all.text, folded);
    assert.deepEqual([all.from.length, all.to.length, all.breaks, all.lines], [folded.length, folded.length, [], []]);
    assert.equal(run(lettersOf(all)).text, letters);
  });
}

test('fold: a line break is a space in lines', () => {
  const { text, breaks, lines } = fold(`a${LINE}b`);
  assert.deepEqual([text, breaks, lines], ['a b', [], [1]]);
});

test('letters: fingerprints are those of network/fold', () => {
  for (const [text, length, hash] of /** @type {[string, number, number][]} */ ([['', 0, 0], ['a', 1, 97 * 2 ** 26 + 97], ['The “Quds” Force’s men.', 17, 1149891841618892], ['他们什么都不欠。😀', 10, 1230405939578425]])) {
    const letters = run(lettersOf(fold(text)));
    assert.deepEqual([letters.text.length, letters.hash(0, letters.text.length)], [length, hash], text);
  }
});

test('letters: every stretch and every join has the hash of its own letters', () => {
  const text = '“We lend them 3,000 crowns,” said Ida. 他们什么都不欠。';
  const letters = run(lettersOf(fold(text)));
  const of = (/** @type {string} */ own) => run(lettersOf(fold(own))).hash(0, own.length);
  for (let from = 0; from < letters.text.length; from++) {
    for (let to = from + 1; to <= letters.text.length; to++) {
      const own = letters.text.slice(from, to);
      if (!/^[\p{L}\d]*$/u.test(own)) continue; // punctuation at an end is not a letter
      assert.equal(letters.hash(from, to), of(own));
      assert.ok(letters.has(from, to - from, of(own)));
      assert.equal(letters.join([[from, from + 1], [from + 1, to]]), of(own));
    }
  }
});

/** @type {[string, string, string, string][]} */
const places = [
  ['a soft hyphen inside', 'the mili\u00adtia won', 'militia', 'mili\u00adtia'],
  ['a soft hyphen after it is left out', 'militia\u00ad won', 'militia', 'militia'],
  ['part of a ligature', 'an oﬃce', 'off', 'oﬃ'],
  ['a mark', 'a cafe\u0301, b', 'café', 'cafe\u0301'],
  ['an emoji before it', '😀  Hamas', 'Hamas', 'Hamas'],
  ['a dash', 'a  --  b', '-', '--'],
  ['an ellipsis', 'a… b', '...', '…'],
];
for (const [name, raw, part, want] of places) {
  test(`fold: back from ${name}`, () => {
    const { text, from, to } = fold(raw);
    const at = text.indexOf(part);
    assert.equal(raw.slice(from[at], to[at + part.length - 1]), want);
  });
}

test('fold: blocks are separated by a space in breaks', () => {
  const { text, breaks } = fold(`${BREAK}a${BREAK} ${BREAK}b c${LINE}${LINE}— d${BREAK}`);
  assert.equal(text, 'a b c - d'.replace('- ', '-'));
  assert.deepEqual(breaks, [1, 5]);
});
