// Splits a text into words, in any language, and finds words in it.

/** A stretch [from, to) of a text. @typedef {{from: number, to: number}} Span */

/** @type {Map<string, Intl.Segmenter>} */
const segmenters = new Map();

/** The words of a text in order. @param {string} text @param {string} lang @returns {Span[]} */
export function spansOf(text, lang) {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, segmenter = new Intl.Segmenter(lang || 'en', { granularity: 'word' }));
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/** Characters that are usually typed differently than in articles. @type {[RegExp, string][]} */
const PLAIN = [[/[“”„«»]/g, '"'], [/[‘’‚]/g, "'"], [/[–—‑]/g, '-'], [/\u00a0/g, ' '], [/ي/g, 'ی'], [/ك/g, 'ک'], [/\u200c/g, ' ']];

/** A text of the same length with these characters replaced by the typed ones. @param {string} text */
export function plain(text) {
  let out = '';
  for (const unit of text.split('')) {
    const lower = unit.toLowerCase();
    out += lower.length === 1 ? lower : unit;
  }
  return PLAIN.reduce((out, [signs, sign]) => out.replace(signs, sign), out);
}

/**
 * The next occurrence of typed words from a place on, wrapping around.
 * @param {string[]} paragraphs
 * @param {string} typed
 * @param {{paragraph: number, offset: number}} [after]  paragraphs counted from 1
 * @returns {{paragraph: number, from: number, to: number}|null}
 */
export function find(paragraphs, typed, after = { paragraph: 1, offset: 0 }) {
  const query = plain(typed.trim());
  if (query === '') return null;
  for (let i = 0; i <= paragraphs.length; i++) {
    const n = (after.paragraph - 1 + i) % paragraphs.length;
    const from = plain(paragraphs[n]).indexOf(query, i === 0 ? after.offset : 0);
    if (from >= 0) return { paragraph: n + 1, from, to: from + query.length };
  }
  return null;
}

/** Whether the typed text is at the start of a word of a name. @param {string} name @param {string} typed */
export function matches(name, typed) {
  const [has, query] = [fold(name), fold(typed)];
  return query === '' || has.startsWith(query) || has.includes(` ${query}`);
}

/** Letters without case and accents. @param {string} text */
export const fold = (text) => plain(text.normalize('NFD').replace(/\p{M}/gu, '')).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
