// Compares the anchors in a mutated article with the expected results.

/** @import {anchor} from '../../anchor/anchor.js' */
/** @import {Article, Outcome} from './corpus.js' */

/**
 * Returns the false anchors as messages; the passages anchored at a copy of their words
 * after their own place changed; and whether each remaining passage was found.
 * @param {Article} article
 * @param {ReturnType<typeof anchor>} anchors
 */
export function judge({ seed, raw, passages, truth, copies }, anchors) {
  /** @type {string[]} */
  const falses = [];
  /** @type {string[]} */
  const copied = [];
  /** @type {{outcome: Outcome, right: boolean}[]} */
  const present = [];
  for (const { id, exact } of passages) {
    const found = anchors.get(id);
    const true_ = truth.get(id);
    const exists = true_ !== undefined && true_.outcome !== 'gone';
    const right = exists && typeof found === 'object' && trimmed(raw, found) === trimmed(raw, true_);
    if (typeof found === 'object' && !right) {
      const text = `article ${seed}, ${id}: “${exact}” is anchored at “${raw.slice(found.from, found.to)}”; ${true_ ? `${true_.outcome}: “${raw.slice(true_.from, true_.to)}”` : 'removed'}`;
      const isCopy = found.verbatim && copies.get(id)?.some((copy) => trimmed(raw, copy) === trimmed(raw, found));
      if (!isCopy || exists && ['untouched', 'repeated'].includes(true_.outcome)) falses.push(text);
      else if (exists) copied.push(text); // if the passage itself is gone, a copy counts as its place
    }
    if (exists) present.push({ outcome: true_.outcome, right });
  }
  return { falses, copied, present };
}

/**
 * A place without punctuation at its ends, as a string to compare.
 * @param {string} raw
 * @param {{from: number, to: number}} place
 */
function trimmed(raw, { from, to }) {
  while (from < to && /[^\p{L}\p{N}]/u.test(raw[from])) from++;
  while (from < to && /[^\p{L}\p{N}\p{M}]/u.test(raw[to - 1])) to--;
  return `${from}-${to}`;
}
