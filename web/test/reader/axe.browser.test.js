// axe-core over every state of the page in English, and over the page without the live
// graph.

import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../browser/opener.js';
import { violationsOf, inEveryState } from './axe.js';
import { noWebGL } from '../browser/browser.js';

const open = await opener();

for (const [name, view] of /** @type {[string, import('../browser/browser.js').View][]} */ ([
  ['in English, light', {}],
  ['in English, dark, on a phone', { dark: true, phone: true }],
])) {
  test(`axe: finds nothing in any state ${name}`, async (t) => {
    const page = await open(t, view);
    assert.deepEqual(await inEveryState(page), []);
  });
}

test('axe: finds nothing without WebGL or without scripts', async (t) => {
  const still = await open(t, {
    still: true, path: '#select=qaani',
    prepare: noWebGL,
  });
  await still.waitForFunction(() => document.documentElement.dataset.viewer === 'failed');
  assert.deepEqual(await violationsOf(still, ['.evidence']), []);
  const plain = await open(t, { noScript: true, path: 'fa/' });
  await plain.setJavaScriptEnabled(true); // for axe itself; the page was loaded without scripts
  assert.deepEqual(await violationsOf(plain), []);
});
