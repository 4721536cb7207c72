import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { BARS, READING_BAR, WIDE, WIDE_WIDTH, heightFor, heightRule } from './size.js';

test('size: the loader reserves the height that the element then has', () => {
  const loader = readFileSync(new URL('loader.js', import.meta.url), 'utf8');
  for (const rule of [`block-size: ${heightRule('tall')};`, `@container (min-width: ${WIDE_WIDTH}px)`, `block-size: ${heightRule('wide')};`, `block-size: ${READING_BAR}px;`]) {
    assert.ok(loader.includes(rule), `loader.js has no ${rule}`);
  }
});

test('size: the style sheet of the page has the same ratio and bars', () => {
  const css = readFileSync(new URL('../page/page.css', import.meta.url), 'utf8');
  assert.ok(css.includes(`(min-aspect-ratio: ${WIDE * 10}/10)`));
  assert.ok(css.includes(`block-size: ${BARS.top}px`) && css.includes(`--peek: ${BARS.bottom}px`));
});

test('heightFor: the height in CSS pixels', () => {
  assert.deepEqual([360, 560, 720].map(heightFor), [672, 516, 636]);
});
