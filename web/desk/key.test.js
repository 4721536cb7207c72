import assert from 'node:assert/strict';
import test from 'node:test';
import { letterOf, withControl } from './key.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };

test('letterOf: letters by what they give, or by their place', () => {
  for (const [key, code, meant] of [
    ['r', 'KeyR', 'r'], ['R', 'KeyR', 'r'], ['r', 'KeyO', 'r'], // Dvorak: the letter counts, not the key
    ['ق', 'KeyR', 'r'], ['ى', 'KeyN', 'n'], ['ر', 'KeyV', 'v'], ['к', 'KeyR', 'r'], // Persian, Arabic, Russian
    ['۱', 'Digit1', '1'], ['1', 'Digit1', '1'], ['ArrowLeft', 'ArrowLeft', ''], ['.', 'Period', ''], ['é', 'Digit2', ''], ['Enter', 'Enter', ''],
  ]) assert.equal(letterOf({ key, code, ...none }), meant, `${key} at ${code}`);
  assert.equal(letterOf({ key: 'r', code: 'KeyR', ...none, ctrlKey: true }), '');
});

test('withControl: the same for shortcuts', () => {
  assert.equal(withControl(/** @type {any} */ ({ key: 'ظ', code: 'KeyZ', ...none, ctrlKey: true })), 'z');
  assert.equal(withControl(/** @type {any} */ ({ key: 'z', code: 'KeyZ', ...none })), '');
});
