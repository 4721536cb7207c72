// Finds the stretches of a host text that differ from a passage by a few words at most.

import { align } from './align.js';

/** @import {Alignment} from './align.js' */
/** @import {Host} from './host.js' */

/** The most places tried for one passage; with more it is too common. */
const MAX_TRIED = 2_000;
/** The longest passage that is compared, in words. */
const MAX_WORDS = 200;
/** The places tried between two pauses. */
const SLICE = 64;

/**
 * The stretches that differ from the words by at most `changes` words, without overlaps
 * and in the order of the text; null if there are too many places to try.
 *
 * If at most c words differ, one of any c + 1 words of the passage is unchanged, so it
 * is enough to search around the places of its c + 1 rarest words (partition into exact
 * search: Wu and Manber 1992, “Fast text searching allowing errors”, CACM 35, 83–91).
 * @param {Host} host
 * @param {string[]} words
 * @param {number} changes
 * @param {boolean} typos
 * @returns {Generator<void, Alignment[]|null>} with pauses
 */
export function* resembling(host, words, changes, typos) {
  if (words.length > MAX_WORDS) return null;
  const rarest = words.map((word, i) => ({ i, places: host.places(word) }))
    .sort((a, b) => a.places.length - b.places.length || a.i - b.i)
    .slice(0, changes + 1);
  const starts = [...new Set(rarest.flatMap(({ i, places }) => places.map((place) => place - i)))].sort((a, b) => a - b);
  if (starts.length > MAX_TRIED) return null;
  const all = host.split.words;
  /** @type {Alignment[]} */
  const found = [];
  for (const [i, start] of starts.entries()) {
    const alignment = align(words, all, Math.max(0, start - changes), Math.min(all.length, start + words.length + changes), typos);
    if (alignment.changes <= changes) found.push(alignment);
    if (i % SLICE === SLICE - 1) yield;
  }
  found.sort((a, b) => a.changes - b.changes || Number(b.faithful) - Number(a.faithful) || a.first - b.first || a.end - b.end);
  /** @type {Alignment[]} */
  const apart = [];
  for (const one of found) {
    if (!apart.some((other) => one.first < other.end && other.first < one.end)) apart.push(one);
  }
  return apart.sort((a, b) => a.first - b.first);
}
