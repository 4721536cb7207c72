import assert from 'node:assert/strict';
import test from 'node:test';
import { addressOf, reachOf } from './published.js';

/** [address, reach, shared address, shared address for a single file] */
const CASES = /** @type {const} */ ([
  ['https://example.org/n/?a=1#select=x', 'web', 'https://example.org/n/', 'https://example.org/n/'],
  ['https://example.org/n/one.html#x', 'web', 'https://example.org/n/', 'https://example.org/n/one.html'],
  ['http://user:secret@example.org/n/', 'web', 'http://example.org/n/', 'http://example.org/n/'],
  ['https://localhost.example.org/', 'web', 'https://localhost.example.org/', 'https://localhost.example.org/'],
  ['http://127.0.0.1:8080/', 'computer', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ['http://localhost:1/fa/', 'computer', 'http://localhost:1/fa/', 'http://localhost:1/fa/'],
  ['http://a.localhost/', 'computer', 'http://a.localhost/', 'http://a.localhost/'],
  ['http://[::1]:80/', 'computer', 'http://[::1]/', 'http://[::1]/'],
  ['file:///home/alice/one.html', 'file', null, null],
  ['file://server/share/alice/one.html', 'file', null, null],
  ['content://com.android.providers/document/1', 'file', null, null],
  ['blob:https://example.org/0-1', 'file', null, null],
  ['about:srcdoc', 'file', null, null],
  ['data:text/html,x', 'file', null, null],
]);

for (const [text, reach, page, single] of CASES) {
  test(`addressOf: ${text}`, () => {
    const url = new URL(text);
    assert.equal(reachOf(url), reach);
    assert.equal(addressOf(url, false), page);
    assert.equal(addressOf(url, true), single);
  });
}
