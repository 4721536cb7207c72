// Finds a network's passages in the text of a host article.
//
// A wrong anchor misquotes the author, while a missing one only adds a line to the
// panel. A doubtful passage is therefore not anchored.
//
// If a paragraph of the host has the fingerprint of a source's paragraph, it is that
// paragraph, and its passages are where they are in the source. Elsewhere a passage is
// anchored where its folded text occurs verbatim. A passage of 20 characters or more
// may differ by one word in 20 characters if the meaning stays the same: a typing
// error, punctuation, a contraction, a “the”. A different number, name, verb or “not”
// is never accepted (words.js defines the mild differences). The context must agree
// too: the rest of the sentence must be as in the source.

import { compare, isNegated } from './context.js';
import { fold, run } from './fold.js';
import { Host } from './host.js';
import { findParagraphs } from './paragraphs.js';
import { resembling } from './resemble.js';
import { splitting, weight } from './words.js';

/** @import {Found, Paragraph} from './paragraphs.js' */

/**
 * The fingerprint of the text beside a passage in its source. `edge`: it reaches the
 * beginning or end of the sentence; `signed`: that end has a punctuation mark.
 * @typedef {{length: number, hash: number, edge: boolean, signed: boolean}} Context
 */

/**
 * A passage of the network. Prefix, suffix, paragraph and position distinguish its
 * occurrences; the build derived the other fields from the source's text.
 * @typedef {object} Passage
 * @property {string} id
 * @property {string} exact
 * @property {string} [prefix]     the text right before it in its source
 * @property {string} [suffix]     the text right after it
 * @property {number} [source]     index of its source
 * @property {number} [paragraph]  number in its source
 * @property {{start: number}} [position]  offset in its source
 * @property {Paragraph} [inside]  the paragraph that holds it
 * @property {[number, number]} [letters]  its offset in that paragraph's letters, and its length
 * @property {Context} [before]    without it, only an unchanged paragraph can locate the passage
 * @property {Context} [after]
 */

/**
 * A passage prepared for the search.
 * @typedef {object} Query
 * @property {Passage} passage
 * @property {string} quote      the folded text
 * @property {string[]} words
 * @property {string[]} before   the words of its prefix
 * @property {string[]} after    the words of its suffix
 * @property {string[]} lead     the words of the prefix in the same sentence
 * @property {string[]} tail     the words of the suffix in the same sentence
 */

/**
 * The place of a passage in a reading of the host, [from, to) in UTF-16 units of its
 * raw text, or the reason why it isn't anchored: `missing` if it does not occur,
 * `ambiguous` if it occurs in several places and none is certain.
 * @typedef {{from: number, to: number, verbatim: boolean, reading: number}|'missing'|'ambiguous'} Anchor
 */

/**
 * The result: an anchor for each passage, and the passages whose paragraph has changed
 * since the network was made.
 * @typedef {{anchors: Map<string, Anchor>, changed: Set<string>}} Anchors
 */

/**
 * @typedef {object} Options
 * @property {string[]} [languages]  of the sources, such as `en`; typing errors are accepted in English only
 * @property {number} [usual]        the reading to search if the page has no paragraph of the sources
 */

/** The least length of a quote that is distinctive by itself, in folded characters; see weight in words.js. */
const MIN_LENGTH = 20;
/** The folded characters of a quote for each word that may differ, and the most words that may differ. */
const PER_CHANGE = 20;
const MAX_CHANGES = 4;
/** The words of a passage for each further word in which another place must differ not to be a rival. */
const PER_MARGIN = 4;
/** The most occurrences of a quote: with more, it is ambiguous. */
const MAX_PLACES = 64;
/** The greatest distance between neighboring passages of one paragraph, in folded characters. */
const NEIGHBOR_DISTANCE = 1_000;

/** The longest text that is searched, in UTF-16 units. */
const MAX_TEXT = 4_000_000;

/**
 * A place in the folded text, and the comparison of its two sides with the source.
 * @typedef {{from: number, to: number, verbatim: boolean, sides: import('./context.js').Side[]}} Place
 */

/**
 * Finds all passages in a text, which may have several readings, the likeliest first.
 * It yields after each passage and within long steps.
 * @param {(() => string)[]} readings
 * @param {Passage[]} passages
 * @param {Options} [options]
 * @returns {Generator<void, Anchors>}
 */
