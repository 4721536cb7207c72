import assert from 'node:assert/strict';
import test from 'node:test';
import { format, parse } from './address.js';
import { known } from '../test/fuzz/address.fuzz.js';
import { initialState } from './store.js';

/** @type {[string, string, object][]} */
const both = [
  ['nothing', '', {}],
  ['a selection', 'select=qaani', { select: 'qaani' }],
  ['an id with other signs', 'select=a%20b%26c', { select: 'a b&c' }],
  ['filters', 'hide=relation.arms,relation.money', { hide: ['relation.arms', 'relation.money'] }],
  ['a view', 'view=12.5,-40,1.5', { view: { x: 12.5, y: -40, zoom: 1.5 } }],
  ['a focus', 'focus=qaani', { focus: 'qaani' }],
  ['a date', 'as-of=2020-01', { asOf: '2020-01' }],
  ['what is taken out', 'remove=qaani,r1', { remove: ['qaani', 'r1'] }],
  ['a chain', 'chain=tehran,qaani', { chain: { from: 'tehran', to: 'qaani' } }],
  ['a measure', 'size=reach', { size: 'reach' }],
  ['a step without anything else', 'select=&step=s1', { step: 's1' }],
  ['a step', 'hide=relation.arms&as-of=2019&step=s1', { step: 's1', asOf: '2019', hide: ['relation.arms'] }],
  ['a step that the reader changed', 'select=qaani&step=s1', { step: 's1', select: 'qaani' }],
  ['all', 'select=qaani&focus=qaani&hide=relation.arms&as-of=2019&remove=r1&chain=tehran,qaani&size=degree&step=s1&view=0,0,1', {
    select: 'qaani', focus: 'qaani', hide: ['relation.arms'], asOf: '2019', remove: ['r1'],
    chain: { from: 'tehran', to: 'qaani' }, size: 'degree', step: 's1', view: { x: 0, y: 0, zoom: 1 },
  }],
];
for (const [name, fragment, part] of both) {
  const state = { ...initialState, ...part };
  test(`format: ${name}`, () => assert.equal(format(state), fragment));
  test(`parse: ${name}`, () => assert.deepEqual(parse(`#${fragment}`, known), state));
}

test('format: leaves out the hover and rounds the view', () => {
  assert.equal(format({ ...initialState, hover: 'qaani', view: { x: 1 / 3, y: -1e-9, zoom: 1.23456 } }), 'view=0.33,0,1.2346');
});

/** @type {[string, string, object][]} */
const odd = [
  ['unknown id', '#select=nobody&hide=relation.arms', { hide: ['relation.arms'] }],
  ['unknown token', '#hide=relation.arms,relation.love', { hide: ['relation.arms'] }],
  ['focus on a relation', '#focus=r1', {}],
  ['date of words', '#as-of=today', {}],
  ['day 30 of February', '#as-of=2020-02-30', {}],
  ['removes an unknown part', '#remove=p1,r1,nobody', { remove: ['r1'] }],
  ['chain of one', '#chain=tehran', {}],
  ['chain of three', '#chain=tehran,qaani,tehran', {}],
  ['unknown measure', '#size=weight', {}],
  ['unknown step', '#step=s9', {}],
  ['a step alone, with all that it shows', '#step=s1', { step: 's1', asOf: '2019', hide: ['relation.arms'] }],
  ['a step and words of others', '#utm=1&step=s1', { step: 's1', asOf: '2019', hide: ['relation.arms'] }],
  ['unknown part', '#utm=1&select=qaani', { select: 'qaani' }],
  ['view of two numbers', '#view=1,2', {}],
  ['view of words', '#view=a,b,c', {}],
  ['view with a gap', '#view=1,,2', {}],
  ['view of zoom 0', '#view=1,2,0', {}],
  ['view beyond numbers', '#view=1,2,Infinity', {}],
  ['broken escape', '#select=%E0%A4%A', {}],
  ['the page’s own link', '#e-qaani', { select: 'qaani' }],
  ['the page’s own link, escaped', '#e-%C3%A9', { select: 'é' }],
  ['a broken link', '#e-%E0%A4%A', {}],
];
for (const [name, fragment, part] of odd) {
  test(`parse: leaves out what is unknown: ${name}`, () => assert.deepEqual(parse(fragment, known), { ...initialState, ...part }));
}
