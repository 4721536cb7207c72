// What is right of the anchors in a mutated article, whose truth is known.

/** @import {anchor} from '../../anchor/anchor.js' */
/** @import {Article, Fate} from './corpus.js' */

/**
 * What is anchored where it must not be, in words; what is anchored at a copy of
 * its very words while its own place has them no more as they were; and of each
 * passage that still stands whether it was found.
 * @param {Article} article
 * @param {ReturnType<typeof anchor>} anchors
 */
export function judge({ seed, raw, passages, truth, copies }, anchors) {
  /** @type {string[]} */
  const falses = [];
  /** @type {string[]} */
  const copied = [];
  /** @type {{fate: Fate, right: boolean}[]} */
  const standing = [];
  for (const { id, exact } of passages) {
    const found = anchors.get(id);
    const true_ = truth.get(id);
    const stands = true_ !== undefined && true_.fate !== 'gone';
    const right = stands && typeof found === 'object' && trimmed(raw, found) === trimmed(raw, true_);
    if (typeof found === 'object' && !right) {
      const text = `article ${seed}, ${id}: “${exact}” is anchored at “${raw.slice(found.from, found.to)}”; ${true_ ? `${true_.fate}: “${raw.slice(true_.from, true_.to)}”` : 'removed'}`;
      const isCopy = found.verbatim && copies.get(id)?.some((copy) => trimmed(raw, copy) === trimmed(raw, found));
      if (!isCopy || stands && ['untouched', 'twin'].includes(true_.fate)) falses.push(text);
      else if (stands) copied.push(text); // and where the passage itself is gone, a copy is its place
    }
    if (stands) standing.push({ fate: true_.fate, right });
  }
  return { falses, copied, standing };
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
