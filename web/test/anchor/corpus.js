// Mutated articles with the expected result for each passage: its new position, or that
// it is gone. Everything is determined by a seed.

import { randomFrom } from '../random.js';
import { BREAK } from '../../anchor/fold.js';
import { DECOYS, INSERTS } from './decoys.js';
import { readMarked } from './marked.js';

/** @import {Passage} from '../../anchor/anchor.js' */

/**
 * How a passage was changed: not at all, without a change of meaning, or to another
 * meaning. A `repeated` passage is unchanged, but its words occur elsewhere too.
 * @typedef {'untouched'|'repeated'|'misspelled'|'typo'|'polished'|'gone'} Outcome
 *
 * @typedef {{text: string, id?: string, copy?: string}} Part  copy: the id of the passage whose words they are
 * @typedef {{aside: boolean, sentences: Part[][]}} Block
 *
 * @typedef {object} Article
 * @property {number} seed
 * @property {string} raw
 * @property {Passage[]} passages
 * @property {Map<string, {outcome: Outcome, from: number, to: number}>} truth  without those that were removed
 * @property {Map<string, {from: number, to: number}[]>} copies  where else a passage's words occur untouched
 */

/** @returns {Block[]} */
const parse = () => readMarked('lighthouse').paragraphs.map((sentences) => ({ aside: false, sentences }));

/**
 * Lays blocks out as one text.
 * @param {Block[]} blocks
 * @param {(text: string) => string} [set] how text is set
 */
function layOut(blocks, set = (text) => text) {
  let raw = '';
  /** @type {Map<string, {from: number, to: number, paragraph: number}>} */
  const places = new Map();
  /** @type {Map<string, {from: number, to: number}[]>} */
  const copies = new Map();
  blocks.forEach(({ sentences }, i) => {
    if (i > 0) raw += BREAK;
    sentences.forEach((sentence, j) => {
      if (j > 0) raw += ' ';
      for (const { id, text, copy } of sentence) {
        const from = raw.length;
        raw += set(text);
        if (copy) copies.set(copy, [...copies.get(copy) ?? [], { from, to: raw.length }]);
        if (id) places.set(id, { from, to: raw.length, paragraph: i + 1 });
      }
    });
  });
  return { raw, places, copies };
}

/** Characters of context on each side of a passage, as in annotation tools. */
const CONTEXT = 32;

/** The passages of the original article. @param {boolean} context whether with prefix and suffix */
function passagesOf(context) {
  const { raw, places } = layOut(parse());
  const inParagraph = (/** @type {number} */ from, /** @type {number} */ to) => raw.slice(Math.max(0, from), to);
  return [...places].map(([id, { from, to, paragraph }]) => ({
    id,
    exact: raw.slice(from, to),
    ...(context && { prefix: inParagraph(from - CONTEXT, from).replace(/^.*\u2029/, ''), suffix: inParagraph(to, to + CONTEXT).replace(/\u2029.*$/, '') }),
    paragraph,
    position: { start: from },
  }));
}

/** @typedef {() => number} Random */
/** @template T @param {Random} random @param {readonly T[]} list */
const pick = (random, list) => list[Math.floor(random() * list.length)];

/**
 * Replaces one random match of a pattern.
 * @param {Random} random
 * @param {string} text
 * @param {RegExp} pattern
 * @param {(match: string) => string} change
 */
function replaceOne(random, text, pattern, change) {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { 0: match, index } = pick(random, matches);
  return text.slice(0, index) + change(match) + text.slice(index + match.length);
}

