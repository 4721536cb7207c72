// The quote matcher: a mutated article has no false anchors, and in any text a match is
// inside the text, and has the quote's own words if it is marked as exact.

import assert from 'node:assert/strict';
import { anchor } from '../../anchor/anchor.js';
import { articleFrom } from '../anchor/corpus.js';
import { fold } from '../../anchor/fold.js';
import { judge } from '../anchor/judge.js';

/** @import {Random} from './fuzz.js' */

const BITS = ['its', 'arms', 'the', 'most', 'not', 'said', 'of', 'Iran', '1,000', '1.000', ' ', ' ', ' ', '.', ',', '“', '”', '"', '’', "'", '…', '—', '-', '\u00ad', '\u200b', '\u2028', '\u2029', '\n', '\t',
  '\u0301', 'é', 'e\u0301', 'ﬁ', 'Ａ', 'ي', 'ی', '\u202e', '\ud83d', '\ude00', '😀', '\0', '\\', '(', '[', '*', '$'];

/** The folded letters and digits of a text. @param {string} text */
const letters = (text) => fold(text).text.replace(/[^\p{L}\p{N}]/gu, '');

/** @param {Random} random */
export function fuzzAnchor({ any, below, list }) {
  if (below(4) === 0) {
    const article = articleFrom(1000 + below(2 ** 30));
    assert.deepEqual(judge(article, anchor(article.raw, article.passages, { languages: ['en'] })).falses, []);
    return;
  }
  const text = (/** @type {number} */ most) => list(most, () => any(BITS)).join('');
  const raw = text(60);
  const passages = list(6, (i) => {
    const from = below(raw.length + 1);
    const exact = below(3) ? raw.slice(from, from + below(30)) : text(8);
    return { id: `p${i}`, exact, prefix: text(3), suffix: text(3), paragraph: below(3), position: { start: below(100) } };
  });
  for (const [id, found] of anchor(raw, passages, { languages: [any(['', 'en', 'fa'])] })) {
    if (typeof found === 'string') continue;
    assert.ok(0 <= found.from && found.from < found.to && found.to <= raw.length, `${id} of ${JSON.stringify({ raw, passages })}`);
    const { exact } = /** @type {{exact: string}} */ (passages.find((passage) => passage.id === id));
    if (found.verbatim) assert.equal(letters(raw.slice(found.from, found.to)), letters(exact), JSON.stringify({ raw, passages }));
  }
}
