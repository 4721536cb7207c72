// What is right of the anchors in a mutated article, whose truth is known.

/** @import {anchor} from './anchor.js' */
/** @import {Article, Fate} from './corpus.js' */

/**
 * What is anchored where it must not be, in words, and of each passage that still
 * stands whether it was found.
 * @param {Article} article
 * @param {ReturnType<typeof anchor>} anchors
 */
export function judge({ seed, raw, passages, truth, copies }, anchors) {
  /** @type {string[]} */
  const falses = [];
  /** @type {{fate: Fate, right: boolean}[]} */
  const standing = [];
  for (const { id, exact } of passages) {
    const found = anchors.get(id);
    const true_ = truth.get(id);
    const stands = true_ !== undefined && true_.fate !== 'gone';
    const right = stands && typeof found === 'object' && trimmed(raw, found) === trimmed(raw, true_);
    // Where the passage itself is gone, or has its words no more as they were, a copy
    // of its very words is its place.
    const copied = !(stands && ['untouched', 'twin'].includes(true_.fate)) && typeof found === 'object' && found.verbatim &&
      copies.get(id)?.some((copy) => trimmed(raw, copy) === trimmed(raw, found));
    if (typeof found === 'object' && !right && !copied) {
      falses.push(`article ${seed}, ${id}: “${exact}” is anchored at “${raw.slice(found.from, found.to)}”; ${true_ ? `${true_.fate}: “${raw.slice(true_.from, true_.to)}”` : 'removed'}`);
    }
    if (stands) standing.push({ fate: true_.fate, right });
  }
  return { falses, standing };
}

/**
 * A place without punctuation at its ends, as a word that can be compared.
 * @param {string} raw
 * @param {{from: number, to: number}} place
 */
function trimmed(raw, { from, to }) {
  while (from < to && /[^\p{L}\p{N}]/u.test(raw[from])) from++;
  while (from < to && /[^\p{L}\p{N}\p{M}]/u.test(raw[to - 1])) to--;
  return `${from}-${to}`;
}