export function* anchoring(readings, passages, { languages = [], usual = 0 } = {}) {
  const missing = { anchors: new Map(passages.map(({ id }) => /** @type {[string, Anchor]} */ ([id, 'missing']))), changed: /** @type {Set<string>} */ (new Set()) };
  if (readings[usual]().length > MAX_TEXT) return missing;
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
  // The sources with a paragraph in the host: for these the host is the article itself.
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
 * Finds all passages in one text, without pauses.
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
 * The anchor of a passage in its unchanged paragraph, or null if the words there are
 * not those of the passage.
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
  // Quotes and punctuation at the ends of the passage are not letters.
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
 * @param {Set<number>} own  the sources with a paragraph in the host
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
    if (passage.before && known(passage) >= MIN_LENGTH && places.some(({ sides }) => agrees(sides))) own.add(passage.source ?? 0);
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
    const accompanied = places.length > MAX_PLACES || query.passage.inside ? [] : places.filter((place) => place.verbatim && hasNeighbors(host, query, place, queries, sure));
    found.set(query.passage.id, accompanied.length === 1 ? accompanied[0] : places.length > 0 ? 'ambiguous' : 'missing');
  }
  return found;
}

/** @param {Place['sides']} sides */
const agrees = (sides) => sides.every((side) => side === 'agrees');

/**
 * Reports whether a place can be a quotation in another text: nothing contradicts the
 * passage and, if its whole sentence is known, it is a block by itself.
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
 * The places of a passage that are not negated: those that are verbatim or, if there
 * are none, those that differ only mildly.
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
  const verbatim = host.verbatim(quote, MAX_PLACES + 1).map((from) => place(from, from + quote.length, true));
  if (verbatim.length > 0 || weight(quote) < MIN_LENGTH) return verbatim.filter(isKept);

  return ((yield* rivals(host, query, typos)) ?? [])
    .filter(({ first, end, changes, faithful }) => faithful && changes <= bound(query) && isWhole(host, first, end))
    .map(({ first, end }) => place(host.split.from[first], host.split.to[end - 1], false))
    .filter(isKept);
}

/**
 * The places that resemble the passage, including its own, with a few more different
 * words than are accepted: a second one makes the first doubtful.
 * @param {Host} host
 * @param {Query} query
 * @param {boolean} typos
 */
const rivals = (host, query, typos) => resembling(host, query.words, bound(query) + Math.floor(query.words.length / PER_MARGIN), typos);

/** The number of words that may differ. @param {Query} query */
const bound = ({ quote }) => Math.min(MAX_CHANGES, Math.floor(quote.length / PER_CHANGE));

/**
 * Reports whether the words [first, end) are in one block and split no contraction.
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
 * The place that is certainly the passage's own, if there is one: the only one whose
 * context agrees with the source, if the context is known; or the only one at all if
 * nothing else in the text resembles it.
 * @param {Host} host
 * @param {Query} query
 * @param {Place[]} places  without contradictions
 * @param {boolean} typos
 * @returns {Generator<void, Place|undefined>}
 */
function* confirmed(host, query, places, typos) {
  if (places.length > MAX_PLACES) return undefined;
  const { passage, quote, before, after } = query;
  if (passage.inside && !passage.before) return undefined;
  const agreeing = places.filter(({ sides }) => agrees(sides));
  if (agreeing.length === 1 && weight(quote) * (1 + known(passage) / quote.length) >= MIN_LENGTH) {
    if (passage.before && agreeing[0].verbatim) return agreeing[0];
    if (before.length > 0 && after.length > 0 && agreeing[0].verbatim) return agreeing[0];
  }
  if (places.length !== 1 || weight(quote) < MIN_LENGTH) return undefined;
  return (yield* rivals(host, query, typos))?.length === 1 ? places[0] : undefined;
}

/** The length of the known context of a passage, in characters. @param {Passage} passage */
const known = ({ before, after, prefix = '', suffix = '' }) => Math.max(prefix.length + suffix.length, (before?.length ?? 0) + (after?.length ?? 0));

/**
 * Reports whether other passages of the same paragraph with certain places are near in
 * the same block, each on the same side as in the source.
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
