import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { sayer } from './format.js';

const english = JSON.parse(await readFile(new URL('en.json', import.meta.url), 'utf8'));

test('a string is said with its values, and in the form that its number asks for', () => {
  const say = sayer('en', english);
  assert.equal(say('share.copy'), 'Copy');
  assert.equal(say('count.passages', { n: 1 }), '1 passage');
  assert.equal(say('count.passages', { n: 0 }), '0 passages');
  assert.equal(say('search.some', { shown: 8, n: 20 }), '8 of 20');
});

test('an Arabic string has six forms, and its digits', () => {
  const forms = { zero: '0', one: '1', two: '2', few: '3 {n}', many: '11 {n}', other: '100 {n}' };
  const say = sayer('ar', { language: { digits: '٠١٢٣٤٥٦٧٨٩' }, count: { all: forms } });
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((n) => say('count.all', { n }));
  assert.deepEqual(said, ['0', '1', '2', '3 ٣', '3 ١٠', '11 ١١', '11 ٩٩', '100 ١٠٠', '100 ١٠٢', '3 ١٠٣']);
});

test('an unknown string is a fault', () => {
  assert.throws(() => sayer('en', english)('share.nothing'), /no string share.nothing/);
});
