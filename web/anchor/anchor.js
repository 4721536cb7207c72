// Finds a network's passages in the text of a host article.
//
// A wrong anchor puts words into an author's mouth, a missing one is a line in
// a panel; so whatever is in doubt is not anchored.
//
// A paragraph of the host that has the fingerprint of a source's paragraph is
// that paragraph, and its passages are where they are in the source. Elsewhere a
// passage is anchored where its folded text is verbatim, or, from 20 characters
// on, where it differs by one word in 20 characters and by nothing that changes
// what it says: a slip of the keys, punctuation, a contraction, a “the”. Another
// number, name, verb or “not” is a difference too many (words.js says what is
// mild), and so is another context: what surrounds the passage in its sentence
// must be as in the source.

import { compare, isNegated } from './context.js';
import { fold, run } from './fold.js';
import { Host } from './host.js';
import { findParagraphs } from './paragraphs.js';
import { resembling } from './resemble.js';
import { splitting, weight } from './words.js';

/** @import {Found, Paragraph} from './paragraphs.js' */

/**
 * What is beside a passage in its source, by its fingerprint; `edge` if it
 * reaches the beginning or end of a sentence, `signed` if a point or the like is
 * there.
 * @typedef {{length: number, hash: number, edge: boolean, signed: boolean}} Context
 */

/**
 * A passage as the network gives it. Prefix, suffix, paragraph and position tell
 * its occurrences apart; the rest the build has found in the source's text.
 * @typedef {object} Passage
 * @property {string} id
 * @property {string} exact
 * @property {string} [prefix]     what stands right before it in its source
 * @property {string} [suffix]     and right after
 * @property {number} [source]     which of the network's sources
 * @property {number} [paragraph]  of its source
 * @property {{start: number}} [position]  in its source
 * @property {Paragraph} [inside]  the paragraph that holds it
 * @property {[number, number]} [letters]  where in that paragraph's letters it begins, and how many it has
 * @property {Context} [before]    without it nothing but an unchanged paragraph tells its place
 * @property {Context} [after]
 */

/**
 * A passage made ready to be found.
 * @typedef {object} Query
 * @property {Passage} passage
 * @property {string} quote      folded
 * @property {string[]} words
 * @property {string[]} before   the words of its prefix
 * @property {string[]} after    and of its suffix
 * @property {string[]} lead     those of the prefix that are in the same sentence
 * @property {string[]} tail     and of the suffix
 */

/**
 * Where a passage stands in a reading of the host, [from, to) in UTF-16 units of
 * its raw text, or why it isn't anchored: `missing`, it does not stand there;
 * `ambiguous`, it can't be told which place is its own.
 * @typedef {{from: number, to: number, verbatim: boolean, reading: number}|'missing'|'ambiguous'} Anchor
 */

/**
 * What was found: an anchor for each passage, and the passages whose paragraph
 * has changed since the network was made.
 * @typedef {{anchors: Map<string, Anchor>, changed: Set<string>}} Anchors
 */

/**
 * @typedef {object} Options
 * @property {string[]} [languages]  of the sources, such as `en`; typos of the keys are only known in English
 * @property {number} [usual]        the reading of a page that has none of the sources' paragraphs
 */

/** A shorter quote is too common to stand for itself. In folded characters; see weight in words.js. */
const SHORT = 20;
/** Folded characters of a quote for one word that may differ, and at most so many words. */
const PER_CHANGE = 20;
const MOST_CHANGES = 4;
/** Words of a passage for one more word in which a second place must differ, to be no rival. */
const PER_MARGIN = 4;
/** A quote that occurs more often is told apart by nothing. */
const MOST_PLACES = 64;
/** How far apart two passages of one paragraph keep company, in folded characters. */
const NEIGHBOR_DISTANCE = 1_000;

/** A longer text is not searched, in UTF-16 units. */
const LONGEST = 4_000_000;

