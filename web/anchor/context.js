// Compares the context of a place in a host text with the context of the passage in its
// source.

import { isNegation } from './words.js';

/** @import {Host} from './host.js' */
/** @import {Query} from './anchor.js' */

/** The number of words on each side that may negate a passage. */
const NEAR = 3;

/**
 * The comparison of one side of a place with the source: it agrees, the block has no
 * text on that side, or the text differs.
 * @typedef {'agrees'|'absent'|'contradicts'} Side
 */

/**
 * Compares the text around [from, to) in the folded text with the source: with the
 * context that the build derived or, without one, with the prefix and suffix.
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
 * Reports whether the letters before or after a letter are those of a context.
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
 * The numbers of words left and right of [from, to) in the folded text that agree with
 * the prefix and suffix. A prefix may begin, and a suffix end, within a word.
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
 * Reports whether the host negates the passage: a word such as “not” is near [from, to)
 * in the same sentence, but not in the source. If the source's words on one side are
 * not known, such a word counts only right beside the passage.
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
  // A “not” of the source must be as near.
  return left.some((word, i) => isNegation(word) && !lead.slice(-1 - i).includes(word)) ||
    right.some((word, i) => isNegation(word) && !tail.slice(0, i + 1).includes(word));
}

/**
 * The words from one up to another, leftward or rightward, up to the end of the
 * sentence or block.
 * @param {Host} host
 * @param {number} at
 * @param {number} stop
 * @param {number} edge  offset at which the adjacent text ends or begins
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
