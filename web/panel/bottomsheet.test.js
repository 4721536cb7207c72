import assert from 'node:assert/strict';
import test from 'node:test';
import { nearest } from './bottomsheet.js';

const at = { peek: 104, half: 400, full: 760 };

/** @type {[string, number, number, string][]} */
const cases = [
  ['let go low', 150, 0, 'peek'],
  ['let go in the middle', 350, 0, 'half'],
  ['let go high', 700, 0, 'full'],
  ['flicked up from low', 110, 1, 'half'],
  ['flicked up from the middle', 420, 1, 'full'],
  ['flicked down from high', 740, -1, 'half'],
  ['flicked down from the middle', 390, -1, 'peek'],
  ['flicked up at the top', 760, 1, 'full'],
  ['flicked down at the bottom', 104, -1, 'peek'],
  ['moved slowly', 300, 0.1, 'half'],
];
for (const [name, height, speed, want] of cases) {
  test(`nearest: ${name}`, () => assert.equal(nearest(height, speed, at), want));
}
