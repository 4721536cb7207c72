import assert from 'node:assert/strict';
import test from 'node:test';
import { BREAK, fold, LINE } from './fold.js';

/** @type {[string, string, string][]} */
const folds = [
  ['case stays', 'Quds FORCE', 'Quds FORCE'],
  ['accents stay', 'Café', 'Café'],
  ['curly quotes', '“Iran’s” «x» ‹y›', '"Iran\'s" "x" \'y\''],
  ['dashes and the spaces around them', 'task—using – a‑b--c — d', 'task-using-a-b-c-d'],
  ['an ellipsis', 'and…', 'and...'],
  ['white space', ' a\u00a0 b\n\t\u2009c ', 'a b c'],
  ['soft hyphens, joiners and zero widths', 'mili\u00adtia می\u200cخواهم a\u200bb\ufeff', 'militia میخواهم ab'],
  ['ligatures', 'oﬃce ﬂag', 'office flag'],
  ['letters that are no ligatures', 'æther ß ½ 10²', 'æther ß ½ 10²'],
  ['marks composed', 'Cafe\u0301 a\u0308b', 'Café äb'],
  ['jamo composed', '\u1112\u1161\u11ab', '한'],
  ['a selector of a form', '☺\ufe0f', '☺'],
  ['one line break', `a${LINE}b`, 'a b'],
  ['nothing', ' \u00ad ', ''],
];
for (const [name, raw, want] of folds) {
  test(`fold: ${name}`, () => {
    const { text, from, to, breaks } = fold(raw);
    assert.equal(text, want);
    assert.deepEqual([from.length, to.length, breaks], [text.length, text.length, []]);
  });
}

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

test('fold: blocks are parted by a space that is told', () => {
  const { text, breaks } = fold(`${BREAK}a${BREAK} ${BREAK}b c${LINE}${LINE}— d${BREAK}`);
  assert.equal(text, 'a b c - d'.replace('- ', '-'));
  assert.deepEqual(breaks, [1, 5]);
});
