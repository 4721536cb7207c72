import assert from 'node:assert/strict';
import test from 'node:test';
import { LivePool } from './livepool.js';

/** A pool for two live members, and a log of its calls. */
function make() {
  /** @type {string[]} */
  const log = [];
  /** @param {string} name */
  const member = (name) => ({ start: () => void log.push(`+${name}`), stop: () => void log.push(`-${name}`) });
  return { pool: new LivePool(2), log, a: member('a'), b: member('b'), c: member('c') };
}

test('LivePool: a full pool lets the next member wait until one leaves the viewport', () => {
  const { pool, log, a, b, c } = make();
  for (const m of [a, b, c]) {
    pool.setNear(m, true);
    pool.request(m);
  }
  assert.deepEqual(log, ['+a', '+b']);
  pool.setNear(a, false);
  assert.deepEqual(log, ['+a', '+b', '-a', '+c']);
});

test('LivePool: stops the member that was near the viewport least recently', () => {
  const { pool, log, a, b, c } = make();
  for (const m of [a, b]) {
    pool.setNear(m, true);
    pool.request(m);
  }
  pool.setNear(b, false);
  pool.setNear(a, false);
  pool.setNear(c, true);
  pool.request(c);
  assert.deepEqual(log, ['+a', '+b', '-b', '+c']);
});

test('LivePool: an urgent request does not wait', () => {
  const { pool, log, a, b, c } = make();
  for (const m of [a, b, c]) pool.setNear(m, true);
  pool.request(a);
  pool.request(b);
  pool.request(c, true);
  assert.deepEqual(log, ['+a', '+b', '-a', '+c']);
});

test('LivePool: forgets a waiting member that leaves the viewport', () => {
  const { pool, log, a, b, c } = make();
  for (const m of [a, b, c]) {
    pool.setNear(m, true);
    pool.request(m);
  }
  pool.setNear(c, false);
  pool.remove(a);
  assert.deepEqual(log, ['+a', '+b']);
});

test('LivePool: a removed member makes room', () => {
  const { pool, log, a, b, c } = make();
  for (const m of [a, b, c]) {
    pool.setNear(m, true);
    pool.request(m);
  }
  pool.remove(b);
  assert.deepEqual(log, ['+a', '+b', '+c']);
});
