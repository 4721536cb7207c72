import assert from 'node:assert/strict';
import test from 'node:test';
import { anchor } from './anchor.js';
import { corpus } from '../test/anchor/corpus.js';
import { judge } from '../test/anchor/judge.js';
import { BREAK } from './fold.js';

/** @import {Passage} from './anchor.js' */
/** @import {Outcome} from '../test/anchor/corpus.js' */

const QUOTE = 'the keeper was seldom signed in before the harbour board had received his letters';

/** @type {[string, string, string|null][]} */
const texts = [
  ['verbatim', QUOTE, QUOTE],
  ['in other typesetting', 'the keeper was sel\u00addom signed in  before the harbour board had received his letters', ''],
  ['over a break', QUOTE.replace('before ', `before${BREAK}`), ''],
  ['two letters swapped', QUOTE.replace('received', 'recevied'), ''],
  ['a letter doubled', QUOTE.replace('harbour', 'harbbour'), ''],
  ['a comma more', QUOTE.replace('in before', 'in, before'), ''],
  ['a “the” less', QUOTE.replace('before the', 'before'), ''],
  ['a “The” for a “the”', QUOTE.replace('before the', 'before The'), ''],
  ['a typo over a break', QUOTE.replace('received', 'recevied').replace('before ', `before${BREAK}`), null],
  ['a typo that makes another word', QUOTE.replace('signed', 'singed'), null],
  ['another verb', QUOTE.replace('received', 'refused'), null],
  ['a letter replaced', QUOTE.replace('letters', 'litters'), null],
  ['a “not” more', QUOTE.replace('had', 'had not'), null],
  ['a contracted “not” more', QUOTE.replace('had', 'hadn’t'), null],
  ['a “not” before', `not ${QUOTE}`, null],
  ['a “not” in the sentence before', `It was not. ${QUOTE}`, QUOTE],
  ['a number more', QUOTE.replace('his', 'his 3'), null],
  ['a hedge more', QUOTE.replace('was', 'was allegedly'), null],
  ['a word less', QUOTE.replace('seldom ', ''), null],
  ['another order', QUOTE.replace('keeper', 'board').replace('harbour board', 'harbour keeper'), null],
  ['a name for a common noun', QUOTE.replace('keeper', 'Keeper'), null],
  ['a question', QUOTE.replace('board', 'board?'), null],
  ['twice', `${QUOTE}. ${QUOTE}`, null],
  ['with another much like it', `${QUOTE}. ${QUOTE.replace('keeper', 'captain')}`, null],
  ['with typos, and another much like it', `${QUOTE.replace('received', 'recevied')}. ${QUOTE.replace('keeper', 'captain')}`, null],
  ['not there', 'The keeper had his letters from the board.', null],
  ['no text', '', null],
];
for (const [name, text, want] of texts) {
  test(`anchor: ${name}`, () => {
    const raw = `Before it.${BREAK}${text}${BREAK}After it.`;
    const found = anchor(raw, [{ id: 'p', exact: QUOTE }], { languages: ['en'] }).get('p');
    assert.equal(typeof found === 'object' ? raw.slice(found.from, found.to) : null, want === '' ? text : want);
  });
}

