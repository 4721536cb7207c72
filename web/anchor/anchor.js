// Finds a network's passages in the text of a host article.
//
// A wrong anchor puts words into an author's mouth, a missing one is a line in
// a panel; so whatever is in doubt is not anchored. A passage is anchored where
// its folded text stands verbatim, or, from 20 characters on, where it differs
// by one word in 20 characters and by nothing that changes what it says: a slip
// of the keys, punctuation, a contraction, a “the”. Another number, name, verb
// or “not” is a difference too many. words.js says what is mild.

import { agreement, isDenied } from './context.js';
import { fold, run } from './fold.js';
import { Host } from './host.js';
import { resembling } from './resemble.js';
import { splitting } from './words.js';

/**
 * A passage as the network gives it; prefix, suffix, paragraph and position
 * tell its occurrences apart.
 * @typedef {object} Passage
 * @property {string} id
 * @property {string} exact
 * @property {string} [prefix]     what stands right before it in its source
 * @property {string} [suffix]     and right after
 * @property {number} [paragraph]  of its source
 * @property {{start: number}} [position]  in its source
 */

/**
 * A passage made ready to be found.
 * @typedef {object} Sought
 * @property {Passage} passage
 * @property {string} quote      folded
 * @property {string[]} words
 * @property {string[]} before   the words of its prefix
 * @property {string[]} after    and of its suffix
 * @property {string[]} lead     those of the prefix that are in the same sentence
 * @property {string[]} tail     and of the suffix
 */

/**
 * Where a passage stands in the raw host text, [from, to) in UTF-16 units, or
 * why it isn't anchored: `missing`, it does not stand there; `ambiguous`, it
 * can't be told which place is its own.
 * @typedef {{from: number, to: number, verbatim: boolean}|'missing'|'ambiguous'} Anchor
 */

/**
 * @typedef {object} Options
 * @property {string} [language]  of the passages, such as `en`; slips of the keys are only known in English
 */

/** A shorter quote is too common to stand for itself. In folded characters. */
const SHORT = 20;
/** Folded characters of a quote for one word that may differ, and at most so many words. */
const PER_CHANGE = 20;
const MOST_CHANGES = 4;
/** Words of a passage for one more word in which a second place must differ, to be no rival. */
const PER_MARGIN = 4;
/** A quote that occurs more often is told apart by nothing. */
const MOST_PLACES = 64;
/** Words that must agree on either side of a place to confirm it. */
const CONFIRMING = 2;
/** How far apart two passages of one paragraph keep company, in folded characters. */
const COMPANY = 1_000;

/** A longer text is not searched, in UTF-16 units. */
const LONGEST = 4_000_000;

/**
 * A place in the folded text; `denied` if what stands beside it says the contrary.
 * @typedef {{from: number, to: number, verbatim: boolean, denied: boolean}} Place
 */

/**
 * Finds all passages in a raw text, with a pause after each and within the
 * preparation of a long text.
 * @param {string} raw
 * @param {Passage[]} passages
 * @param {Options} [options]
 * @returns {Generator<void, Map<string, Anchor>>}
 */
export function* anchoring(raw, passages, { language = '' } = {}) {
  if (raw.length > LONGEST) return new Map(passages.map(({ id }) => [id, 'missing']));
  const host = yield* Host.preparing(raw);
  const slips = /^en\b/i.test(language);
  const soughts = passages.map(seek);

  /** @type {Map<string, Place>} */
  const sure = new Map();
  /** @type {Map<Sought, Place[]>} */
  const open = new Map();
  for (const sought of soughts) {
    const places = yield* candidates(host, sought, slips);
    const place = yield* confirmed(host, sought, places, slips);
    if (place && !place.denied) sure.set(sought.passage.id, place);
    else open.set(sought, places);
    yield;
  }

  const kept = new Map(sure);
  for (const [sought, places] of open) {
    if (places.length > MOST_PLACES) continue;
    const accompanied = places.filter((place) => place.verbatim && hasCompany(host, sought, place, soughts, sure));
    if (accompanied.length === 1 && !accompanied[0].denied) kept.set(sought.passage.id, accompanied[0]);
  }
  return new Map(soughts.map((sought) => {
    const place = kept.get(sought.passage.id);
    const inDoubt = open.get(sought)?.some(({ denied }) => !denied);
    return [sought.passage.id, place ? inRaw(host, place) : inDoubt ? 'ambiguous' : 'missing'];
  }));
}

