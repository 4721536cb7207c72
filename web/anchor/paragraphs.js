// Finds the unchanged paragraphs of a source in a page by their fingerprints: in
// several readings of the page, whole or with other blocks between their parts.

/** @import {Host} from './host.js' */

/**
 * A paragraph with passages.
 * @typedef {object} Paragraph
 * @property {number} source
 * @property {number} number  in the source, counted from 1
 * @property {number} length  number of its letters
 * @property {number} hash    their fingerprint
 * @property {boolean} signed  it ends with a punctuation mark
 * @property {number} nth     index among the source's stretches with these letters, from 0
 * @property {number} of      number of these stretches
 */

/** Stretches [from, to) of a host's letters. @typedef {[number, number][]} Stretches */
/** The place of a paragraph: the reading, and its letters there. @typedef {{reading: number, stretches: Stretches}} Found */

/** The most blocks between two parts of a paragraph: an advertisement, a box with a heading and a text. */
const MAX_BETWEEN = 8;
/** The places tried between two pauses. */
const SLICE = 16_384;

/**
 * Finds paragraphs in the readings of a page, each of which is made only if needed.
 * @param {Paragraph[]} paragraphs
 * @param {number} readings  their number
 * @param {(reading: number) => Generator<void, Host>} hostOf
 * @returns {Generator<void, Map<Paragraph, Found>>}
 */
export function* findParagraphs(paragraphs, readings, hostOf) {
  /** @type {Map<Paragraph, Found>} */
  const found = new Map();
  if (paragraphs.length === 0) return found;
  for (let reading = 0; reading < readings && found.size < paragraphs.length; reading++) {
    const host = yield* hostOf(reading);
    const beginnings = yield* beginningsOf(host);
    /** @type {Map<Paragraph, number[]>} */
    const several = new Map();
    for (const paragraph of paragraphs) {
      if (found.has(paragraph)) continue;
      const places = yield* search(host, beginnings, paragraph);
      if (places.length === paragraph.of) found.set(paragraph, at(reading, places[paragraph.nth], paragraph));
      else if (places.length > paragraph.of) several.set(paragraph, places);
    }
    for (const [paragraph, places] of several) {
      const own = inOrder(paragraph, places, reading, found);
      if (own.length === 1) found.set(paragraph, at(reading, own[0], paragraph));
    }
  }
  for (const paragraph of paragraphs) {
    if (found.has(paragraph) || paragraph.of > 1) continue;
    for (let reading = 0; reading < readings && !found.has(paragraph); reading++) {
      const stretches = searchSplit(yield* hostOf(reading), paragraph);
      if (stretches) found.set(paragraph, { reading, stretches });
      yield;
    }
  }
  return found;
}

/** @param {number} reading @param {number} from @param {Paragraph} paragraph @returns {Found} */
const at = (reading, from, { length }) => ({ reading, stretches: [[from, from + length]] });

/** The indices of the letters at which words begin. @param {Host} host @returns {Generator<void, number[]>} */
function* beginningsOf({ letters, folded }) {
  const beginnings = [];
  for (let i = 0; i < letters.at.length; i++) {
    const at = letters.at[i];
    if (i === 0 || letters.at[i - 1] !== at - 1 || !/[\p{L}\p{M}\p{N}]/u.test(folded.text[at - 1])) beginnings.push(i);
    if (i % SLICE === SLICE - 1) yield;
  }
  return beginnings;
}

/**
 * The indices at which a paragraph's letters begin.
 * @param {Host} host
 * @param {number[]} beginnings
 * @param {Paragraph} paragraph
 * @returns {Generator<void, number[]>}
 */
function* search(host, beginnings, { length, hash, signed }) {
  const { letters } = host;
  const places = [];
  const last = letters.text.length - length;
  for (let i = 0; i < beginnings.length && beginnings[i] <= last; i++) {
    if (letters.has(beginnings[i], length, hash) && host.isWhole(beginnings[i], beginnings[i] + length, signed)) places.push(beginnings[i]);
    if (i % SLICE === SLICE - 1) yield;
  }
  yield;
  return places;
}

/**
 * The places of a paragraph that are between its neighbors in the source; the other
 * places are quotations, as in a box.
 * @param {Paragraph} paragraph
 * @param {number[]} places
 * @param {number} reading
 * @param {Map<Paragraph, Found>} found
 */
function inOrder({ source, number }, places, reading, found) {
  let low = -1;
  let high = Infinity;
  let before = -Infinity;
  let after = Infinity;
  for (const [other, { reading: its, stretches }] of found) {
    if (its !== reading || other.source !== source) continue;
    if (other.number < number && other.number > before) [before, low] = [other.number, stretches[0][0]];
    if (other.number > number && other.number < after) [after, high] = [other.number, stretches[0][0]];
  }
  return places.filter((place) => place > low && place < high);
}

/**
 * The two parts of a paragraph that begins with a block, ends in another, and has
 * foreign blocks between its parts.
 * @param {Host} host
 * @param {Paragraph} paragraph
 * @returns {Stretches|null}
 */
function searchSplit(host, { length, hash, signed }) {
  const { letters, folded } = host;
  const blocks = [...new Set([0, ...folded.breaks.map((at) => letters.index(at))])];
  for (let i = 0; i < blocks.length; i++) {
    const from = blocks[i];
    for (let j = i + 1; j < blocks.length && blocks[j] - from < length; j++) {
      const rest = length - (blocks[j] - from);
      for (let k = j + 1; k < blocks.length && k <= j + MAX_BETWEEN; k++) {
        const to = blocks[k] + rest;
        if (to > letters.text.length) break;
        /** @type {Stretches} */
        const stretches = [[from, blocks[j]], [blocks[k], to]];
        if (letters.join(stretches) === hash && host.isWhole(from, to, signed)) return stretches;
      }
    }
  }
  return null;
}
