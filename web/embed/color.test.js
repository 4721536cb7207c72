import assert from 'node:assert/strict';
import test from 'node:test';
import { contrast, over, parse, toHex } from './color.js';

test('parse: computed colors', () => {
  assert.deepEqual(parse('rgb(255, 0, 51)'), [1, 0, 0.2, 1]);
  assert.deepEqual(parse('rgba(0, 0, 0, 0.02)'), [0, 0, 0, 0.02]);
  assert.deepEqual(parse('color(srgb 1 0.5 0)'), [1, 0.5, 0, 1]);
  assert.deepEqual(parse('color(srgb 1.2 -0.1 none / 0.25)'), [1, 0, 0, 0.25]);
  for (const odd of ['', 'transparent', 'rgb(1, 2)', 'color(display-p3 1 0 0)', 'oklch(0.5 0.1 20)']) assert.equal(parse(odd), null, odd);
});

test('over: composites on a ground', () => {
  assert.equal(toHex(over([0, 0, 0, 0], [1, 1, 1, 1])), '#ffffff');
  assert.equal(toHex(over([0, 0, 0, 1 / 15], [1, 1, 1, 1])), '#eeeeee');
  assert.equal(toHex(over([1, 0, 0, 1], [1, 1, 1, 1])), '#ff0000');
});

test('contrast: WCAG contrast of #rrggbb only', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff')), 21);
  assert.ok(Number.isNaN(contrast('rgba(0,', '#ffffff')));
});
