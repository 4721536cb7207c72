// A host text made ready to be searched for passages: folded, taken apart into
// words, with an index of the words and of the blocks.

import { folding } from './fold.js';
import { splitting } from './words.js';

/** @import {Folded} from './fold.js' */
/** @import {Words} from './words.js' */

/** Words indexed between two pauses. */
const SLICE = 16_384;

const NONE = /** @type {number[]} */ ([]);
const LETTER = /[\p{L}\p{M}\p{N}]/u;

export class Host {
  /**
   * @param {Folded} folded
   * @param {Words} split
   * @param {Map<string, number[]>} index
   */
  constructor(folded, split, index) {
    this.folded = folded;
    this.split = split;
    this.index = index;
  }

  /** Makes a raw text ready, with pauses. @param {string} raw @returns {Generator<void, Host>} */
  static* preparing(raw) {
    const folded = yield* folding(raw);
    const split = yield* splitting(folded.text);
    /** @type {Map<string, number[]>} */
    const index = new Map();
    for (const [i, word] of split.words.entries()) {
      const places = index.get(word);
      if (places) places.push(i);
      else index.set(word, [i]);
      if (i % SLICE === SLICE - 1) yield;
    }
    return new Host(folded, split, index);
  }

  /** Which of the host's words are this one, in order. @param {string} word */
  places(word) {
    return this.index.get(word) ?? NONE;
  }

  /** Which block a folded offset is in, counted from 0. @param {number} at */
  block(at) {
    return countTo(this.folded.breaks, at);
  }

  /** The first word that begins at a folded offset or after it. @param {number} at */
  wordAt(at) {
    return countTo(this.split.from, at - 1);
  }

  /**
   * Where a folded quote stands verbatim, as folded offsets; at most `limit`
   * places. It stands only as whole words and numbers: “arms” is not in
   * “harms”, “can” not in “can't”, “000” not in “3,000”.
   * @param {string} quote
   * @param {number} limit
   */
  verbatim(quote, limit) {
    const { text } = this.folded;
    const places = [];
    for (let at = text.indexOf(quote); at >= 0 && places.length < limit; at = text.indexOf(quote, at + 1)) {
      if (isEdge(text, at) && isEdge(text, at + quote.length)) places.push(at);
    }
    return places;
  }
}

/** Whether no word and no number is cut here. @param {string} text @param {number} at */
function isEdge(text, at) {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  if (LETTER.test(before.slice(-1)) && LETTER.test(after[0] ?? '')) return false;
  if (/\d[.,:/]$/.test(before) && /^\d/.test(after)) return false;
  if (/\d$/.test(before) && /^[.,:/]\d/.test(after)) return false;
  return !(/n$/.test(before) && after === "'t");
}

/** How many of ascending numbers are at most `at`. @param {number[]} numbers @param {number} at */
function countTo(numbers, at) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
