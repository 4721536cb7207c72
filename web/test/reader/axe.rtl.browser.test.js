// axe-core over every state of the page from right to left. Languages, themes and
// sizes of the screen are tested in pairs.

import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../browser/opener.js';
import { inEveryState } from './axe.js';

const open = await opener();

for (const [name, view] of /** @type {[string, import('../browser/browser.js').View][]} */ ([
  ['in Persian, light, on a phone', { path: 'fa/', phone: true }],
  ['in Persian, dark', { path: 'fa/', dark: true }],
  ['in Arabic, light', { path: 'ar/' }],
])) {
  test(`axe: finds nothing in any state ${name}`, async (t) => {
    const page = await open(t, view);
    assert.deepEqual(await inEveryState(page), []);
  });
}
