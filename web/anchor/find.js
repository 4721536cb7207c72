// Finds the passages of a network in a page, in slices that do not block it, and the
// passages at a click. The page itself is not changed.

import { anchoring } from './anchor.js';
import { piecesOf, rangeOf, readings } from './text.js';

/** @import {Anchors, Options, Passage} from './anchor.js' */

/** The longest slice in milliseconds: half a frame. */
const SLICE = 8;

/**
 * The passages found, as live ranges; the reasons for those not found; and the passages
 * whose paragraph has changed.
 */
export class Found {
  /**
   * @param {Map<string, Range>} ranges
   * @param {Map<string, 'missing'|'ambiguous'>} reasons
   * @param {Set<string>} changed
   */
  constructor(ranges, reasons, changed) {
    this.ranges = ranges;
    this.reasons = reasons;
    this.changed = changed;
  }

  /** The ids of the passages at a position in the page. @param {Node} node @param {number} offset */
  at(node, offset) {
    return this.#where((range) => !range.collapsed && range.isPointInRange(node, offset));
  }

  /** The ids of the passages at a point of the window. @param {number} x @param {number} y */
  under(x, y) {
    return this.#where((range) => [...range.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom));
  }

  /** @param {(range: Range) => boolean} holds */
  #where(holds) {
    return [...this.ranges].filter(([, range]) => holds(range)).map(([id]) => id);
  }
}

/** Finds passages in a container's text, again each time the text has changed. */
export class Finder {
  #raw = /** @type {string|null} */ (null);
  #anchors = /** @type {Anchors|null} */ (null);

  /**
   * @param {Element} container
   * @param {Passage[]} passages
   * @param {Options} [options]
   */
  constructor(container, passages, options = {}) {
    this.container = container;
    this.passages = passages;
    this.options = options;
  }

  /**
   * Finds the passages. The page is read in one step and then searched in slices,
   * unless its text has not changed since the last search.
   * @param {AbortSignal} [signal]
   */
  async find(signal) {
    const pieces = piecesOf(this.container);
    const { list: texts, usual } = readings(pieces);
    const raw = texts.length + pieces.map(({ text, kind }) => kind + text).join('\0');
    if (raw !== this.#raw || !this.#anchors) {
      this.#anchors = await inSlices(anchoring(texts.map((text) => () => text().raw), this.passages, { ...this.options, usual }), signal);
      this.#raw = raw;
    }
    /** @type {Map<string, Range>} */
    const ranges = new Map();
    /** @type {Map<string, 'missing'|'ambiguous'>} */
    const reasons = new Map();
    for (const [id, anchor] of this.#anchors.anchors) {
      const range = typeof anchor === 'string' ? null : rangeOf(texts[anchor.reading](), anchor.from, anchor.to);
      if (range) ranges.set(id, range);
      else reasons.set(id, typeof anchor === 'string' ? anchor : 'missing');
    }
    return new Found(ranges, reasons, this.#anchors.changed);
  }
}

/**
 * Finds passages in a container's text, once.
 * @param {Element} container
 * @param {Passage[]} passages
 * @param {Options & {signal?: AbortSignal}} [options]
 */
export const findPassages = (container, passages, { signal, ...options } = {}) => new Finder(container, passages, options).find(signal);

/**
 * Runs a generator in slices.
 * @template T
 * @param {Generator<void, T>} steps
 * @param {AbortSignal} [signal]
 */
async function inSlices(steps, signal) {
  let step = steps.next();
  for (let since = performance.now(); !step.done; step = steps.next()) {
    if (performance.now() - since < SLICE) continue;
    await new Promise((resume) => setTimeout(resume));
    signal?.throwIfAborted();
    since = performance.now();
  }
  return step.value;
}
