import assert from 'node:assert/strict';
import test from 'node:test';
import { find, fold, wordsOf } from './fold.js';

/** @type {[string, string, string][]} */
const folds = [
  ['case', 'Quds FORCE', 'quds force'],
  ['accents', 'Café Ĝān', 'cafe gan'],
  ['curly quotes', '“Iran’s”', '"iran\'s"'],
  ['dashes', 'task—using – a‑b', 'task-using - a-b'],
  ['white space', ' a\u00a0 b\n\tc', 'a b c'],
  ['soft hyphens and joiners', 'mili\u00adtia می\u200cخواهم', 'militia میخواهم'],
  ['ligatures', 'oﬃce æ ß', 'office ae ss'],
  ['Arabic and Persian forms', 'كي', 'کی'],
  ['Arabic vowel signs', 'قُدْس', 'قدس'],
  ['all forms of yeh', 'ي ى ئ ۍ ې ے', 'ی ی ی ی ی ی'],
  ['all forms of kaf', 'ك ڪ ک', 'ک ک ک'],
  ['all forms of alef', 'أ إ آ ٱ ا', 'ا ا ا ا ا'],
  ['all forms of heh', 'ة ۀ ہ ھ', 'ه ه ه ه'],
  ['waw with hamza', 'مؤسسه', 'موسسه'],
  ['stretched letters', 'قـــدس', 'قدس'],
  ['digits of every script', '٢٠٢٤ ۲۰۲۴ २०२४', '2024 2024 2024'],
  ['Arabic ligatures of presentation', 'ﻻ', 'لا'],
  ['accents by themselves', 'Iran´s Iran`s', "iran's iran's"],
  ['Hebrew points, quotes and hyphen', 'צַהַ״ל תל־אביב', 'צה"ל תל-אביב'],
  ['Turkish, Icelandic, Vietnamese', 'İstanbul Þór Đà Nẵng', 'istanbul thor da nang'],
];
for (const [name, raw, want] of folds) {
  test(`fold: ${name}`, () => {
    const { text, places } = fold(raw);
    assert.equal(text, want);
    assert.equal(places.length, text.length + 1);
  });
}

/** @type {[string, string, string, string[]|null][]} */
const finds = [
  ['a word', 'Quds Force', 'force', ['Force']],
  ['with accents', 'the Café, a cafe', 'cafe', ['Café', 'cafe']],
  ['straight for curly', 'Iran’s allies', "iran's", ['Iran’s']],
  ['part of a ligature', 'oﬃce', 'fic', ['ﬃc']],
  ['an emoji before it', '😀 Hamas', 'hamas', ['Hamas']],
  ['two words', 'arms and money', 'money arms', ['arms', 'money']],
  ['overlapping words', 'militia', 'mil ilit', ['milit']],
  ['a joiner for a space', 'حزب الله', 'حزب‌الله', ['حزب', 'الله']],
  ['a space for a joiner', 'حوثی‌ها', 'حوثی ها', ['حوثی\u200c', 'ها']],
  ['letters with their signs', 'قاآنی', 'قاانی', ['قاآنی']],
  ['a part of what became two letters', 'Weißer', 'weiss', ['Weiß']],
  ['not all words', 'arms and money', 'arms love', null],
];
for (const [name, raw, query, want] of finds) {
  test(`find: ${name}`, () => {
    const ranges = find(fold(raw), wordsOf(query));
    assert.deepEqual(ranges && ranges.map(([from, to]) => raw.slice(from, to)), want);
  });
}