/**
 * The same at once.
 * @param {string} raw
 * @param {Passage[]} passages
 * @param {Options} [options]
 */
export const anchor = (raw, passages, options) => run(anchoring(raw, passages, options));

/** @param {Passage} passage @returns {Sought} */
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
 * Where the passage stands: verbatim, or else, for want of that, faithfully.
 * @param {Host} host
 * @param {Sought} sought
 * @param {boolean} slips
 * @returns {Generator<void, Place[]>}
 */
function* candidates(host, sought, slips) {
  const { quote, words } = sought;
  if (words.length === 0) return [];
  const place = (/** @type {number} */ from, /** @type {number} */ to, /** @type {boolean} */ verbatim) => ({ from, to, verbatim, denied: isDenied(host, sought, from, to) });
  const verbatim = host.verbatim(quote, MOST_PLACES + 1)
    .map((from) => place(from, from + quote.length, true));
  if (verbatim.length > 0 || quote.length < SHORT) return verbatim;

  return ((yield* rivals(host, sought, slips)) ?? [])
    .filter(({ first, end, changes, faithful }) => faithful && changes <= bound(sought) && isWhole(host, first, end))
    .map(({ first, end }) => place(host.split.from[first], host.split.to[end - 1], false));
}

/**
 * All that resembles the passage, itself included, in more words than may
 * differ in it: a second one casts doubt on the first.
 * @param {Host} host
 * @param {Sought} sought
 * @param {boolean} slips
 */
const rivals = (host, sought, slips) => resembling(host, sought.words, bound(sought) + Math.floor(sought.words.length / PER_MARGIN), slips);

/** How many words may differ. @param {Sought} sought */
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
 * The place that is the passage's own beyond doubt, if there is one: what
 * surrounds it agrees on both sides, and on neither side elsewhere; or it is the
 * only one, and nothing else in the text even resembles it.
 * @param {Host} host
 * @param {Sought} sought
 * @param {Place[]} places
 * @param {boolean} slips
 * @returns {Generator<void, Place|undefined>}
 */
function* confirmed(host, sought, places, slips) {
  if (places.length > MOST_PLACES) return undefined;
  const agreeing = places.map((place) => ({ place, ...agreement(host, sought, place.from, place.to) }))
    .filter(({ left, right }) => left >= CONFIRMING || right >= CONFIRMING);
  if (agreeing.length === 1) {
    const [{ place, left, right }] = agreeing;
    if (place.verbatim && left >= CONFIRMING && right >= CONFIRMING) return place;
  }
  if (places.length !== 1 || sought.quote.length < SHORT) return undefined;
  return (yield* rivals(host, sought, slips))?.length === 1 ? places[0] : undefined;
}

/**
 * Whether other passages of the same paragraph, of whose places there is no
 * doubt, stand close by in the same block, all on the side on which they stood.
 * @param {Host} host
 * @param {Sought} sought
 * @param {Place} place
 * @param {Sought[]} soughts
 * @param {Map<string, Place>} sure
 */
function hasCompany(host, sought, place, soughts, sure) {
  const { passage, before, after } = sought;
  if (passage.paragraph === undefined || passage.position === undefined) return false;
  const { left, right } = agreement(host, sought, place.from, place.to);
  // What stood around it is known, and it isn't there.
  if (left + right === 0 && before.length + after.length > 0) return false;
  let company = 0;
  for (const { passage: other } of soughts) {
    const there = sure.get(other.id);
    if (!there || other.paragraph !== passage.paragraph || other.position === undefined) continue;
    if (host.block(there.from) !== host.block(place.from) || Math.abs(there.from - place.from) > COMPANY) continue;
    if (Math.sign(other.position.start - passage.position.start) !== Math.sign(there.from - place.from)) return false;
    company++;
  }
  return company > 0;
}

/** @param {Host} host @param {Place} place */
const inRaw = ({ folded }, { from, to, verbatim }) => ({ from: folded.from[from], to: folded.to[to - 1], verbatim });
