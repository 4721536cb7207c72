import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { listIn, translator } from './format.js';

const english = JSON.parse(await readFile(new URL('en.json', import.meta.url), 'utf8'));

test('translator: fills in values and selects the plural form', () => {
  const t = translator('en', english);
  assert.equal(t('share.copy'), 'Copy');
  assert.equal(t('count.passages', { n: 1 }), '1 passage');
  assert.equal(t('count.passages', { n: 0 }), '0 passages');
  assert.equal(t('search.some', { shown: 8, n: 20 }), '8 of 20');
});

test('translator: Arabic has six forms and its own digits', () => {
  const forms = { zero: '0', one: '1', two: '2', few: '3 {n}', many: '11 {n}', other: '100 {n}' };
  const t = translator('ar', { language: { digits: '٠١٢٣٤٥٦٧٨٩', direction: 'rtl', point: '٫' }, count: { all: forms } });
  const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103].map((n) => t('count.all', { n }));
  assert.deepEqual(said, ['0', '1', '2', '3 ٣', '3 ١٠', '11 ١١', '11 ٩٩', '100 ١٠٠', '100 ١٠٢', '3 ١٠٣']);
});

test('translator: throws for an unknown key', () => {
  assert.throws(() => translator('en', english)('share.nothing'), /no string share.nothing/);
});

test('translator: decimals have the separator of the language', async () => {
  const persian = JSON.parse(await readFile(new URL('fa.json', import.meta.url), 'utf8'));
  assert.equal(translator('fa', persian)('ask.percent', { n: 9.4 }), '۹٫۴\u00a0درصد');
  assert.equal(translator('en', english)('ask.percent', { n: 9.4 }), '9.4%');
});

test('translator: isolates a value of the other direction', async () => {
  const persian = JSON.parse(await readFile(new URL('fa.json', import.meta.url), 'utf8'));
  assert.equal(translator('fa', persian)('ask.bar-without', { names: 'WSJ (2)' }), 'بدون \u2068WSJ (2)\u2069');
  assert.equal(translator('fa', persian)('ask.bar-without', { names: 'تهران' }), 'بدون تهران');
  assert.equal(translator('en', english)('ask.bar-without', { names: 'تهران' }), 'Without \u2068تهران\u2069');
  assert.equal(translator('en', english)('ask.bar-without', { names: 'Tehran' }), 'Without Tehran');
});

test('listIn: lists as in newspapers of the language', () => {
  assert.equal(listIn('en', ['a', 'b', 'c']), 'a, b, and c');
  assert.equal(listIn('fa', ['حماس', 'تهران', 'عراق']), 'حماس، تهران و عراق');
  assert.equal(listIn('fa', ['حماس', 'تهران']), 'حماس و تهران');
  assert.equal(listIn('ar', ['حماس', 'طهران']), 'حماس وطهران');
  assert.equal(listIn('ar', ['حماس', 'Hamas']), 'حماس و\u00a0Hamas');
});
