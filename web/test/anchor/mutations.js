// Articles that were corrected, cut and rearranged after the network was made, with the
// expected result for each passage. Everything is determined by a seed.

import { randomFrom } from '../random.js';
import { BREAK } from '../../anchor/fold.js';
import { ARTICLES, readBook, readMarked } from './marked.js';

/** @import {PassageIndex} from '../../embed/passages.js' */
/** @import {Marked, Part} from './marked.js' */

/**
 * How a passage was changed: `kept`, its whole sentence is unchanged; `mild`, its
 * sentence has a typo that doesn't change the meaning; `open`, the change in its
 * sentence is too far away to be detected; `gone`, the passage or its sentence has
 * another meaning or was removed.
 * @typedef {'kept'|'mild'|'open'|'gone'} Outcome
 *
 * @typedef {{parts: Part[], outcome: Outcome, far: Set<string>}} Sentence  far: passages that a change did not come near
 * @typedef {Sentence[]} Block
 *
 * @typedef {object} Mutated
 * @property {string} name   of the article, and the seed
 * @property {string} raw
 * @property {string[]} done what was done to it
 * @property {PassageIndex} book
 * @property {Map<string, {outcome: Outcome, from: number, to: number}>} truth
 */

/** @typedef {ReturnType<typeof chance>} Chance */
/** @param {number} seed */
function chance(seed) {
  const random = randomFrom(seed);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  /** @template T @param {readonly T[]} list */
  const pick = (list) => list[below(list.length)];
  return { below, pick };
}

/** Words that negate, hedge or deny a sentence, by language. @type {Map<string, {words: string[], before: string[]}>} */
const DOUBTS = new Map([
  ['en', { words: ['not', 'never', 'allegedly', 'hardly', 'no longer', 'reportedly', 'nearly'], before: ['It is not true that ', 'Nobody ever believed for a moment that ', 'It was later found to be wrong to say that ', 'Critics doubt whether '] }],
  ['de', { words: ['nicht', 'nie', 'angeblich', 'kaum'], before: ['Es ist falsch, dass ', 'Niemand glaubt, dass '] }],
  ['fa', { words: ['هرگز', 'ظاهراً', 'به‌سختی'], before: ['درست نیست که ', 'هیچ‌کس باور ندارد که '] }],
  ['ar', { words: ['لم', 'أبدا', 'زعما'], before: ['ليس صحيحا أن ', 'لا يصدق أحد أن '] }],
  ['zh', { words: ['不', '没有', '据称', '从未'], before: ['这不是真的：', '没有人相信'] }],
  ['ja', { words: ['ほとんど', '決して', '一部の'], before: ['次のことは事実ではない、', '誰も信じていないが、'] }],
]);
const WORDS = /\p{L}[\p{L}\p{M}]{3,}/gu;

/**
 * Changes the text of a sentence at a random place; returns null if it can't.
 * @typedef {(text: string, chance: Chance, article: Marked) => {at: number, length: number, put: string}|null} Edit
 */

/** @param {RegExp} pattern @param {(found: string, chance: Chance, article: Marked) => string} change @returns {Edit} */
const replace = (pattern, change) => (text, chance, article) => {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return null;
  const { 0: found, index } = chance.pick(all);
  const put = change(found, chance, article);
  return put === found ? null : { at: index, length: found.length, put };
};

