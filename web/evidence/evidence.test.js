import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOf } from './evidence.js';

// web.Parts in Go puts the entry into the same part; see web/parts_test.go.
test('partOf: the part of an id', () => {
  assert.equal(partOf('quds-force', 8), 5);
});
