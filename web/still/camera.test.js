import assert from 'node:assert/strict';
import test from 'node:test';
import { fitted, mirrored, moved, viewOf } from './camera.js';
import { levelsOf } from './emphasis.js';

/** A layout of 400 × 600 in an area of the same size, whose lower half is covered. */
const place = /** @type {import('./camera.js').Place} */ ({ width: 400, height: 600, area: [0, 100, 400, 600], visible: [0, 100, 400, 300], natural: 0, mirrored: false });
const limits = { near: 20, nearest: 1.75, min: 0.5, max: 8, closest: 4, open: 0.55 };
const none = /** @type {any} */ ({ view: null });

test('camera: the whole layout, a view within its limits, what a step zooms to', () => {
  assert.deepEqual(viewOf(place, limits, none, null, null), fitted(place));
  assert.equal(viewOf(place, limits, /** @type {any} */ ({ view: { x: 1, y: 2, zoom: 100 } }), null, null).zoom, 8);
  const { x, y, zoom } = viewOf(place, limits, none, [100, 400, 100, 100], null);
  assert.equal(zoom, 1.75);
  // The centre of the box is at the centre of the uncovered part, 150 pixels above the
  // centre of the area.
  assert.deepEqual([x, y], [150, 450 + 150 / 1.75]);
});

test('camera: a view of a mirrored layout is of the same part', () => {
  const view = { x: 100, y: 300, zoom: 2 };
  const there = { ...place, mirrored: true };
  assert.equal(viewOf(there, limits, /** @type {any} */ ({ view }), null, null).x, 300);
  assert.deepEqual(mirrored(there, mirrored(there, view)), view);
  assert.deepEqual(mirrored(place, view), view);
});

test('camera: of a long layout the top is shown', () => {
  assert.deepEqual(fitted({ ...place, height: 2400, natural: 0.9 }), { x: 200, y: 600 / 0.9 / 2, zoom: 0.9 });
});

test('camera: a selection under the panel moves above it, one in sight does not move', () => {
  assert.deepEqual(viewOf(place, limits, none, null, [100, 100, 50, 20]), fitted(place));
  const { y } = viewOf(place, limits, none, null, [100, 500, 50, 20]);
  assert.equal(520 - y + 400, 400 - 12, 'its lower side is 12 pixels above the panel');
});

test('camera: a zoom leaves the point under the fingers in place', () => {
  const view = moved(place, limits, fitted(place), { dx: 0, dy: 0, factor: 2, at: [300, 200] });
  const world = (/** @type {import('../state/declaration.js').View} */ v) => [v.x + (300 - 200) / v.zoom, v.y + (200 - 400) / v.zoom];
  assert.deepEqual(world(view), world(fitted(place)));
});

test('emphasis: a selection at a step shows nothing that the step hides', () => {
  const look = /** @type {import('./emphasis.js').Emphasis} */ ({
    dimmed: 0.1, text: {}, nodes: ['a', 'b', 'c'], relations: [{ id: 'r', from: 0, to: 1 }, { id: 's', from: 0, to: 2 }], zoom: limits,
    around: { a: { relations: [0, 1] } }, steps: { one: { nodes: [1, 1, 0.3], relations: [0.1, 0], open: [0] } },
  });
  const state = /** @type {any} */ ({ select: null, hover: null, step: 'one' });
  assert.deepEqual(levelsOf(look, state, null), look.steps.one);
  assert.deepEqual(levelsOf(look, { ...state, select: 'a' }, null), { nodes: [1, 1, 0.1], relations: [0.55, 0] });
  assert.deepEqual(levelsOf(look, { ...state, step: null, select: 'a' }, null), { nodes: [1, 1, 1], relations: [1, 1] });
  assert.equal(levelsOf(look, { ...state, step: null }, null), null);
});
