import assert from 'node:assert/strict';
import test from 'node:test';
import { Crowd } from './crowd.js';

/** A crowd of two live at most, and what its members do. */
function make() {
  /** @type {string[]} */
  const log = [];
  /** @param {string} name */
  const member = (name) => ({ start: () => void log.push(`+${name}`), stop: () => void log.push(`-${name}`) });
  return { crowd: new Crowd(2), log, a: member('a'), b: member('b'), c: member('c') };
}

test('no more are live than may be; the next waits until one is left behind', () => {
  const { crowd, log, a, b, c } = make();
  for (const m of [a, b, c]) {
    crowd.see(m, true);
    crowd.ask(m);
  }
  assert.deepEqual(log, ['+a', '+b']);
  crowd.see(a, false);
  assert.deepEqual(log, ['+a', '+b', '-a', '+c']);
});

test('the one least recently near gives way', () => {
  const { crowd, log, a, b, c } = make();
  for (const m of [a, b]) {
    crowd.see(m, true);
    crowd.ask(m);
  }
  crowd.see(b, false);
  crowd.see(a, false);
  crowd.see(c, true);
  crowd.ask(c);
  assert.deepEqual(log, ['+a', '+b', '-b', '+c']);
});

test('one that the reader asks for never waits', () => {
  const { crowd, log, a, b, c } = make();
  for (const m of [a, b, c]) crowd.see(m, true);
  crowd.ask(a);
  crowd.ask(b);
  crowd.ask(c, true);
  assert.deepEqual(log, ['+a', '+b', '-a', '+c']);
});

test('one that waits and goes by is forgotten', () => {
  const { crowd, log, a, b, c } = make();
  for (const m of [a, b, c]) {
    crowd.see(m, true);
    crowd.ask(m);
  }
  crowd.see(c, false);
  crowd.leave(a);
  assert.deepEqual(log, ['+a', '+b']);
});

test('one that ends makes room', () => {
  const { crowd, log, a, b, c } = make();
  for (const m of [a, b, c]) {
    crowd.see(m, true);
    crowd.ask(m);
  }
  crowd.leave(b);
  assert.deepEqual(log, ['+a', '+b', '+c']);
});
