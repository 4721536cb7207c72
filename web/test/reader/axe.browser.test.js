// axe-core over every state of the page in English, and of what stands in the picture’s stead.

import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../browser/opener.js';
import { faultsOf, inEveryState } from './axe.js';
import { noWebGL } from '../browser/browser.js';

const open = await opener();

for (const [name, view] of /** @type {[string, import('../browser/browser.js').View][]} */ ([
  ['in English, light', {}],
  ['in English, dark', { dark: true }],
  ['in English, light, on a phone', { phone: true }],
])) {
  test(`nothing is wrong in any state ${name}`, async (t) => {
    const page = await open(t, view);
    assert.deepEqual(await inEveryState(page), []);
  });
}

test('nothing is wrong in the picture’s stead: without WebGL, without scripts', async (t) => {
  const still = await open(t, {
    still: true, path: '#select=qaani',
    prepare: noWebGL,
  });
  await still.waitForFunction(() => document.documentElement.dataset.viewer === 'failed');
  assert.deepEqual(await faultsOf(still), []);
  const plain = await open(t, { noScript: true, path: 'fa/' });
  await plain.setJavaScriptEnabled(true); // for axe itself; the page has loaded without
  assert.deepEqual(await faultsOf(plain), []);
});