/**
 * A place in the folded text, and how its two sides compare with the source.
 * @typedef {{from: number, to: number, verbatim: boolean, sides: import('./context.js').Side[]}} Place
 */

/**
 * Finds all passages in a text, of which there may be several readings, the
 * likeliest first; with a pause after each passage, and within what takes long.
 * @param {(() => string)[]} readings
 * @param {Passage[]} passages
 * @param {Options} [options]
 * @returns {Generator<void, Anchors>}
 */
export function* anchoring(readings, passages, { languages = [], usual = 0 } = {}) {
  const missing = { anchors: new Map(passages.map(({ id }) => /** @type {[string, Anchor]} */ ([id, 'missing']))), changed: /** @type {Set<string>} */ (new Set()) };
  if (readings[usual]().length > LONGEST) return missing;
  /** @type {(Host|undefined)[]} */
  const hosts = [];
  function* hostOf(/** @type {number} */ reading) {
    return hosts[reading] ??= yield* Host.preparing(readings[reading]());
  }
  const paragraphs = [...new Set(passages.flatMap(({ inside }) => inside ?? []))];
  const found = yield* findParagraphs(paragraphs, readings.length, hostOf);

  /** @type {Map<string, Anchor>} */
  const anchors = new Map();
  const rest = [];
  for (const passage of passages) {
    const anchor = passage.inside && found.get(passage.inside) ? yield* unchanged(passage, /** @type {Found} */ (found.get(passage.inside)), hostOf) : null;
    if (anchor) anchors.set(passage.id, anchor);
    else rest.push(passage);
  }
  // Sources of which the host has a paragraph: for these it is the article itself.
  const own = new Set([...found.keys()].map(({ source }) => source));
  const reading = likeliest(found) ?? usual;
  const host = yield* hostOf(reading);
  yield* host.index();
  for (const [id, place] of yield* search(host, rest, own, languages)) {
    anchors.set(id, typeof place === 'string' ? place : inRaw(host, place, reading));
  }
  const changed = rest.filter(({ inside }) => inside && own.has(inside.source) && !found.has(inside)).map(({ id }) => id);
  return { anchors: new Map(passages.map(({ id }) => [id, /** @type {Anchor} */ (anchors.get(id))])), changed: new Set(changed) };
}

/**
 * The same at once, in one text.
 * @param {string} raw
 * @param {Passage[]} passages
 * @param {Options} [options]
 */
export const anchor = (raw, passages, options) => run(anchoring([() => raw], passages, options)).anchors;

/** The reading in which most paragraphs were found; undefined if none were. @param {Map<Paragraph, Found>} found */
function likeliest(found) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { reading } of found.values()) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b)[0]?.[0];
}

/**
 * The anchor of a passage in its unchanged paragraph; null if the words there
 * are not the passage's.
 * @param {Passage} passage
 * @param {Found} found
 * @param {(reading: number) => Generator<void, Host>} hostOf
 * @returns {Generator<void, Anchor|null>}
 */
function* unchanged({ exact, letters: [start, length] = [0, 0] }, { reading, stretches }, hostOf) {
  if (length === 0) return null;
  const host = yield* hostOf(reading);
  const { letters, folded } = host;
  /** @type {number[]} */
  const its = [];
  for (const [from, to] of stretches) {
    for (let i = from; i < to && its.length < start + length; i++) its.push(i);
  }
  const own = its.slice(start);
  const bare = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const quote = fold(exact).text;
  if (bare(own.map((i) => letters.text[i]).join('')) !== bare(quote)) return null;
  let from = letters.at[own[0]];
  let to = letters.at[own[length - 1]] + 1;
  // The quotes and points at the passage's ends are no letters.
  const lead = /^[^\p{L}\p{M}\p{N}]*/u.exec(quote)?.[0] ?? '';
  const tail = /[^\p{L}\p{M}\p{N}]*$/u.exec(quote)?.[0] ?? '';
  for (let i = lead.length; i > 0 && folded.text[from - 1] === lead[i - 1]; i--) from--;
  for (let i = 0; i < tail.length && folded.text[to] === tail[i]; i++) to++;
  return inRaw(host, { from, to, verbatim: true }, reading);
}