/** Corrections that change a sentence's meaning. @type {Record<string, Edit>} */
const CORRECTIONS = {
  number: replace(/[0-9０-９۰-۹]/g, (digit, { below }) => {
    const zero = digit <= '9' ? 0x30 : digit >= '０' ? 0xff10 : 0x6f0;
    return String.fromCharCode(zero + (digit.charCodeAt(0) - zero + 1 + below(8)) % 10);
  }),
  name(text, chance, { names }) {
    const found = names.filter((name) => text.includes(name));
    if (found.length === 0) return null;
    const name = chance.pick(found);
    const [first, ...rest] = name.split(' ');
    const other = chance.pick(names.filter((other) => other !== name));
    // The whole name, or only its last word.
    if (rest.length > 0 && chance.below(2)) return { at: text.indexOf(name) + first.length + 1, length: rest.join(' ').length, put: other.split(' ').slice(-1)[0] + 's' };
    return { at: text.indexOf(name), length: name.length, put: other };
  },
  negation: replace(/(?<=\s)(?=\p{Ll}|[\u0600-\u06ff])|(?<=[\p{sc=Han}\p{sc=Hiragana}])(?=[\p{sc=Han}\p{sc=Katakana}])/gu, (_, { pick }, { language }) => pick(DOUBTS.get(language)?.words ?? []) + (/zh|ja/.test(language) ? '' : ' ')),
  denial: (_, { pick }, { language }) => ({ at: 0, length: 0, put: pick(DOUBTS.get(language)?.before ?? []) }),
  'word less': replace(/\s(?!the\s)\p{L}+(?=\s)/gu, () => ''),
  'words swapped': replace(/\b(?!the\b)[a-zäöüß]{3,}\s(?!the\b)[a-zäöüß]{3,}/gu, (words) => words.split(/\s/).reverse().join(' ')),
  'another word': replace(WORDS, (word, { below }) => (below(2) ? `${word.slice(0, 2)}${word.slice(3)}x` : [...word].reverse().join(''))),
  'another case': replace(/(?<=\s)\p{Ll}\p{L}{3,}/gu, (word) => word[0].toUpperCase() + word.slice(1)),
  'a contraction': replace(/\b(did|had|has|was|were|is)\b/g, (verb) => `${verb}n’t`),
  'not less': replace(/\b(never|not|nothing|nicht|nie)\b /g, () => ''),
  'end cut': replace(/[^.。]{4,9}(?=[.。]$)/gu, () => ''),
};

/** Changes that keep a sentence's meaning. @type {Record<string, Edit>} */
const SLIPS = {
  'letters swapped': replace(/\b[a-z]{8,}\b/g, (word) => `${word.slice(0, 4)}${word[5]}${word[4]}${word.slice(6)}`),
  'a comma more': replace(/(?<=[a-z])(?= [a-z])/g, () => ','),
  'quotes around a word': replace(/(?<= )[a-z]{5,}(?= )/g, (word) => `“${word}”`),
};

/** The distance from a change, in characters, within which a passage's context is known: the build's contextLetters, minus a word. */
const NEAR = 50;

/**
 * Applies an edit to a sentence.
 * @param {Sentence} sentence
 * @param {Edit} edit
 * @param {Outcome} outcome
 * @param {Chance} chance
 * @param {Marked} article
 */
function apply(sentence, edit, outcome, chance, article) {
  const text = sentence.parts.map((part) => part.text).join('');
  const done = edit(text, chance, article);
  if (!done) return false;
  const { at, length, put } = done;
  let start = 0;
  let isPut = false;
  for (const [i, part] of sentence.parts.entries()) {
    const end = start + part.text.length;
    const from = Math.min(Math.max(at, start), end) - start;
    const to = Math.min(Math.max(at + length, start), end) - start;
    /** @type {boolean} */
    const takes = !isPut && (at < end || i === sentence.parts.length - 1);
    if (part.id && (at > end + NEAR || at + length < start - NEAR)) sentence.far.add(part.id);
    part.text = part.text.slice(0, from) + (takes ? put : '') + part.text.slice(to);
    isPut ||= takes;
    start = end;
  }
  if (sentence.outcome === 'kept' || outcome === 'gone') sentence.outcome = outcome;
  return true;
}

/** @param {Sentence} sentence */
const textOf = ({ parts }) => parts.map(({ text }) => text).join('');

/** The passages that are not near the first part. @param {Part[]} parts */
function farFrom(parts) {
  let length = 0;
  const far = [];
  for (const { id, text } of parts) {
    if (id && length > NEAR) far.push(id);
    length += text.length;
  }
  return far;
}

/** @param {Sentence} sentence @returns {Sentence} without its passages */
const copy = ({ parts }) => ({ parts: parts.map(({ text }) => ({ text })), outcome: 'kept', far: new Set() });

