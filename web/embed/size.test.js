import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { BARS, LEGENDS, READING_BAR, WIDE, heightFor, heightRule, layoutFor, legendFor, mostHeightFor } from './size.js';

test('size: the loader reserves the height that the element then has', () => {
  const loader = readFileSync(new URL('loader.js', import.meta.url), 'utf8');
  for (const rule of [`block-size: ${heightRule('tall')};`, `@container (min-width: ${WIDE.width}px)`, `block-size: ${heightRule('wide')};`, `block-size: ${READING_BAR}px;`]) {
    assert.ok(loader.includes(rule), `loader.js has no ${rule}`);
  }
});

test('size: the style sheet of the page has the same rule and bars', () => {
  const css = readFileSync(new URL('../page/page.css', import.meta.url), 'utf8');
  assert.ok(css.includes(`((min-aspect-ratio: ${WIDE.flat * 10}/10) or ((min-width: ${WIDE.width}px) and (min-aspect-ratio: ${WIDE.ratio * 10}/10)))`));
  assert.ok(css.includes(`block-size: ${BARS.top}px`) && css.includes(`--peek: ${BARS.bottom}px`));
});

test('heightFor: the height in CSS pixels', () => {
  assert.deepEqual([300, 390, 600, 819, 820, 1000].map(heightFor), [594, 743.4, 746, 746, 588, 696]);
});

// The smallest labels of the pictures have 13 and 12 pixels at their full size.
test('size: no label of an embed from 390 pixels on is below 12 pixels', () => {
  for (let width = 390; width <= 1400; width++) {
    const height = heightFor(width) - BARS.top - BARS.bottom;
    const label = layoutFor(width, height) === 'wide' ? 13 * Math.min(width / 880, height / 528) : 12 * Math.min(width / 390, height / 645);
    assert.ok(label >= 12, `${label} at ${width} × ${height}`);
  }
});

test('layoutFor: the layout whose labels are larger, and the wide one where both are legible', () => {
  assert.deepEqual([[819, 650], [820, 745], [820, 746], [600, 460], [600, 465], [1280, 800]].map(([w, h]) => layoutFor(w, h)), ['tall', 'wide', 'tall', 'wide', 'tall', 'wide']);
});

test('size: the site has the legends of the embed', () => {
  const go = readFileSync(new URL('../site/embed.go', import.meta.url), 'utf8');
  assert.deepEqual([...go.matchAll(/\{"(legend[-\d]*\.svg)", (\d+)\}/g)].map(([, file, width]) => [file, Number(width) || 390]), Object.entries(LEGENDS).map(([width, file]) => [file, Number(width)]));
});

test('legendFor: the legend that leaves the least of a column empty', () => {
  assert.deepEqual([320, 390, 539, 540, 600, 719, 720, 1000].map((width) => legendFor(width).file), ['legend.svg', 'legend.svg', 'legend.svg', 'legend-540.svg', 'legend-540.svg', 'legend-540.svg', 'legend-720.svg', 'legend-720.svg']);
  assert.deepEqual([390, 600, 820].map((width) => legendFor(width).most >= Math.min(width, 448)), [true, true, true]);
});

test('mostHeightFor: the tall picture fills the column where it has the room', () => {
  assert.deepEqual([[390, 750], [600, 800], [820, 900], [820, 820], [1200, 900]].map(([width, available]) => mostHeightFor(width, available)), [743, 1092, 1457, 588, 816]);
});
