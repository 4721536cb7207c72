import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { bytesOf } from './load.js';

test('bytesOf: reads what web/site writes', async () => {
  const cases = JSON.parse(await readFile(new URL('testdata/dense.json', import.meta.url), 'utf8'));
  assert.ok(cases.length > 100);
  for (const [hex, text] of cases) {
    assert.equal(Buffer.from(bytesOf(text, hex.length / 2)).toString('hex'), hex);
  }
});