const NUMBERS = ['three', 'nine', 'twelve', 'thirty', 'eighty', 'ninety'];
const NAMES = ['Portland', 'Hawkins', 'Dover', 'Margaret', 'Cornwall', 'Wight'];
const MONTHS = ['March', 'June', 'October'];
const CONTRARY = /** @type {Record<string, string>} */ ({
  ordered: 'forbade', lost: 'saved', destroyed: 'spared', fought: 'fed', never: 'often', greatest: 'smallest', finished: 'begun', first: 'last', upper: 'lower',
  south: 'north', almost: 'hardly', before: 'after', feared: 'loved', often: 'rarely', upwards: 'downwards', present: 'former', moved: 'sold', hired: 'dismissed',
  nothing: 'much', from: 'to', nobody: 'somebody', free: 'alight', night: 'morning', founded: 'funded', wholly: 'partly', did: 'could', completed: 'competed', inside: 'outside',
});

/** Changes of a passage's meaning. @type {((random: Random, text: string) => string)[]} */
const CHANGES = [
  (random, text) => replaceOne(random, text, /\d/g, (digit) => String((Number(digit) + 1 + Math.floor(random() * 8)) % 10)),
  (random, text) => replaceOne(random, text, /\b(one|two|fourteen|sixty)\b/g, () => pick(random, NUMBERS)),
  (random, text) => replaceOne(random, text, /(?<=[a-z] )[A-Z][a-z]+/g, (name) => (/ber$/.test(name) ? pick(random, MONTHS) : pick(random, NAMES))),
  (random, text) => replaceOne(random, text, /\b(is|are|was|were|had|be|did|has)\b/g, (verb) => `${verb} ${pick(random, ['not', 'never', 'no longer'])}`),
  (random, text) => replaceOne(random, text, /\b(is|are|was|were|had|did|has)\b/g, (verb) => `${verb}n’t`),
  (random, text) => replaceOne(random, text, / (not|never) /g, () => ' '),
  (random, text) => replaceOne(random, text, /\b[a-z]+\b/g, (word) => CONTRARY[word] ?? word),
  (random, text) => replaceOne(random, text, /(?<=[a-z] )[a-z]{4,}\b/g, (word) => CONTRARY[word] ?? `${pick(random, ['nearly', 'allegedly', 'seldom', 'hardly'])} ${word}`),
  (random, text) => text.split(' ').reverse().join(' '),
];

const LONG_WORD = /\b[a-z]{8,}\b/g;
/** Mistakes that don't change the meaning of a passage. @type {[Outcome, (random: Random, text: string) => string][]} */
const MISTAKES = [
  ['misspelled', (random, text) => replaceOne(random, text, LONG_WORD, (word) => replaceOne(random, word, /(?<=^.{2,})(.)(?!\1)(.)(?=..)/g, ([a, b]) => b + a))],
  ['misspelled', (random, text) => replaceOne(random, text, LONG_WORD, (word) => replaceOne(random, word, /(?<=^.{2,}).(?=..)/g, (letter) => letter + letter))],
  ['typo', (random, text) => replaceOne(random, text, /(?<=[a-z])[a-z]/g, () => '')],
  ['typo', (random, text) => replaceOne(random, text, /(?<=[a-z])[a-z]/g, () => pick(random, [...'aeiourstln']))],
  ['typo', (random, text) => replaceOne(random, text, /(?<=[a-z]) (?=[a-z])/g, () => '')],
];
/** Corrections that keep a passage's meaning. @type {((random: Random, text: string) => string)[]} */
const POLISHES = [
  (random, text) => replaceOne(random, text, / the (?=[a-z])/g, () => ' '),
  (random, text) => replaceOne(random, text, /(?<=[a-z]) (?=[a-z])/g, () => ', '),
  (random, text) => replaceOne(random, text, /, /g, () => ' '),
  (random, text) => replaceOne(random, text, /\b(was|did) not\b/g, (verb) => verb.replace(' not', 'n’t')),
  (random, text) => replaceOne(random, text, /(?<= )[a-z]{5,}/g, (word) => `“${word}”`),
];

