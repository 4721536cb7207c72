// Folds text so that typesetting makes no difference: quotes, dashes, spaces,
// ligatures, soft hyphens, normalization. Letters, case and accents stay, so that
// “polish” does not match “Polish”; search/fold.js drops them to match queries
// loosely. Go's network/fold does the same as this module.

import { COMPATIBLE, SIGNS, UNSEEN } from './signs.js';

/** Separates two blocks of a text, such as paragraphs. */
export const BREAK = '\u2029';
/** A line break; two in a row separate blocks too. */
export const LINE = '\u2028';

/** The raw text folded between two pauses, in UTF-16 units. */
const SLICE = 16_384;

/**
 * Folded text. All offsets count UTF-16 units.
 * @typedef {object} Folded
 * @property {string} text
 * @property {number[]} from    the offset in the raw text at which each folded unit begins
 * @property {number[]} to      the offset at which it ends
 * @property {number[]} breaks  the offsets in the folded text of the spaces between blocks, in order
 * @property {number[]} lines   the offsets of the spaces between lines
 */

/** @type {Map<string, string>} */
const PLAIN = new Map(Object.entries(SIGNS).flatMap(([sign, others]) => [...others].map((other) => /** @type {[string, string]} */ ([other, sign]))));

const SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const UNSEEN_IN = new RegExp(UNSEEN, 'g');
const COMPATIBLE_IN = new RegExp(COMPATIBLE, 'g');
// A cluster that NFC can compose: a letter with its marks, or a run of conjoining jamo.
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/suy;

/**
 * Folds a text, with a pause after each slice.
 * @param {string} raw
 * @returns {Generator<void, Folded>}
 */
export function* folding(raw) {
  let text = '';
  /** @type {number[]} */ const from = [];
  /** @type {number[]} */ const to = [];
  /** @type {number[]} */ const breaks = [];
  /** @type {number[]} */ const lines = [];
  let gap = -1; // offset of the white space before `at`, -1 for none
  let parted = false;
  let last = '';
  let pause = SLICE;
  for (let at = 0; at < raw.length;) {
    if (at >= pause) {
      pause += SLICE;
      yield;
    }
    let cluster = raw[at];
    if (raw.charCodeAt(at) >= 0x80 || raw.charCodeAt(at + 1) >= 0x300) {
      CLUSTER.lastIndex = at;
      cluster = CLUSTER.exec(raw)?.[0] ?? cluster;
    }
    const end = at + cluster.length;
    if (SPACE.test(cluster)) {
      if (gap < 0) gap = at;
      parted ||= cluster === BREAK || (cluster === LINE && raw.slice(gap, at).includes(LINE));
      at = end;
      continue;
    }
    const folded = foldCluster(cluster);
    const dash = folded === '-';
    if (dash && last === '-' && !parted) { // a run of dashes is one dash
      to[to.length - 1] = end;
    } else if (folded !== '') {
      if (gap >= 0 && last && (parted || (!dash && last !== '-'))) {
        if (parted) breaks.push(text.length);
        else if (raw.slice(gap, at).includes(LINE)) lines.push(text.length);
        text += ' ';
        from.push(gap);
        to.push(at);
      }
      text += folded;
      for (let i = 0; i < folded.length; i++) {
        from.push(at);
        to.push(end);
      }
      last = folded;
    }
    if (folded !== '') {
      gap = -1;
      parted = false;
    }
    at = end;
  }
  return { text, from, to, breaks, lines };
}

/** @param {string} cluster */
function foldCluster(cluster) {
  if (cluster.length === 1 && cluster < '\x80') return PLAIN.get(cluster) ?? cluster;
  const composed = cluster.replace(UNSEEN_IN, '').normalize('NFC');
  return PLAIN.get(composed) ?? composed.replace(COMPATIBLE_IN, (char) => char.normalize('NFKC'));
}

/** Folds a short text. @param {string} raw */
export const fold = (raw) => run(folding(raw));

/**
 * Runs a generator to its end without a pause.
 * @template T
 * @param {Generator<void, T>} steps
 * @returns {T}
 */
export function run(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
