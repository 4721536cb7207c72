// A network's passages in a page: found without ever holding the page up, and
// led back to from a click. The page itself is not touched.

import { anchoring } from './anchor.js';
import { rangeOf, readText } from './text.js';

/** @import {Options, Passage} from './anchor.js' */

/** How long the page is held up at once, in milliseconds: half a frame. */
const SLICE = 8;

/**
 * The passages that were found, as ranges that follow what the page changes,
 * and why others were not.
 */
export class Found {
  /**
   * @param {Map<string, Range>} ranges
   * @param {Map<string, 'missing'|'ambiguous'>} reasons
   */
  constructor(ranges, reasons) {
    this.ranges = ranges;
    this.reasons = reasons;
  }

  /** The ids of the passages that a place in the page is in. @param {Node} node @param {number} offset */
  at(node, offset) {
    return this.#where((range) => !range.collapsed && range.isPointInRange(node, offset));
  }

  /** The ids of the passages that are shown at a point of the window. @param {number} x @param {number} y */
  under(x, y) {
    return this.#where((range) => [...range.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom));
  }

  /** @param {(range: Range) => boolean} holds */
  #where(holds) {
    return [...this.ranges].filter(([, range]) => holds(range)).map(([id]) => id);
  }
}

/**
 * Finds passages in a container's text. The page is read at once, then searched
 * in slices of a few milliseconds.
 * @param {Element} container
 * @param {Passage[]} passages
 * @param {Options & {signal?: AbortSignal}} [options]
 */
export async function findPassages(container, passages, { signal, ...options } = {}) {
  const text = readText(container);
  const steps = anchoring(text.raw, passages, options);
  let step = steps.next();
  for (let since = performance.now(); !step.done; step = steps.next()) {
    if (performance.now() - since < SLICE) continue;
    await new Promise((resume) => setTimeout(resume));
    signal?.throwIfAborted();
    since = performance.now();
  }
  /** @type {Map<string, Range>} */
  const ranges = new Map();
  /** @type {Map<string, 'missing'|'ambiguous'>} */
  const reasons = new Map();
  for (const [id, anchor] of step.value) {
    const range = typeof anchor === 'string' ? null : rangeOf(text, anchor.from, anchor.to);
    if (range) ranges.set(id, range);
    else reasons.set(id, typeof anchor === 'string' ? anchor : 'missing');
  }
  return new Found(ranges, reasons);
}
