// axe-core over every state of the right-to-left page. With the English pages, each
// pair of values of direction, theme and screen size is tested once.

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
