import assert from 'node:assert/strict';
import test from 'node:test';
import { find, matches, spansOf } from './words.js';

const article = ['“We laid it,” said Mr Field’s engineer.', 'The cable – all 2,000 miles – was laid.', 'The cable failed.'];

test('find: plain signs find the article’s own', () => {
  assert.deepEqual(find(article, '"we laid it,"'), { paragraph: 1, from: 0, to: 13 });
  assert.deepEqual(find(article, "field's engineer"), { paragraph: 1, from: 22, to: 38 });
  assert.deepEqual(find(article, 'cable - all'), { paragraph: 2, from: 4, to: 15 });
});

test('find: goes on after a place, and round', () => {
  assert.equal(find(article, 'the cable', { paragraph: 2, offset: 1 })?.paragraph, 3);
  assert.equal(find(article, 'the cable', { paragraph: 3, offset: 1 })?.paragraph, 2);
  assert.equal(find(article, 'no such words'), null);
  assert.equal(find(article, '  '), null);
});

test('spansOf: words in Latin, Persian and Japanese', () => {
  assert.deepEqual(spansOf('The cable.', 'en').map(({ from, to }) => 'The cable.'.slice(from, to)), ['The', 'cable']);
  assert.equal(spansOf('نیروی قدس ایران', 'fa').length, 3);
  assert.ok(spansOf('海底ケーブル会社', 'ja').length > 1);
});

test('matches: beginnings of words, without accents and case', () => {
  assert.ok(matches('José de San Martín', 'martin'));
  assert.ok(matches('Atlantic Telegraph Company', 'tele'));
  assert.ok(!matches('Atlantic Telegraph Company', 'graph'));
});
