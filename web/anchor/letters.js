// The letters of folded text and their fingerprints, by which an unchanged paragraph is
// recognized whatever its line breaks, boxes and marks. Go's network/fold does the same.

/** @import {Folded} from './fold.js' */

// Two polynomial hashes over the code units, each modulo a prime below 2^26, so that
// products are exact.
const PRIME1 = 67108859;
const BASE1 = 31415926;
const PRIME2 = 67108837;
const BASE2 = 27182818;
const SHIFT = 2 ** 26;

/** The letters extracted between two pauses. */
const SLICE = 16_384;

const WORD = /[\p{L}\p{M}\p{N}]/u;
const NUMBER = /\p{N}/u;
const DROPPED = new Set(' ";()[]');
const QUOTING = new Set(' "\'');

/**
 * The letters of a folded text, the offset of each in the folded text, and the hashes
 * of all prefixes.
 */
export class Letters {
  /**
   * @param {string} text
   * @param {number[]} at
   */
  constructor(text, at) {
    this.text = text;
    this.at = at;
    const length = text.length + 1;
    this.hash1 = new Float64Array(length);
    this.hash2 = new Float64Array(length);
    this.power1 = new Float64Array(length).fill(1);
    this.power2 = new Float64Array(length).fill(1);
  }

  /** Hashes all prefixes, with pauses. @returns {Generator<void, void>} */
  *hashing() {
    for (let i = 0; i < this.text.length; i++) {
      const unit = this.text.charCodeAt(i);
      this.hash1[i + 1] = (this.hash1[i] * BASE1 + unit) % PRIME1;
      this.hash2[i + 1] = (this.hash2[i] * BASE2 + unit) % PRIME2;
      this.power1[i + 1] = (this.power1[i] * BASE1) % PRIME1;
      this.power2[i + 1] = (this.power2[i] * BASE2) % PRIME2;
      if (i % SLICE === SLICE - 1) yield;
    }
  }

  /** The fingerprint of the letters [from, to). @param {number} from @param {number} to */
  hash(from, to) {
    return this.join([[from, to]]);
  }

  /** Reports whether the letters [from, from + length) have a fingerprint. @param {number} from @param {number} length @param {number} hash */
  has(from, length, hash) {
    const hash1 = add(0, this.hash1, this.power1, from, from + length, PRIME1);
    return hash1 === Math.floor(hash / SHIFT) && this.hash(from, from + length) === hash;
  }

  /** The fingerprint of several stretches joined. @param {[number, number][]} stretches */
  join(stretches) {
    let hash1 = 0;
    let hash2 = 0;
    for (const [from, to] of stretches) {
      hash1 = add(hash1, this.hash1, this.power1, from, to, PRIME1);
      hash2 = add(hash2, this.hash2, this.power2, from, to, PRIME2);
    }
    return hash1 * SHIFT + hash2;
  }

  /** The index of the first letter at or after a folded offset. @param {number} folded */
  index(folded) {
    let low = 0;
    let high = this.at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at[middle] < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param {number} hash @param {Float64Array} hashes @param {Float64Array} powers @param {number} from @param {number} to @param {number} prime */
function add(hash, hashes, powers, from, to, prime) {
  const own = hashes[to] - (hashes[from] * powers[to - from]) % prime;
  return ((hash * powers[to - from]) % prime + own + prime) % prime;
}

/**
 * Extracts the letters of a folded text, with a pause after each slice.
 * @param {Folded} folded
 * @returns {Generator<void, Letters>}
 */
export function* lettersOf({ text }) {
  let letters = '';
  /** @type {number[]} */
  const places = [];
  let pause = SLICE;
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
    const end = at + char.length;
    if (isLetter(char, text, at, end)) {
      letters += char;
      for (let i = at; i < end; i++) places.push(i);
    }
    at = end;
    if (at >= pause) {
      pause += SLICE;
      yield;
    }
  }
  const all = new Letters(letters, places);
  yield* all.hashing();
  return all;
}

/**
 * Reports whether the character [at, end) of a text counts as a letter.
 * @param {string} char
 * @param {string} text
 * @param {number} at
 * @param {number} end
 */
function isLetter(char, text, at, end) {
  if (DROPPED.has(char)) return false;
  if (!"',:/.-".includes(char)) return true;
  if (char === '-') { // a page may mark a quotation beside it by its style, without quotes
    while (QUOTING.has(text[at - 1])) at--;
    while (QUOTING.has(text[end])) end++;
  }
  // The code point before it may have two units.
  const left = text.slice(Math.max(0, at - 2), at).match(/[^]$/u)?.[0] ?? '';
  const right = String.fromCodePoint(text.codePointAt(end) ?? 0);
  if (char === ',' || char === ':') return NUMBER.test(left) && NUMBER.test(right);
  if (WORD.test(left) && WORD.test(right)) return true;
  return (char === '.' || char === '-') && NUMBER.test(right);
}
