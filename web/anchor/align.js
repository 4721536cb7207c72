// Aligns a passage's words with a stretch of the host's words.

import { isLight, isTypo } from './words.js';

/**
 * The alignment of a passage with the words [first, end): the number of differing words,
 * and whether all differences are mild (`faithful`).
 * @typedef {{first: number, end: number, changes: number, faithful: boolean}} Alignment
 */

// A difference that changes the meaning costs more than a mild one, so that an
// alignment with mild differences only is preferred.
const MILD = 2;
const SEVERE = 3;

/**
 * The best alignment of all the passage's words with some of the host's: the
 * edit distance over words, free at both ends of the host's (Sellers 1980, “The
 * theory and computation of evolutionary distances”, J. Algorithms 1, 359–373).
 * @param {string[]} words  of the passage
 * @param {string[]} host
 * @param {number} low   beginning of the stretch of the host's words
 * @param {number} high  end of the stretch, exclusive
 * @param {boolean} typos  whether a typing error is a mild difference
 * @returns {Alignment}
 */
export function align(words, host, low, high, typos) {
  const width = high - low + 1;
  // A “the” at an end is not dropped; otherwise a word beside it could be skipped.
  const dropOwn = (/** @type {number} */ i) => (i === 0 || i === words.length - 1 ? SEVERE : dropCost(words, i));
  const cost = new Uint16Array((words.length + 1) * width);
  for (let i = 1; i <= words.length; i++) {
    const row = i * width;
    const drop = dropOwn(i - 1);
    cost[row] = cost[row - width] + drop;
    for (let j = 1; j < width; j++) {
      cost[row + j] = Math.min(
        cost[row - width + j - 1] + swapCost(words[i - 1], host[low + j - 1], typos),
        cost[row - width + j] + drop,
        cost[row + j - 1] + dropCost(host, low + j - 1),
      );
    }
  }

  // Traces back from the cheapest end; a pair of words is preferred to a dropped one.
  let i = words.length;
  let end = 0;
  for (let j = 1; j < width; j++) if (cost[i * width + j] < cost[i * width + end]) end = j;
  let j = end;
  let changes = 0;
  let faithful = true;
  while (i > 0) {
    const here = cost[i * width + j];
    const swap = j > 0 ? swapCost(words[i - 1], host[low + j - 1], typos) : Infinity;
    const drop = dropOwn(i - 1);
    let paid = drop;
    if (j > 0 && here === cost[(i - 1) * width + j - 1] + swap) {
      paid = swap;
      i--;
      j--;
    } else if (here === cost[(i - 1) * width + j] + drop) {
      i--;
    } else {
      paid = dropCost(host, low + j - 1);
      j--;
    }
    if (paid > 0) changes++;
    if (paid === SEVERE) faithful = false;
  }
  return { first: low + j, end: low + end, changes, faithful };
}

/** @param {string[]} words @param {number} at */
const dropCost = (words, at) => (isLight(words[at], words[at + 1]) ? MILD : SEVERE);

/** @param {string} a @param {string} b @param {boolean} typos */
function swapCost(a, b, typos) {
  if (a === b) return 0;
  if (a.length === 3 && b.length === 3 && a.toLowerCase() === 'the' && b.toLowerCase() === 'the') return MILD;
  return typos && isTypo(a, b) ? MILD : SEVERE;
}
