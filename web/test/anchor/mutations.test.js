// Anchoring in thousands of articles that were changed after the network was made, and
// in the unchanged ones.

import assert from 'node:assert/strict';
import test from 'node:test';
import { anchor } from '../../anchor/anchor.js';
import { BREAK, fold } from '../../anchor/fold.js';
import { ARTICLES, readBook, readMarked } from './marked.js';
import { mutatedFrom } from './mutations.js';
import { SETTINGS } from './typeset.js';

/** @import {Outcome} from './mutations.js' */

const COUNT = Number(process.env.MUTATIONS ?? 3000);
const FROM = Number(process.env.MUTATIONS_FROM ?? 1);

test(`anchor: ${COUNT} changed articles have no false anchor`, (t) => {
  /** @type {string[]} */
  const falses = [];
  /** @type {Map<Outcome, {right: number, all: number}>} */
  const tallies = new Map();
  let longest = 0;
  for (let seed = FROM; seed < FROM + COUNT; seed++) {
    const { name, raw, done, book, truth } = mutatedFrom(seed);
    const since = performance.now();
    const anchors = anchor(raw, book.passages, { languages: book.languages });
    longest = Math.max(longest, performance.now() - since);
    for (const { id, exact } of book.passages) {
      const found = anchors.get(id);
      const own = truth.get(id) ?? { outcome: /** @type {Outcome} */ ('gone'), from: -1, to: -1 };
      const isRight = typeof found === 'object' && trimmed(raw, found) === trimmed(raw, own);
      if (typeof found === 'object' && (!isRight || own.outcome === 'gone')) {
        falses.push(`${name} (${done}): ${id}, “${exact}”, is anchored in “${raw.slice(Math.max(0, found.from - 40), found.from)}[${raw.slice(found.from, found.to)}]${raw.slice(found.to, found.to + 40)}”; it is ${own.outcome}`);
      }
      const tally = tallies.get(own.outcome) ?? { right: 0, all: 0 };
      tallies.set(own.outcome, tally);
      tally.all++;
      if (isRight) tally.right++;
    }
  }
  for (const [outcome, { right, all }] of tallies) if (outcome !== 'gone') t.diagnostic(`${outcome}: ${right} of ${all} found (${(100 * right / all).toFixed(1)} %)`);
  const still = ['kept', 'mild'].map((outcome) => tallies.get(/** @type {Outcome} */ (outcome)) ?? { right: 0, all: 0 });
  const recall = (still[0].right + still[1].right) / (still[0].all + still[1].all);
  t.diagnostic(`changed articles: ${COUNT}; false anchors: ${falses.length}; recall ${(100 * recall).toFixed(1)} %; the longest took ${longest.toFixed(0)} ms`);
  assert.deepEqual(falses.slice(0, 10), []);
  assert.ok(recall >= 0.9, `recall ${recall}`);
});

test('anchor: unchanged articles have all anchors, in every typesetting', (t) => {
  let all = 0;
  for (const name of ARTICLES) {
    const { paragraphs, between } = readMarked(name);
    const { passages, languages } = readBook(name);
    for (const set of SETTINGS) {
      // The start of each passage: the number of letters before it.
      let raw = '';
      const begins = new Map();
      for (const [i, block] of paragraphs.entries()) {
        if (i > 0) raw += BREAK;
        raw += block.map((parts) => set(parts.map(({ text }) => text).join(''))).join(between);
      }
      let letters = 0;
      for (const { id, text } of paragraphs.flat(2)) {
        if (id) begins.set(id, letters);
        letters += bare(text).length;
      }
      const anchors = anchor(raw, passages, { languages });
      for (const { id, exact } of passages) {
        all++;
        const found = anchors.get(id);
        assert.ok(found && typeof found === 'object', `${name}, ${id}: ${JSON.stringify(found)} in ${raw}`);
        assert.deepEqual([bare(raw.slice(0, found.from)).length, bare(raw.slice(found.from, found.to))], [begins.get(id), bare(exact)], `${name}, ${id} in ${raw}`);
      }
    }
  }
  t.diagnostic(`unchanged articles: ${all} of ${all} passages in the right place (100 %); in hostile markup: make test-browser`);
});

/** The letters of a text in a normal form. @param {string} text */
const bare = (text) => fold(text).text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/**
 * A place without punctuation at its ends.
 * @param {string} raw
 * @param {{from: number, to: number}} place
 */
function trimmed(raw, { from, to }) {
  while (from < to && /[^\p{L}\p{N}]/u.test(raw[from])) from++;
  while (from < to && /[^\p{L}\p{N}\p{M}]/u.test(raw[to - 1])) to--;
  return `${from}-${to}`;
}
