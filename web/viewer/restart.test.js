import assert from 'node:assert/strict';
import test from 'node:test';
import { Restarts } from './restart.js';

const MINUTE = 60_000;

test('three restarts in ten minutes, each after a longer wait, then none', () => {
  const restarts = new Restarts();
  assert.deepEqual([0, 1, 2, 3].map((minute) => restarts.next(minute * MINUTE)), [500, 2000, 8000, null]);
});

test('what is longer ago does not count', () => {
  const restarts = new Restarts();
  for (const minute of [0, 4, 8]) assert.notEqual(restarts.next(minute * MINUTE), null);
  assert.equal(restarts.next(9.9 * MINUTE), null);
  assert.equal(restarts.next(10 * MINUTE), 8000);
  assert.equal(restarts.next(10 * MINUTE), null, 'a refusal is no restart, and the one at minute 4 still counts');
});
