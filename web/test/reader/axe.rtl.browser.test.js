// axe-core over every state of the page from right to left. With the English pages, each
// two of direction, theme and size of the screen come together once.

import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../browser/opener.js';
import { inEveryState } from './axe.js';

const open = await opener();

for (const [name, view] of /** @type {[string, import('../browser/browser.js').View][]} */ ([
  ['in Arabic, light, on a phone', { path: 'ar/', phone: true }],
  ['in Persian, dark', { path: 'fa/', dark: true }],
])) {
  test(`axe: finds nothing in any state ${name}`, async (t) => {
    const page = await open(t, view);
    assert.deepEqual(await inEveryState(page), []);
  });
}