/**
 * Finds passages by their words.
 * @param {Host} host
 * @param {Passage[]} passages
 * @param {Set<number>} own sources of which the host has a paragraph
 * @param {string[]} languages of the sources
 * @returns {Generator<void, Map<string, Place|'missing'|'ambiguous'>>}
 */
function* search(host, passages, own, languages) {
  const queries = passages.map(seek);
  const inEnglish = (/** @type {Query} */ { passage }) => /^en\b/i.test(languages[passage.source ?? 0] ?? '');
  /** @type {Map<Query, Place[]>} */
  const all = new Map();
  /** @type {Map<string, Place>} */
  const sure = new Map();
  /** @type {Map<Query, Place[]>} */
  const open = new Map();
  for (const query of queries) {
    all.set(query, yield* candidates(host, query, inEnglish(query)));
    yield;
  }
  for (const [{ passage }, places] of all) {
    if (passage.before && known(passage) >= SHORT && places.some(({ sides }) => agrees(sides))) own.add(passage.source ?? 0);
  }

  for (const query of queries) {
    const isOwn = own.has(query.passage.source ?? 0);
    const places = (all.get(query) ?? []).filter(({ sides }) => agrees(sides) || !isOwn && isQuoted(sides, query.passage));
    const place = yield* confirmed(host, query, places, inEnglish(query));
    if (place) sure.set(query.passage.id, place);
    else open.set(query, places);
    yield;
  }

  /** @type {Map<string, Place|'missing'|'ambiguous'>} */
  const found = new Map(sure);
  for (const [query, places] of open) {
    const accompanied = places.length > MOST_PLACES || query.passage.inside ? [] : places.filter((place) => place.verbatim && hasNeighbors(host, query, place, queries, sure));
    found.set(query.passage.id, accompanied.length === 1 ? accompanied[0] : places.length > 0 ? 'ambiguous' : 'missing');
  }
  return found;
}

/** @param {Place['sides']} sides */
const agrees = (sides) => sides.every((side) => side === 'agrees');

/**
 * Whether the sides of a place are those of a quotation in another text: nothing
 * contradicts the passage, and where its whole sentence is known, it is a block
 * by itself.
 * @param {Place['sides']} sides
 * @param {Passage} passage
 */
const isQuoted = (sides, { before }) => sides.every((side) => (before ? side === 'absent' : side !== 'contradicts'));

/** @param {Passage} passage @returns {Query} */
function seek(passage) {
  const quote = fold(passage.exact).text;
  const prefix = fold(passage.prefix ?? '').text;
  const suffix = fold(passage.suffix ?? '').text;
  return {
    passage,
    quote,
    words: wordsOf(quote),
    before: wordsOf(prefix),
    after: wordsOf(suffix),
    lead: wordsOf(prefix.replace(/^.*[.?!]/, '')),
    tail: wordsOf(suffix.replace(/[.?!].*$/, '')),
  };
}

/** @param {string} text folded */
const wordsOf = (text) => run(splitting(text)).words;

/**
 * Where the passage stands and is not denied: verbatim, or else, for want of
 * that, faithfully.
 * @param {Host} host
 * @param {Query} query
 * @param {boolean} typos
 * @returns {Generator<void, Place[]>}
 */
function* candidates(host, query, typos) {
  const { quote, words } = query;
  if (words.length === 0) return [];
  const place = (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ verbatim) => ({ from, to, verbatim, sides: compare(host, query, from, to) });
  const isKept = (/** @type {Place} */ { from, to }) => query.passage.before !== undefined || !isNegated(host, query, from, to);
  const verbatim = host.verbatim(quote, MOST_PLACES + 1).map((from) => place(from, from + quote.length, true));
  if (verbatim.length > 0 || weight(quote) < SHORT) return verbatim.filter(isKept);

  return ((yield* rivals(host, query, typos)) ?? [])
    .filter(({ first, end, changes, faithful }) => faithful && changes <= bound(query) && isWhole(host, first, end))
    .map(({ first, end }) => place(host.split.from[first], host.split.to[end - 1], false))
    .filter(isKept);
}

