import assert from 'node:assert/strict';
import test from 'node:test';
import { nextMark, stopAt, stopFor, stopOf } from './axis.js';

const stops = [['1980', 10, true], ['1981', 20, false], ['2020-01', 60, true], ['2020-02', 70, false], ['2021', 80, true]]
  .map(([asOf, x, mark]) => /** @type {import('./axis.js').Stop} */ ({ asOf, x, mark, text: '', what: '' }));

/** @type {[string, number][]} */
const dates = [['1980', 0], ['1980-05', 0], ['1999', 1], ['2020-01', 2], ['2020-01-03', 2], ['2020', 3], ['2024-02', 4], ['1950', 0]];
for (const [date, want] of dates) test(`the stop of ${date}`, () => assert.equal(stopOf(stops, date), want));

/** @type {[string, number, number, number][]} */
const places = [
  ['near another', 62, 0, 2], ['far away', 100, 0, 4], ['a little forward', 11, 0, 1], ['a little back', 69, 3, 2], ['where it is', 60, 2, 2], ['before the first', 0, 0, 0],
];
for (const [name, x, from, want] of places) test(`a slider ${name}`, () => assert.equal(stopAt(stops, x, from), want));

/** @type {[string, number, boolean, number|null][]} */
const keys = [
  ['ArrowRight', 1, false, 2], ['ArrowRight', 1, true, 0], ['ArrowLeft', 1, true, 2], ['ArrowLeft', 0, false, 0], ['ArrowUp', 4, false, 4], ['ArrowDown', 4, true, 3],
  ['PageUp', 0, false, 2], ['PageUp', 4, false, 4], ['PageDown', 3, false, 2], ['PageDown', 0, false, 0], ['Home', 3, false, 0], ['End', 0, false, 4], ['a', 2, false, null],
];
for (const [key, from, rtl, want] of keys) test(`${key} from ${from}${rtl ? ', right to left' : ''}`, () => assert.equal(stopFor(stops, from, key, rtl), want));

test('nextMark: playback stops at the end', () => {
  assert.deepEqual([nextMark(stops, -1), nextMark(stops, 0), nextMark(stops, 2), nextMark(stops, 4)], [0, 2, 4, null]);
});
