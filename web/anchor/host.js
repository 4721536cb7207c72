// A host text prepared for the search: folded, with its letters and an index of its
// words.

import { folding } from './fold.js';
import { lettersOf } from './letters.js';
import { isUnspaced, splitting } from './words.js';

/** @import {Folded} from './fold.js' */
/** @import {Letters} from './letters.js' */
/** @import {Words} from './words.js' */

/** The words indexed between two pauses. */
const SLICE = 16_384;

const NONE = /** @type {number[]} */ ([]);
const LETTER = /[\p{L}\p{M}\p{N}]/u;
/** The characters that may enclose a sentence. */
const WRAPPING = new Set(' "\'()[]»«›‹「」『』');
const TERMINAL = new Set('.?!。！？؟');

export class Host {
  /** @type {Words} */
  split = { words: [], from: [], to: [] };
  /** @type {Map<string, number[]>|null} */
  #index = null;
  /** The offsets between blocks and between lines. @type {Set<number>} */
  #breaks;

  /**
   * @param {Folded} folded
   * @param {Letters} letters
   */
  constructor(folded, letters) {
    this.folded = folded;
    this.letters = letters;
    this.#breaks = new Set([...folded.breaks, ...folded.lines]);
  }

  /** Prepares a raw text, with pauses. Its words are available after `index`. @param {string} raw @returns {Generator<void, Host>} */
  static* preparing(raw) {
    const folded = yield* folding(raw);
    return new Host(folded, yield* lettersOf(folded));
  }

  /** Splits the text into words and indexes them, with pauses. @returns {Generator<void, void>} */
  *index() {
    if (this.#index) return;
    this.split = yield* splitting(this.folded.text);
    this.#index = new Map();
    for (const [i, word] of this.split.words.entries()) {
      const places = this.#index.get(word);
      if (places) places.push(i);
      else this.#index.set(word, [i]);
      if (i % SLICE === SLICE - 1) yield;
    }
  }

  /** The indices of a word in the text, in order. @param {string} word */
  places(word) {
    return this.#index?.get(word) ?? NONE;
  }

  /** The index of the block at a folded offset, from 0. @param {number} at */
  block(at) {
    return countTo(this.folded.breaks, at);
  }

  /** The index of the first word that begins at or after a folded offset. @param {number} at */
  wordAt(at) {
    return countTo(this.split.from, at - 1);
  }

  /**
   * The folded offsets at which a folded quote occurs verbatim, at most `limit`. Only
   * whole words and numbers match: “arms” is not in “harms”, “can” not in “can't”,
   * “000” not in “3,000”.
   * @param {string} quote
   * @param {number} limit
   */
  verbatim(quote, limit) {
    const { text } = this.folded;
    const places = [];
    for (let at = text.indexOf(quote); at >= 0 && places.length < limit; at = text.indexOf(quote, at + 1)) {
      if (this.isEdge(at) && this.isEdge(at + quote.length)) places.push(at);
    }
    return places;
  }

  /** Reports whether a folded offset splits no word and no number. @param {number} at */
  isEdge(at) {
    const before = this.folded.text.slice(Math.max(0, at - 2), at);
    const after = this.folded.text.slice(at, at + 2);
    const [left, right] = [before.slice(-1), after.slice(0, 1)];
    if (LETTER.test(left) && LETTER.test(right) && !isUnspaced(left) && !isUnspaced(right)) return false;
    if (/\d[.,:/]$/.test(before) && /^\d/.test(after)) return false;
    if (/\d$/.test(before) && /^[.,:/]\d/.test(after)) return false;
    return !(/n$/.test(before) && after === "'t");
  }

  /** Reports whether a block begins at a folded offset, apart from quotes. @param {number} at */
  beginsBlock(at) {
    return this.#edge(at, -1, false);
  }

  /** Reports whether a block ends at a folded offset, apart from quotes and punctuation. @param {number} at */
  endsBlock(at) {
    return this.#edge(at, 1, false);
  }

  /** Reports whether a sentence or a block begins at a folded offset. @param {number} at */
  beginsSentence(at) {
    return this.#edge(at, -1, true);
  }

  /** Reports whether a sentence or a block ends at a folded offset or right before it. @param {number} at */
  endsSentence(at) {
    return TERMINAL.has(this.folded.text[at - 1]) || this.#edge(at, 1, true);
  }

  /** Reports whether terminal punctuation is at a folded offset or right before it, in the same block. @param {number} at */
  isSigned(at) {
    const { text } = this.folded;
    if (TERMINAL.has(text[at - 1])) return true;
    while (at < text.length && !this.#breaks.has(at) && WRAPPING.has(text[at])) at++;
    return TERMINAL.has(text[at]);
  }

  /** Reports whether the letters [from, to) are whole sentences. @param {number} from @param {number} to @param {boolean} signed  the last one has terminal punctuation */
  isWhole(from, to, signed) {
    const end = this.letters.at[to - 1] + 1;
    return this.beginsSentence(this.letters.at[from]) && (signed ? this.isSigned(end) : this.endsSentence(end));
  }

  /** @param {number} at @param {1|-1} step @param {boolean} sentence */
  #edge(at, step, sentence) {
    const { text } = this.folded;
    for (let i = step < 0 ? at - 1 : at; ; i += step) {
      if (i < 0 || i >= text.length || this.#breaks.has(i)) return true;
      if (TERMINAL.has(text[i])) {
        if (sentence) return true;
        if (step < 0) return false;
      } else if (!WRAPPING.has(text[i])) {
        return false;
      }
    }
  }
}

/** The number of ascending numbers that are at most `at`. @param {number[]} numbers @param {number} at */
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
