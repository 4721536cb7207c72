import assert from 'node:assert/strict';
import test from 'node:test';
import { initialState } from '../state/store.js';
import { serve } from './frame.js';
import { LIMIT, here, newNonce, nonceOf, otherVersion, port, readOrder, readReport, write } from './message.js';

test('message: a window message has its nonce', () => {
  const nonce = newNonce();
  assert.equal(nonceOf(here(nonce), 'here'), nonce);
  assert.equal(nonceOf(port(nonce), 'port'), nonce);
  assert.notEqual(nonce, newNonce());
});

const nonce = newNonce();
/** @type {[string, unknown][]} */
const foreign = [
  ['nothing', undefined],
  ['null', null],
  ['text', 'here'],
  ['a list', [1, 'here', nonce]],
  ['another type', port(nonce)],
  ['another version', { ...here(nonce), proxynet: 2 }],
  ['more than there is', { ...here(nonce), more: 1 }],
  ['less', { proxynet: 1, type: 'here' }],
  ['a short nonce', here('0123')],
  ['a long nonce', here(nonce + nonce)],
  ['a nonce that is no text', { ...here(nonce), nonce: 7 }],
];
for (const [name, data] of foreign) test(`message: the window drops ${name}`, () => assert.equal(nonceOf(data, 'here'), null));

test('message: another protocol version is recognized', () => {
  assert.equal(otherVersion({ ...here(nonce), proxynet: 2 }), 2);
  for (const data of [here(nonce), port(nonce), null, 'here', { type: 'here', proxynet: '2' }, { type: 'here' }]) assert.equal(otherVersion(data), null);
});

/** @type {import('./message.js').Order[]} */
const orders = [
  { type: 'dispatch', id: 0, action: { type: 'select', id: 'qaani' } },
  { type: 'positions', id: 7 },
  { type: 'frames', id: 8 },
  { type: 'theme', theme: 'dark' },
  { type: 'theme', theme: null },
  { type: 'dress', dress: { ink: '#000' } },
  { type: 'print' },
];
for (const order of orders) test(`message: the order ${write(order)}`, () => assert.deepEqual(readOrder(write(order)), order));

/** @type {import('./message.js').Report[]} */
const reports = [
  { type: 'ready', state: { ...initialState, select: 'qaani', hide: ['relation.arms'], view: { x: 1, y: 2, zoom: 3 } } },
  { type: 'failed', why: 'no WebGL' },
  { type: 'claims', claims: { lang: 'en', title: 'T', source: 'S', claimsHeading: 'R', passagesHeading: 'P', claims: [{ text: 'A arms B', standing: 'Stated', passages: [1] }], passages: [{ text: 'q', by: 's', lang: 'en' }] } },
  { type: 'passages', file: 'passages.0123456789abcdef.json' },
  { type: 'withheld', what: 'claims', why: 'too long' },
  { type: 'change', state: initialState, action: { type: 'reset' } },
  { type: 'answer', id: 3, error: 'unknown id', positions: null, frames: null },
  { type: 'answer', id: 3, error: null, positions: { qaani: { x: 1, y: 2, r: 3 } }, frames: null },
  { type: 'answer', id: 4, error: null, positions: null, frames: 12 },
];
for (const report of reports) test(`message: the report ${write(report)}`, () => assert.deepEqual(readReport(write(report)), report));

/** @type {[string, unknown][]} */
const odd = [
  ['an object', { type: 'positions', id: 1 }],
  ['no JSON', '{"type":'],
  ['null', 'null'],
  ['a number', '7'],
  ['no type', '{}'],
  ['an inherited type', '{"type":"toString"}'],
  ['a prototype', '{"type":"__proto__"}'],
  ['an unknown type', '{"type":"eval"}'],
  ['an id below 0', '{"type":"positions","id":-1}'],
  ['an id that is no number', '{"type":"positions","id":"1"}'],
  ['no action', '{"type":"dispatch","id":1}'],
  ['an action that is text', '{"type":"dispatch","id":1,"action":"reset"}'],
  ['a dress with more in it', '{"type":"dress","dress":{"background":"url(x)"}}'],
  ['claims without passages', '{"type":"claims","claims":{"lang":"en","title":"","source":"","claimsHeading":"","passagesHeading":"","claims":[]}}'],
  ['passages from elsewhere', '{"type":"passages","file":"//example.org/passages.0123456789abcdef.json"}'],
  ['a book', '{"type":"book","book":{"language":"en","passages":[],"rests":{},"supports":{}}}'],
  ['an unknown theme', '{"type":"theme","theme":"sepia"}'],
  ['a state without a list', '{"type":"ready","state":{"select":null,"hover":null,"view":null}}'],
  ['a view of zoom 0', '{"type":"ready","state":{"select":null,"hover":null,"hide":[],"view":{"x":1,"y":1,"zoom":0}}}'],
  ['places that are text', '{"type":"answer","id":1,"error":null,"positions":{"a":{"x":"1","y":1,"r":1}},"frames":null}'],
  ['frames that are text', '{"type":"answer","id":1,"error":null,"positions":null,"frames":"12"}'],
  ['something withheld that is not known', '{"type":"withheld","what":"toString","why":""}'],
  ['too much', JSON.stringify({ type: 'positions', id: 1, more: 'x'.repeat(LIMIT) })],
];
for (const [name, text] of odd) {
  test(`message: the port drops ${name}`, () => assert.deepEqual([readOrder(text), readReport(text)], [null, null]));
}

test('frame: answers queries, reports refusals and ignores malformed messages', async () => {
  const { port1, port2 } = new MessageChannel();
  /** @type {any} */
  const proxynet = {
    ready: Promise.resolve(), state: initialState, on: () => () => {}, positions: () => ({ a: { x: 1, y: 2, r: 3 } }), frames: () => 12,
    dispatch() { throw new TypeError('unknown id'); },
  };
  /** @type {any} */
  const root = { dataset: {} };
  serve(/** @type {any} */ (port2), proxynet, root);
  /** @type {any[]} */
  const heard = [];
  const done = new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      heard.push(JSON.parse(data));
      if (heard.length === 4) resolve(null);
    };
  });
  for (const [, text] of odd) port1.postMessage(text);
  port1.postMessage(write({ type: 'theme', theme: 'dark' }));
  port1.postMessage(write({ type: 'positions', id: 1 }));
  port1.postMessage(write({ type: 'frames', id: 3 }));
  port1.postMessage(write({ type: 'dispatch', id: 2, action: { type: 'select', id: 'nobody' } }));
  await done;
  port1.close();
  assert.equal(root.dataset.theme, 'dark');
  assert.deepEqual(heard, [
    { type: 'ready', state: initialState },
    { type: 'answer', id: 1, error: null, positions: { a: { x: 1, y: 2, r: 3 } }, frames: null },
    { type: 'answer', id: 3, error: null, positions: null, frames: 12 },
    { type: 'answer', id: 2, error: 'unknown id', positions: null, frames: null },
  ]);
});
