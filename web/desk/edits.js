// Changes of a text, and their inverses. Offsets count UTF-16 code units.

/** Puts text in place of [from, to). @typedef {{from: number, to: number, text: string}} Edit */

/**
 * Applies changes, whose offsets refer to the original text. They may be in any order
 * and must not overlap. The inverse undoes all of them.
 * @param {string} text
 * @param {readonly Edit[]} edits
 * @returns {{text: string, inverse: Edit[]}}
 */
export function apply(text, edits) {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  /** @type {Edit[]} */
  const inverse = [];
  let out = '';
  let at = 0;
  for (const { from, to, text: put } of sorted) {
    if (from < at || to < from || to > text.length) throw new RangeError(`the change of [${from}, ${to}) doesn't fit a text of ${text.length}`);
    out += text.slice(at, from);
    inverse.push({ from: out.length, to: out.length + put.length, text: text.slice(from, to) });
    out += put;
    at = to;
  }
  return { text: out + text.slice(at), inverse };
}

/**
 * The single change that turns one text into another, between their common beginning
 * and end. Null if they are equal.
 * @param {string} before
 * @param {string} after
 * @returns {Edit|null}
 */
export function between(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  if (from > 0 && isHigh(before, from - 1)) from--;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (end > 0 && isHigh(before, before.length - end - 1) && isLow(before, before.length - end)) end--;
  return { from, to: before.length - end, text: after.slice(from, after.length - end) };
}

/** @param {string} text @param {number} at */
const isHigh = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
/** @param {string} text @param {number} at */
const isLow = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