/** Rearrangements; each returns a description of what it did, '' for nothing. @type {((blocks: Block[], chance: Chance, article: Marked) => string)[]} */
const REARRANGEMENTS = [
  (blocks, { pick, below }) => {
    const block = pick(blocks);
    block.splice(below(block.length), 1);
    return 'a sentence deleted';
  },
  (blocks, { below }) => {
    blocks.splice(below(blocks.length), 1);
    return 'a paragraph deleted';
  },
  (blocks, { pick, below }) => {
    const from = pick(blocks);
    const at = below(from.length);
    if (blocks.flat().filter((other) => textOf(other) === textOf(from[at])).length > 1) return ''; // ambiguous
    const [sentence] = from.splice(at, 1);
    const to = pick(blocks);
    if (sentence) to.splice(below(to.length + 1), 0, sentence);
    return 'a sentence moved';
  },
  (blocks, { below }) => {
    const [block] = blocks.splice(below(blocks.length), 1);
    blocks.splice(below(blocks.length + 1), 0, block);
    return 'a paragraph moved';
  },
  (blocks, { below }) => {
    const at = below(blocks.length);
    const [block] = blocks.splice(at, 1);
    const cut = below(block.length + 1);
    blocks.splice(at, 0, block.slice(0, cut), block.slice(cut));
    return 'a paragraph split';
  },
  (blocks, { below }) => {
    const at = below(blocks.length - 1);
    blocks.splice(at, 2, [...blocks[at], ...blocks[at + 1]]);
    return 'paragraphs merged';
  },
  (blocks, chance, article) => { // a sentence similar to another
    const sentence = copy(chance.pick(chance.pick(blocks)) ?? { parts: [], outcome: 'kept', far: new Set() });
    const [name, edit] = chance.pick(Object.entries(CORRECTIONS));
    if (!apply(sentence, edit, 'gone', chance, article)) return '';
    const to = chance.pick(blocks);
    to.splice(chance.below(to.length + 1), 0, sentence);
    return `a copy with ${name}`;
  },
  (blocks, { pick, below }) => { // a box with the words of a passage
    const part = pick(blocks.flat().flatMap(({ parts }) => parts).filter(({ id, text }) => id && !text.endsWith('.')));
    if (part) blocks.splice(below(blocks.length), 0, [{ parts: [{ text: part.text }], outcome: 'kept', far: new Set() }]);
    return 'a passage in a box';
  },
  (blocks, { pick }) => { // the second halves of two sentences are swapped
    const [one, two] = [pick(blocks.flat()), pick(blocks.flat())];
    if (!one || !two || one === two || ![one, two].every(({ parts }) => parts.length > 1 && /\p{L}/u.test(parts.at(-1)?.text ?? ''))) return '';
    const tails = [one.parts.splice(-1), two.parts.splice(-1)];
    one.parts.push(...tails[1]);
    two.parts.push(...tails[0]);
    for (const sentence of [one, two]) sentence.outcome = 'gone';
    return 'halves swapped';
  },
  (blocks, { pick }) => { // two sentences are joined
    const block = pick(blocks);
    const last = block[0].parts.at(-1);
    if (block.length < 2 || !last || !/[.。]$/.test(last.text)) return '';
    const [one, two] = block.splice(0, 2);
    last.text = last.text.replace(/[.。]$/u, ', which is doubtful, and ');
    const far = new Set([...one.far, ...two.far, ...farFrom(one.parts.slice().reverse()), ...farFrom(two.parts)]);
    block.unshift({ parts: [...one.parts, ...two.parts], outcome: 'gone', far });
    return 'sentences joined';
  },
];

/** @param {number} seed @returns {Mutated} */
export function mutatedFrom(seed) {
  const chanced = chance(seed);
  const name = seed % 3 === 0 ? 'harbour' : ARTICLES[seed % ARTICLES.length];
  const article = readMarked(name);
  let blocks = article.paragraphs.map((block) => block.map((parts) => /** @type {Sentence} */ ({ parts, outcome: 'kept', far: new Set() })));
  const done = [];
  for (let n = 1 + chanced.below(Math.min(6, blocks.length)); n > 0 && blocks.length > 1; n--) {
    const kind = chanced.below(10);
    const sentence = chanced.pick(blocks.flat());
    if (kind < 5 && sentence) {
      const [what, edit] = chanced.pick(Object.entries(CORRECTIONS));
      if (apply(sentence, edit, 'gone', chanced, article)) done.push(what);
    } else if (kind < 6 && sentence && article.language === 'en') {
      const [what, edit] = chanced.pick(Object.entries(SLIPS));
      if (apply(sentence, edit, 'mild', chanced, article)) done.push(what);
    } else {
      done.push(chanced.pick(REARRANGEMENTS)(blocks, chanced, article));
    }
    blocks = blocks.filter((block) => block.length > 0);
  }

  let raw = '';
  /** @type {Mutated['truth']} */
  const truth = new Map();
  blocks.forEach((block, i) => {
    if (i > 0) raw += BREAK;
    block.forEach(({ parts, outcome, far }, j) => {
      if (j > 0) raw += article.between;
      for (const { id, text } of parts) {
        if (id) truth.set(id, { outcome: outcome === 'gone' && far.has(id) ? 'open' : outcome, from: raw.length, to: raw.length + text.length });
        raw += text;
      }
    });
  });
  return { name: `${name} ${seed}`, raw, done, book: readBook(name), truth };
}
