// What stands around a place in a host text, against what stood around the
// passage in its source.

import { isDenial } from './words.js';

/** @import {Host} from './host.js' */
/** @import {Query} from './anchor.js' */

/** Words on each side that may turn a passage into its contrary. */
const NEAR = 3;

/**
 * How what is on one side of a place compares with the source: it agrees, there
 * is none in this block, or it is something else.
 * @typedef {'agrees'|'absent'|'contradicts'} Side
 */

/**
 * Compares what is around [from, to) in the folded text with what is known of the
 * source: the context that the build has made, or else the passage's prefix and
 * suffix, which may reach farther and single it out no better.
 * @param {Host} host
 * @param {Query} query
 * @param {number} from
 * @param {number} to
 * @returns {[Side, Side]} left and right
 */
export function compare(host, query, from, to) {
  const [first, end] = [host.letters.index(from), host.letters.index(to)];
  const { before, after } = query.passage;
  const { left, right } = agreement(host, query, from, to);
  const isLeft = before ? contextHolds(host, before, first, -1) : left === query.before.length;
  const isRight = after ? contextHolds(host, after, end, 1) : right === query.after.length;
  return [
    isLeft ? 'agrees' : host.beginsBlock(from) ? 'absent' : 'contradicts',
    isRight ? 'agrees' : host.endsBlock(to) ? 'absent' : 'contradicts',
  ];
}

/**
 * Whether the letters beside a letter are those of a context.
 * @param {Host} host
 * @param {import('./anchor.js').Context} context
 * @param {number} at
 * @param {1|-1} side
 */
function contextHolds(host, context, at, side) {
  const { letters } = host;
  const from = side < 0 ? at - context.length : at;
  const to = from + context.length;
  if (from < 0 || to > letters.text.length || !letters.has(from, context.length, context.hash)) return false;
  const edge = side < 0 ? letters.at[from] ?? host.folded.text.length : (letters.at[to - 1] ?? -1) + 1;
  if (!context.edge) return host.isEdge(edge);
  return side < 0 ? host.beginsSentence(edge) : context.signed ? host.isSigned(edge) : host.endsSentence(edge);
}

/**
 * How many words left and right of [from, to) in the folded text are those
 * beside the passage in its source. A prefix may begin, and a suffix end, within
 * a word.
 * @param {Host} host
 * @param {Query} query
 * @param {number} from
 * @param {number} to
 */
export function agreement(host, { before, after }, from, to) {
  const { words } = host.split;
  const first = host.wordAt(from);
  const end = host.wordAt(to);
  let left = 0;
  while (left < before.length && before.at(-1 - left) === words[first - 1 - left]) left++;
  if (left === before.length - 1 && words[first - 1 - left]?.endsWith(before[0])) left++;
  let right = 0;
  while (right < after.length && after[right] === words[end + right]) right++;
  if (right === after.length - 1 && words[end + right]?.startsWith(after[right])) right++;
  return { left, right };
}

/**
 * Whether the host denies what the source says: a “not” or its like stands
 * right beside [from, to) in the same sentence, and none did in the source. On
 * a side of which the source's words are not known, any is one too many.
 * @param {Host} host
 * @param {Query} query
 * @param {number} from
 * @param {number} to
 */
export function isNegated(host, { passage, lead, tail }, from, to) {
  const first = host.wordAt(from);
  const end = host.wordAt(to);
  const left = beside(host, first - 1, first - 1 - (passage.prefix === undefined ? 1 : NEAR), from);
  const right = beside(host, end, end + (passage.suffix === undefined ? 1 : NEAR), to);
  // A source's “not” counts if it is as near.
  return left.some((word, i) => isDenial(word) && !lead.slice(-1 - i).includes(word)) ||
    right.some((word, i) => isDenial(word) && !tail.slice(0, i + 1).includes(word));
}

/**
 * The words from one up to another, leftward or rightward, as long as no end of
 * a sentence parts them from what they stand beside.
 * @param {Host} host
 * @param {number} at
 * @param {number} stop
 * @param {number} edge  where what they stand beside ends or begins
 */
function beside({ split, folded }, at, stop, edge) {
  const words = [];
  for (const step = Math.sign(stop - at); at !== stop && at >= 0 && at < split.words.length; at += step) {
    const gap = step < 0 ? folded.text.slice(split.to[at], edge) : folded.text.slice(edge, split.from[at]);
    if (/[.?!]/.test(gap) || folded.breaks.includes(step < 0 ? edge - 1 : edge)) break;
    words.push(split.words[at]);
    edge = step < 0 ? split.from[at] : split.to[at];
  }
  return words;
}