/** Typesettings of an article. @param {Random} random @returns {(text: string) => string} */
function typesetter(random) {
  const quotes = random();
  const dashes = pick(random, ['—', ' — ', '–', ' – ', '--', ' - ']);
  const [spaces, hyphens, ligatures, apart] = [random() < 0.3, random() < 0.3, random() < 0.3, random() < 0.2];
  return (text) => {
    let out = text.replace(/—/g, dashes);
    if (quotes < 0.5) out = out.replace(/[“”]/g, '"').replace(/’/g, "'");
    else if (quotes < 0.7) out = out.replace(/“/g, '„').replace(/”/g, '“');
    if (spaces) out = out.replace(/ /g, () => pick(random, [' ', ' ', '\u00a0', '\u2009', '  ', '\n  ']));
    if (hyphens) out = out.replace(/\p{L}{8,}/gu, (word) => `${word.slice(0, 4)}\u00ad${word.slice(4)}`);
    if (ligatures) out = out.replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ');
    return apart ? out.normalize('NFD') : out;
  };
}

/** One mutated article. @param {number} seed @returns {Article} */
export function articleFrom(seed) {
  const random = randomFrom(seed);
  const chance = (/** @type {number} */ p) => random() < p;
  const context = seed % 2 === 0;
  const passages = passagesOf(context);
  let blocks = parse();
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map(passages.map(({ id }) => [id, 'untouched']));

  for (const block of [...blocks]) {
    for (const sentence of [...block.sentences]) {
      if (chance(0.06)) block.sentences.splice(block.sentences.indexOf(sentence), 1);
      for (const part of sentence) {
        if (!part.id) continue;
        const { id, text } = part;
        const change = (/** @type {Outcome} */ outcome, /** @type {string} */ changed) => {
          if (changed === text) return;
          part.text = changed;
          outcomes.set(id, outcome);
        };
        if (chance(0.15)) change('gone', pick(random, CHANGES)(random, text));
        else if (chance(0.12)) change(...mistaken(random, text));
        else if (chance(0.06)) change('polished', pick(random, POLISHES)(random, text));
        else if (context && chance(0.03)) {
          sentence.splice(sentence.indexOf(part), 0, { text: 'it is not true that ' });
          outcomes.set(id, 'gone');
        }
        // A copy of the original words, whatever happened to the passage.
        if (chance(0.05)) {
          blocks.splice(Math.floor(random() * blocks.length), 0, { aside: true, sentences: [[{ text, copy: id }]] });
          if (outcomes.get(id) === 'untouched') outcomes.set(id, 'repeated');
        }
      }
    }
  }
  if (chance(0.3)) {
    blocks = blocks.map((block) => ({ block, key: random() })).sort((a, b) => a.key - b.key).map(({ block }) => block);
  } else if (chance(0.3)) {
    const block = pick(random, blocks.filter(({ aside }) => !aside));
    for (const { id } of block.sentences.flat()) if (id && outcomes.get(id) === 'untouched') outcomes.set(id, 'repeated');
    const copy = { aside: false, sentences: block.sentences.map((sentence) => sentence.map(({ text }) => ({ text }))) };
    blocks.splice(Math.floor(random() * (blocks.length + 1)), 0, copy);
  }
  for (const texts of [INSERTS, DECOYS]) {
    for (let n = Math.floor(random() * 4); n > 0; n--) {
      blocks.splice(Math.floor(random() * (blocks.length + 1)), 0, { aside: true, sentences: [[{ text: pick(random, texts) }]] });
    }
  }

  const { raw, places, copies } = layOut(blocks, typesetter(random));
  const truth = new Map([...places].map(([id, { from, to }]) => [id, { outcome: /** @type {Outcome} */ (outcomes.get(id)), from, to }]));
  return { seed, raw, passages, truth, copies };
}

/** @param {Random} random @param {string} text @returns {[Outcome, string]} */
function mistaken(random, text) {
  const [outcome, change] = pick(random, MISTAKES);
  return [outcome, change(random, text)];
}

/** The number of articles in the corpus. */
export const ARTICLES = 400;

export const corpus = () => Array.from({ length: ARTICLES }, (_, i) => articleFrom(i + 1));
