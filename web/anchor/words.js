// The words of folded text, and the few differences between two words that
// leave a passage what it says.

import { CONFUSABLE } from './confusable.js';

/**
 * The words of a folded text, in order: each as it is compared, and where it
 * stands in the folded text. Both words of a contraction stand where it does.
 * @typedef {object} Words
 * @property {string[]} words
 * @property {number[]} from
 * @property {number[]} to
 */

// A word with its inner apostrophes and points (Iran's, U.S, 3,000); a minus or
// point before a digit; any other sign by itself, such as $ % ?. Quotes,
// brackets, commas and the like are not compared.
// Of a script without spaces each character is a word.
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}々〆ー]';
const LETTERS = `(?:(?!${UNSPACED})[\\p{L}\\p{M}\\p{N}])+`;
const WORD = new RegExp(`${UNSPACED}\\p{M}*|${LETTERS}(?:['.]${LETTERS}|[,:/](?=\\p{N})${LETTERS})*|[-.](?=\\p{N})|[^\\s'",;:.()[\\]-]`, 'gu');
const SLICE = 4_096; // words between two pauses

const UNSPACED_CHAR = new RegExp(UNSPACED, 'u');
const UNSPACED_CHARS = new RegExp(UNSPACED, 'gu');
/** How many letters of other scripts say as much as a character of one without spaces. */
const DENSE = 3;

/** Whether a character is of a script without spaces between words. @param {string} char */
export const isUnspaced = (char) => UNSPACED_CHAR.test(char);

/** How much a folded text says, in letters of a script with spaces. @param {string} text */
export const weight = (text) => text.length + (DENSE - 1) * (text.match(UNSPACED_CHARS)?.length ?? 0);

const STEMS = new Map([['ca', 'can'], ['wo', 'will'], ['sha', 'shall']]);

/**
 * Takes a folded text apart, with a pause after each slice.
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
 * Whether a word may be there or not: “the”, except where it makes a quantity
 * (“most ships”, “the most ships”).
 * @param {string} word
 * @param {string|undefined} next the word after it
 */
export const isLight = (word, next) => word.toLowerCase() === 'the' && !/^(most|more|least|less|few|fewer|little|\P{L}.*)$/u.test(next ?? '');

/**
 * Whether one of two English words is the other with a slip of the keys. It
 * is a slip inside a longer lower-case word: two letters swapped, one doubled
 * or not, one missing. A letter in place of another is none: too many words
 * differ by that (“trained”, “trailed”). Nor is what makes another word.
 * @param {string} a
 * @param {string} b
 */
export function isTypo(a, b) {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false; // most pairs
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

const DENIALS = new Set(['not', 'no', 'never', 'none', 'nobody', 'nothing', 'neither', 'nor', 'without', 'hardly', 'barely',
  'deny', 'denies', 'denied', 'denying', 'false', 'falsely', 'untrue', 'wrong', 'wrongly', 'unlikely']);

/** Whether a word turns what stands beside it into its contrary. @param {string} word */
export const isDenial = (word) => DENIALS.has(word.toLowerCase());
