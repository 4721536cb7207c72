// Folds text for search: accents, case, quotes, dashes, digits and the Arabic and
// Persian forms of a letter make no difference. anchor/fold.js, which compares
// passages with articles, keeps letters, case and accents.

/** The characters that are folded into one. @type {[string, string][]} */
const SAME = [
  ["'", '’‘‚‛ʼʻʽʾʿ`´׳'], ['"', '“”„‟«»״'], ['-', '‐‑‒–—―−־'],
  ['ی', 'يىۍېے'], ['ک', 'كڪ'], ['ه', 'ةەہھ'], ['ا', 'ٱٲٳ'], ['', 'ـ'],
  ['ss', 'ß'], ['ae', 'æ'], ['oe', 'œ'], ['o', 'ø'], ['l', 'ł'], ['i', 'ı'], ['d', 'đð'], ['h', 'ħ'], ['th', 'þ'],
];

/** @type {Map<string, string>} */
const LETTERS = new Map(SAME.flatMap(([letter, all]) => [...all].map((other) => /** @type {[string, string]} */ ([other, letter]))));

/**
 * Folds a text. places has the offset in the raw text of each folded unit, and one
 * more for the end.
 * @param {string} raw
 * @returns {{text: string, places: number[]}}
 */
export function fold(raw) {
  let text = '';
  /** @type {number[]} */
  const places = [];
  let at = 0;
  for (const char of raw) {
    for (const folded of foldChar(char)) {
      if (folded === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += folded;
      for (let i = 0; i < folded.length; i++) places.push(at);
    }
    at += char.length;
  }
  places.push(raw.length);
  return { text, places };
}

/** @param {string} char */
function foldChar(char) {
  const same = LETTERS.get(char);
  if (same !== undefined) return [...same];
  const base = char.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase();
  return [...base].flatMap((c) => {
    if (/\s/u.test(c)) return [' '];
    if (/\p{Nd}/u.test(c)) return [digit(c)];
    return [...LETTERS.get(c) ?? c];
  });
}

/** A decimal digit of any script as an ASCII digit: the ten digits of a script are consecutive. @param {string} c */
function digit(c) {
  const code = /** @type {number} */ (c.codePointAt(0));
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/**
 * The folded words of a query. A zero-width non-joiner separates words, so that it
 * matches a space and the other way round.
 * @param {string} typed
 */
export function wordsOf(typed) {
  return fold(typed.replace(/\u200c/g, ' ')).text.split(' ').filter(Boolean);
}

/**
 * The ranges [from, to) of the raw text in which words occur, in order and without
 * overlaps; null unless every word occurs.
 * @param {{text: string, places: number[]}} folded
 * @param {string[]} words folded
 * @returns {[number, number][]|null}
 */
export function find({ text, places }, words) {
  /** @type {[number, number][]} */
  const found = [];
  for (const word of words) {
    let at = text.indexOf(word);
    if (at < 0) return null;
    for (; at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push([places[at], places[at + word.length]]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {[number, number][]} */
  const apart = [];
  for (const range of found) {
    const last = apart.at(-1);
    if (last && range[0] < last[1]) last[1] = Math.max(last[1], range[1]);
    else apart.push(range);
  }
  return apart;
}
