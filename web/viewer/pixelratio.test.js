import assert from 'node:assert/strict';
import test from 'node:test';
import { limited } from './pixelratio.js';

test('limited: phones, tablets and 4K screens keep their ratio, larger canvases lose pixels', () => {
  for (const [ratio, width, height] of [[3, 430, 932], [2, 1024, 1366], [2, 1920, 1080], [1, 3840, 2160]]) assert.equal(limited(ratio, width, height), ratio);
  assert.ok(Math.abs(limited(2, 2560, 1440) - 1.5) < 1e-9, '5K');
});
