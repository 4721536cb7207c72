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

/** A text as a text area has it: all its lines end alike. @param {string} text */
export const plain = (text) => text.replace(/\r\n?/g, '\n');

/**
 * A text after it was changed in a text area. Lines that were not changed keep their
 * ends, and new ones get the end of the others.
 * @param {string} before
 * @param {string} shown  as the area has it now
 */
export function retyped(before, shown) {
  if (!before.includes('\r')) return shown;
  const edit = between(plain(before), shown);
  if (!edit) return before;
  const end = before.includes('\r\n') ? '\r\n' : '\r';
  return before.slice(0, placeIn(before, edit.from)) + edit.text.replaceAll('\n', end) + before.slice(placeIn(before, edit.to));
}

/** Where a place in the plain text is in the text. @param {string} text @param {number} at */
function placeIn(text, at) {
  let place = 0;
  for (let i = 0; i < at; i++) place += text.startsWith('\r\n', place) ? 2 : 1;
  return place;
}

/** @param {string} text @param {number} at */
const isHigh = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
/** @param {string} text @param {number} at */
const isLow = (text, at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