/**
 * All that resembles the passage, itself included, in more words than may
 * differ in it: a second one casts doubt on the first.
 * @param {Host} host
 * @param {Query} query
 * @param {boolean} typos
 */
const rivals = (host, query, typos) => resembling(host, query.words, bound(query) + Math.floor(query.words.length / PER_MARGIN), typos);

/** How many words may differ. @param {Query} query */
const bound = ({ quote }) => Math.min(MOST_CHANGES, Math.floor(quote.length / PER_CHANGE));

/**
 * Whether words [first, end) lie in one block and cut no contraction in two.
 * @param {Host} host
 * @param {number} first
 * @param {number} end
 */
function isWhole(host, first, end) {
  const { from } = host.split;
  if (from[first] === from[first - 1] || from[end] === from[end - 1]) return false;
  return !host.folded.breaks.some((at) => at > from[first] && at < from[end - 1]);
}

/**
 * The place that is the passage's own beyond doubt, if there is one: the only
 * one whose surroundings are those of the source, if these are known; or the
 * only one at all, and nothing else in the text even resembles it.
 * @param {Host} host
 * @param {Query} query
 * @param {Place[]} places that nothing contradicts
 * @param {boolean} typos
 * @returns {Generator<void, Place|undefined>}
 */
function* confirmed(host, query, places, typos) {
  if (places.length > MOST_PLACES) return undefined;
  const { passage, quote, before, after } = query;
  if (passage.inside && !passage.before) return undefined;
  const agreeing = places.filter(({ sides }) => agrees(sides));
  if (agreeing.length === 1 && weight(quote) * (1 + known(passage) / quote.length) >= SHORT) {
    if (passage.before && agreeing[0].verbatim) return agreeing[0];
    if (before.length > 0 && after.length > 0 && agreeing[0].verbatim) return agreeing[0];
  }
  if (places.length !== 1 || weight(quote) < SHORT) return undefined;
  return (yield* rivals(host, query, typos))?.length === 1 ? places[0] : undefined;
}

/** How much of what is around a passage is known, in characters. @param {Passage} passage */
const known = ({ before, after, prefix = '', suffix = '' }) => Math.max(prefix.length + suffix.length, (before?.length ?? 0) + (after?.length ?? 0));

/**
 * Whether other passages of the same paragraph, of whose places there is no
 * doubt, stand close by in the same block, all on the side on which they stood.
 * @param {Host} host
 * @param {Query} query
 * @param {Place} place
 * @param {Query[]} queries
 * @param {Map<string, Place>} sure
 */
function hasNeighbors(host, { passage }, place, queries, sure) {
  if (passage.paragraph === undefined || passage.position === undefined) return false;
  let neighbors = 0;
  for (const { passage: other } of queries) {
    const there = sure.get(other.id);
    if (!there || other.source !== passage.source || other.paragraph !== passage.paragraph || other.position === undefined) continue;
    if (host.block(there.from) !== host.block(place.from) || Math.abs(there.from - place.from) > NEIGHBOR_DISTANCE) continue;
    if (Math.sign(other.position.start - passage.position.start) !== Math.sign(there.from - place.from)) return false;
    neighbors++;
  }
  return neighbors > 0;
}

/**
 * @param {Host} host
 * @param {{from: number, to: number, verbatim: boolean}} place
 * @param {number} reading
 */
const inRaw = ({ folded }, { from, to, verbatim }, reading) => ({ from: folded.from[from], to: folded.to[to - 1], verbatim, reading });
