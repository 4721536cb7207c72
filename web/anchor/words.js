// The words of folded text, and the mild differences between two words, which do not
// change the meaning of a passage.

import { CONFUSABLE } from './confusable.js';

/**
 * The words of a folded text in order, as they are compared, and their offsets [from,
 * to). Both words of a contraction have its offsets.
 * @typedef {object} Words
 * @property {string[]} words
 * @property {number[]} from
 * @property {number[]} to
 */

// A word with its inner apostrophes and periods (Iran's, U.S, 3,000); a minus or period
// before a digit; any other symbol by itself, such as $ % ?. Quotes, brackets, commas
// and the like are not compared. In a script without spaces each character is a word.
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々〆ー]';
const LETTERS = `(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}])+`;
const WORD = new RegExp(`${UNSPACED}\\p{M}*|${LETTERS}(?:['.]${LETTERS}|[,:/](?=\\p{N})${LETTERS})*|[-.](?=\\p{N})|[^\\s'",;:.()[\\]-]`, 'gu');
const SLICE = 4_096; // words between two pauses

const UNSPACED_CHAR = new RegExp(UNSPACED, 'u');
const UNSPACED_CHARS = new RegExp(UNSPACED, 'gu');
/** The number of letters of other scripts that a character of a script without spaces counts for. */
const DENSE = 3;

/** Reports whether a character is of a script without spaces between words. @param {string} char */
export const isUnspaced = (char) => UNSPACED_CHAR.test(char);

/** The length of a folded text, in letters of a script with spaces. @param {string} text */
export const weight = (text) => text.length + (DENSE - 1) * (text.match(UNSPACED_CHARS)?.length ?? 0);

const STEMS = new Map([['ca', 'can'], ['wo', 'will'], ['sha', 'shall']]);

/**
 * Splits a folded text into words, with a pause after each slice.
 * @param {string} text
 * @returns {Generator<void, Words>}
 */
export function* splitting(text) {
  /** @type {Words} */
  const split = { words: [], from: [], to: [] };
  let pause = SLICE;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const contraction = /^(\p{L}+)n't$/u.exec(word) ?? /^(can)not$/.exec(word);
    for (const part of contraction ? [STEMS.get(contraction[1]) ?? contraction[1], 'not'] : [word]) {
      split.words.push(part);
      split.from.push(index);
      split.to.push(index + word.length);
    }
    if (split.words.length >= pause) {
      pause += SLICE;
      yield;
    }
  }
  return split;
}

/**
 * Reports whether a word is optional: “the”, except in a quantity (“most ships”, “the
 * most ships”).
 * @param {string} word
 * @param {string|undefined} next the word after it
 */
export const isLight = (word, next) => word.toLowerCase() === 'the' && !/^(most|more|least|less|few|fewer|little|\P{L}.*)$/u.test(next ?? '');

/**
 * Reports whether two English words differ by a typing error inside a longer lower-case
 * word: two letters swapped, a letter doubled or not, a letter missing. A replaced
 * letter does not count, since too many words differ by that (“trained”, “trailed”),
 * nor does an error that makes another word.
 * @param {string} a
 * @param {string} b
 */
export function isTypo(a, b) {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false; // true of most pairs
  if (!/^[a-z]{6,}$/.test(a) || !/^[a-z]{6,}$/.test(b)) return false;
  if (CONFUSABLE.has(a) && CONFUSABLE.has(b)) return false;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.slice(0, 2) !== short.slice(0, 2) || long.slice(-2) !== short.slice(-2)) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  if (long.length === short.length) {
    return long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
  }
  if (long.length !== short.length + 1 || long.slice(at + 1) !== short.slice(at)) return false;
  return long.length >= (long[at] === long[at - 1] ? 8 : 10);
}

const NEGATIONS = new Set(['not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'without', 'hardly', 'barely',
  'deny', 'denies', 'denied', 'denying', 'false', 'falsely', 'untrue', 'wrong', 'wrongly', 'unlikely']);

/** Reports whether a word negates its neighbors. @param {string} word */
export const isNegation = (word) => NEGATIONS.has(word.toLowerCase());
