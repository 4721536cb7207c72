// Folds text so that typesetting makes no difference: quotes, dashes, spaces,
// ligatures, soft hyphens, composed or not. Letters, case and accents stay,
// for a passage is its words: search/fold.js, which drops those so that a
// reader's query is forgiving, would take “polish” for “Polish”.

/** Stands between two blocks of a text, such as paragraphs. */
export const BREAK = '\u2029';
/** Stands for a line break; two in a row part blocks too. */
export const LINE = '\u2028';

/** How much raw text is folded between two pauses, in UTF-16 units. */
const SLICE = 16_384;

/**
 * Folded text. All offsets count UTF-16 units.
 * @typedef {object} Folded
 * @property {string} text
 * @property {number[]} from    where each folded unit begins in the raw text
 * @property {number[]} to      where it ends there
 * @property {number[]} breaks  where in the folded text the spaces between blocks are, in order
 */

/** @type {Record<string, string>} */
const SIGNS = { '…': '...' };
for (const quote of '‘’‚‛′ʼ‹›`´＇') SIGNS[quote] = "'";
for (const quote of '“”„‟″«»＂') SIGNS[quote] = '"';
for (const dash of '‐‑‒–—―−⸺⸻﹘﹣－') SIGNS[dash] = '-';

// Soft hyphen, joiners and other zero widths, marks of direction, variation selectors.
const UNSEEN = /^[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]+$/;
const UNSEEN_IN = new RegExp(UNSEEN.source.slice(1, -2), 'g');
// A letter with its marks, or a run of conjoining jamo: what NFC can compose.
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/suy;
const LATIN_LIGATURE = /[\ufb00-\ufb06]/g;

/**
 * Folds, with a pause after each slice.
 * @param {string} raw
 * @returns {Generator<void, Folded>}
 */
export function* folding(raw) {
  let text = '';
  /** @type {number[]} */ const from = [];
  /** @type {number[]} */ const to = [];
  /** @type {number[]} */ const breaks = [];
  let gap = -1; // where the white space before `at` begins, -1 if there's none
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
    if (/^\s/.test(cluster) && cluster.length === 1) {
      if (gap < 0) gap = at;
      parted ||= cluster === BREAK || (cluster === LINE && raw.slice(gap, at).includes(LINE));
    } else if (!UNSEEN.test(cluster)) {
      const folded = foldCluster(cluster);
      const dash = folded === '-';
      // One dash and no space around it, however it is set; a break stays.
      if (dash && last === '-' && !parted) {
        to[to.length - 1] = end;
      } else {
        if (gap >= 0 && last && (parted || (!dash && last !== '-'))) {
          if (parted) breaks.push(text.length);
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
      gap = -1;
      parted = false;
    }
    at = end;
  }
  return { text, from, to, breaks };
}

/** @param {string} cluster */
function foldCluster(cluster) {
  if (cluster.length === 1 && cluster < '\x80') return SIGNS[cluster] ?? cluster;
  const composed = cluster.normalize('NFC').replace(UNSEEN_IN, '');
  return SIGNS[composed] ?? composed.replace(LATIN_LIGATURE, (ligature) => ligature.normalize('NFKD'));
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