/** @type {[string, Omit<Passage, 'id'>, string, number|string][]} */
const places = [
  ['no part of a word', { exact: 'arms' }, 'It harms.', 'missing'],
  ['no part of a number', { exact: '000 men of the northern guard' }, 'There were 3,000 men of the northern guard.', 'missing'],
  ['no part of a contraction', { exact: 'the men of the northern guard can' }, 'But the men of the northern guard can’t.', 'missing'],
  ['a short quote by itself', { exact: 'its arms' }, 'It sent its arms.', 'ambiguous'],
  ['a short quote in its context', { exact: 'its arms', prefix: 'it sent ', suffix: ' to the coast' }, 'Its arms? Yes, it sent its arms to the coast.', 23],
  ['a short quote in another context', { exact: 'its arms', prefix: 'and it sent ', suffix: ' to the coast' }, 'The sea is raising its arms.', 'missing'],
  ['distinguished by the context', { exact: QUOTE, prefix: 'He said: ', suffix: ', and left' }, `“${QUOTE}.” He said: ${QUOTE}, and left.`, 94],
  ['not where half of the context is another', { exact: QUOTE, prefix: 'He said: ', suffix: ', and left' }, `He said: ${QUOTE}. And ${QUOTE}, and left.`, 'missing'],
  ['not where a corrected name is before it', { exact: QUOTE.slice(15), prefix: 'keeper ' }, `The captain ${QUOTE.slice(15)}.`, 'missing'],
  ['where a prefix begins within a word', { exact: QUOTE, prefix: 'id: ' }, `He said: ${QUOTE}.`, 9],
  ['not where a prefix ends another word', { exact: QUOTE, prefix: 'said ' }, `He saw ${QUOTE}.`, 'missing'],
  ['quoted by itself', { exact: QUOTE, prefix: 'He said: ' }, `He:\u2029“${QUOTE}.”\u2029`, 5],
  ['Chinese inside a sentence', { exact: '港务局付钱给两名领航员', prefix: '秋天' }, '秋天港务局付钱给两名领航员并', 2],
  ['denied at a distance', { exact: QUOTE, prefix: '', suffix: '.' }, `It is not true that ${QUOTE}.`, 'missing'],
  ['denied in the source too', { exact: QUOTE, prefix: 'It is not true that ', suffix: '.' }, `It is not true that ${QUOTE}.`, 20],
  ['a quantity changed by a “the”', { exact: 'it was he who held the most ships of all' }, 'Then it was he who held most ships of all.', 'missing'],
  ['a blank quote', { exact: ' \u00ad' }, 'Anything.', 'missing'],
];
for (const [name, passage, raw, want] of places) {
  test(`anchor: ${name}`, () => {
    const found = anchor(raw, [{ id: 'p', ...passage }], { languages: ['en'] }).get('p');
    assert.equal(typeof found === 'object' ? found.from : found, want);
  });
}

test('anchor: a short quote near other passages of its paragraph', () => {
  const passages = [
    { id: 'long', exact: QUOTE, paragraph: 4, position: { start: 100 } },
    { id: 'short', exact: 'its arms', paragraph: 4, position: { start: 300 } },
    { id: 'wrong side', exact: 'the end', paragraph: 4, position: { start: 20 } },
  ];
  const raw = `Of its arms.${BREAK}So ${QUOTE}, and its arms; the end.`;
  const anchors = anchor(raw, passages);
  assert.deepEqual(anchors.get('short'), { from: raw.lastIndexOf('its arms'), to: raw.lastIndexOf('its arms') + 8, verbatim: true, reading: 0 });
  assert.equal(anchors.get('wrong side'), 'ambiguous');
});

test('anchor: neighbors do not outweigh a different context', () => {
  const passages = [
    { id: 'long', exact: QUOTE, paragraph: 4, position: { start: 100 } },
    { id: 'short', exact: 'its arms', prefix: 'bought ', suffix: ' abroad', paragraph: 4, position: { start: 300 } },
  ];
  assert.equal(anchor(`So ${QUOTE}, and its arms were raised.`, passages).get('short'), 'missing');
});

test('anchor: typing errors are accepted in English only', () => {
  assert.equal(anchor(QUOTE.replace('received', 'recevied'), [{ id: 'p', exact: QUOTE }], { languages: ['de'] }).get('p'), 'missing');
});

test('anchor: no false anchor in the corpus', (t) => {
  const articles = corpus();
  /** @type {Map<Outcome, {right: number, all: number}>} */
  const tallies = new Map();
  /** @type {string[]} */
  const falses = [];
  let took = 0;
  let longest = 0;
  for (const article of articles) {
    const since = performance.now();
    const anchors = anchor(article.raw, article.passages, { languages: ['en'] });
    const time = performance.now() - since;
    took += time;
    longest = Math.max(longest, time);
    const judged = judge(article, anchors);
    falses.push(...judged.falses, ...judged.copied);
    for (const { outcome, right } of judged.present) {
      const tally = tallies.get(outcome) ?? { right: 0, all: 0 };
      tallies.set(outcome, tally);
      tally.all++;
      if (right) tally.right++;
    }
  }
  for (const [outcome, { right, all }] of tallies) t.diagnostic(`recall, ${outcome}: ${right} of ${all} (${(100 * right / all).toFixed(1)} %)`);
  const sum = [...tallies.values()].reduce((a, b) => ({ right: a.right + b.right, all: a.all + b.all }));
  t.diagnostic(`recall, all: ${sum.right} of ${sum.all} (${(100 * sum.right / sum.all).toFixed(1)} %)`);
  t.diagnostic(`${articles.length} articles in ${took.toFixed(0)} ms, ${longest.toFixed(1)} ms the longest`);
  assert.deepEqual(falses, []);
  assert.ok(sum.right > 0.8 * sum.all, 'too few passages are found');
});
