import assert from 'node:assert/strict';
import test from 'node:test';
import { ContextLossRetries } from './contextloss.js';

const MINUTE = 60_000;

test('ContextLossRetries: three in ten minutes, each after a longer wait', () => {
  const retries = new ContextLossRetries();
  assert.deepEqual([0, 1, 2, 3].map((minute) => retries.next(minute * MINUTE)), [500, 2000, 8000, null]);
});

test('ContextLossRetries: older ones do not count', () => {
  const retries = new ContextLossRetries();
  for (const minute of [0, 4, 8]) assert.notEqual(retries.next(minute * MINUTE), null);
  assert.equal(retries.next(9.9 * MINUTE), null);
  assert.equal(retries.next(10 * MINUTE), 8000);
  assert.equal(retries.next(10 * MINUTE), null, 'a refusal is no restart, and the one at minute 4 still counts');
});
