import assert from 'node:assert/strict';
import test from 'node:test';
import { means } from './means.js';

/** Keys of keyboards: [layout, key, code, Shift, meaning or ""]. @type {[string, string, string, boolean, string][]} */
const keys = [
  ['US', '/', 'Slash', false, '/'],
  ['US', '?', 'Slash', true, '?'],
  ['US', '0', 'Digit0', false, '0'],
  ['US', ')', 'Digit0', true, ''],
  ['US', '=', 'Equal', false, '+'],
  ['US', '-', 'Minus', false, '-'],
  ['German', '/', 'Digit7', true, '/'],
  ['German', '-', 'Slash', false, '-'], // the character counts, not the physical key
  ['German', 'ß', 'Minus', false, ''],
  ['German', '?', 'Minus', true, '?'],
  ['German', '_', 'Slash', true, ''],
  ['French', 'à', 'Digit0', false, ''],
  ['French', '!', 'Slash', false, ''],
  ['Arabic 101', 'ظ', 'Slash', false, '/'],
  ['Arabic 101', '؟', 'Slash', true, '?'],
  ['Arabic 101', '0', 'Digit0', false, '0'],
  ['Arabic 102', '٠', 'Digit0', false, '0'],
  ['Persian', '؟', 'Slash', true, '?'],
  ['Persian', '/', 'Slash', false, '/'],
  ['Persian', '۰', 'Digit0', false, '0'],
  ['Persian', '=', 'Equal', false, '+'],
  ['Persian', '−', 'Minus', false, '-'],
  ['Hebrew', '.', 'Slash', false, ''],
  ['number pad', '+', 'NumpadAdd', false, '+'],
  ['number pad', '۰', 'Numpad0', false, '0'],
  ['Arabic 101, a letter', 'ب', 'KeyF', false, ''],
];

for (const [layout, key, code, shiftKey, meant] of keys) {
  test(`means: ${layout}, ${key} in the place of ${code}`, () => {
    const all = /** @type {const} */ (['/', '?', '0', '+', '-']).filter((sign) => means({ key, code, shiftKey }, sign));
    assert.deepEqual(all, meant ? [meant] : []);
  });
}
