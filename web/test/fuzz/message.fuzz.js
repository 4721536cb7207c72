// Randomly changed messages over the port: they are read unchanged or dropped, and a
// frame that receives one continues, and answers only with messages that the article
// page can read.

import assert from 'node:assert/strict';
import { known } from './address.fuzz.js';
import { initialState, Store } from '../../state/store.js';
import { serve } from '../../embed/frame.js';
import { here, nonceOf, otherVersion, readOrder, readReport, write } from '../../embed/message.js';

/** @import {Random} from './fuzz.js' */

const NONCE = '0123456789abcdef0123456789abcdef';
const SAMPLES = [
  { type: 'dispatch', id: 1, action: { type: 'select', id: 'qaani' } },
  { type: 'dispatch', id: 2, action: { type: 'hide', what: ['relation.arms'] } },
  { type: 'dispatch', id: 3, action: { type: 'replace', state: { ...initialState, chain: { from: 'tehran', to: 'qaani' }, view: { x: 1, y: 2, zoom: 3 } } } },
  { type: 'dispatch', id: 4, action: { type: 'view', view: { x: 0, y: 0, zoom: 1 } } },
  { type: 'positions', id: 5 }, { type: 'frames', id: 6 }, { type: 'theme', theme: 'dark' }, { type: 'dress', dress: { ink: '#000' } }, { type: 'unfound', passages: ['p1'] },
  { type: 'ready', state: initialState }, { type: 'failed', why: 'no' }, { type: 'change', state: initialState, action: { type: 'reset' } },
  { type: 'passages', file: 'passages.0123456789abcdef.json' },
  { type: 'claims', claims: { lang: 'en', title: 'T', source: 'S', claimsHeading: 'R', passagesHeading: 'P', claims: [{ text: 'A', standing: 'Stated', passages: [1] }], passages: [{ text: 'q', by: 's', lang: 'en' }] } },
  { type: 'answer', id: 3, error: null, positions: { a: { x: 1, y: 2, r: 3 } }, frames: 12 },
  here(NONCE),
];
const VALUES = [null, true, 0, -1, 1e308, 0.5, '', 'qaani', 'relation.arms', '__proto__', 'constructor', 'toString', '2019', 'x'.repeat(600), [], [null], {}, { type: 'reset' }, { x: 1 }, { from: 'qaani', to: 'qaani' }];
const KEYS = ['type', 'id', 'action', 'state', 'view', 'hide', 'what', 'ids', '__proto__', 'constructor', 'chain', 'more'];

/**
 * Mutates a value: removes, adds or replaces parts.
 * @param {unknown} value
 * @param {Random} random
 * @returns {unknown}
 */
function changed(value, random) {
  const { any, below } = random;
  if (below(12) === 0) return any(VALUES);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.flatMap((part) => [[], [changed(part, random), changed(part, random)], [changed(part, random)]][Math.min(below(12), 2)]);
  const parts = Object.entries(value).filter(() => below(20) > 0).map(([key, part]) => [below(30) ? key : any(KEYS), changed(part, random)]);
  if (below(8) === 0) parts.push([any(KEYS), any(VALUES)]);
  return Object.fromEntries(parts);
}

const store = new Store(known);
const root = /** @type {any} */ ({ dataset: {} });
let answers = 0;
const port = /** @type {any} */ ({
  postMessage(/** @type {string} */ text) {
    answers++;
    assert.deepEqual(readReport(text), JSON.parse(text), text);
  },
});
serve(port, /** @type {any} */ ({
  ready: new Promise(() => {}), get state() { return store.state; },
  dispatch: store.dispatch.bind(store), on: store.on.bind(store), positions: () => ({ a: { x: 1, y: 2, r: 3 } }), frames: () => 12,
}), root);

/** @param {Random} random */
export function fuzzMessage(random) {
  const { any, below } = random;
  const message = changed(any(SAMPLES), random);
  let text = JSON.stringify(message);
  if (below(4) === 0) {
    const at = below(text.length + 1);
    text = text.slice(0, at) + any(['', '"', '{', ']', ',', '\\u0000', '1']) + text.slice(at + below(3));
  }
  for (const read of [readOrder, readReport]) {
    const got = read(text);
    if (got !== null) assert.deepEqual(read(write(got)), JSON.parse(write(got)), text); // an infinite number is null in JSON
  }
  const nonce = nonceOf(message, 'here');
  assert.ok(nonce === null || nonce === NONCE, text);
  otherVersion(message);
  // The other orders are for the page, and need one.
  const order = readOrder(text);
  if (order !== null && !['dispatch', 'positions', 'frames', 'theme'].includes(order.type)) return;
  const before = answers;
  port.onmessage({ data: text });
  if (order !== null && order.type !== 'theme') assert.ok(answers > before, `no answer to ${text}`);
  assert.ok([undefined, 'light', 'dark'].includes(root.dataset.theme), text);
}
