import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, scaleFree, sunflower } from './graph.js';

test('scaleFree: returns the same graph each time, with hubs', () => {
  const g = scaleFree(1000, 2);
  assert.deepEqual(g, scaleFree(1000, 2));
  assert.equal(g.edges.length, 1 + 2 * 998);
  assert.equal(new Set(g.edges.map(String)).size, g.edges.length, 'no edge twice');
  assert.ok(g.edges.every(([from, to]) => to < from));
  const links = new Array(1000).fill(0);
  for (const [, to] of g.edges) links[to]++;
  assert.ok(Math.max(...links) > 30, 'the greatest hub has many links');
});

test('spiral: starts like d3-force’s', () => {
  const [x, y] = sunflower(1);
  assert.ok(Math.abs(Math.hypot(x, y) - 10 * Math.sqrt(0.5)) < 1e-12);
});

for (const [name, value, error] of /** @type {[string, unknown, RegExp][]} */ ([
  ['no object', null, /n must be/],
  ['half a node', { n: 1.5, edges: [] }, /n must be/],
  ['no edges', { n: 3 }, /edges must be/],
  ['an unknown node', { n: 3, edges: [[0, 1], [1, 3]] }, /edge 1 is \[1,3\]/],
  ['three ends', { n: 3, edges: [[0, 1, 2]] }, /edge 0/],
])) {
  test(`refused: ${name}`, () => assert.throws(() => checked(value), error));
}
