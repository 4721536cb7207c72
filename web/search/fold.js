// Folds text so that what a reader types finds it: accents, case, curly quotes,
// dashes and the Arabic and Persian forms of a letter make no difference.

/** @type {Record<string, string>} */
const LETTERS = {
  '’': "'", '‘': "'", 'ʼ': "'", 'ʿ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '−': '-',
  'ي': 'ی', 'ى': 'ی', 'ك': 'ک', 'ة': 'ه', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'ı': 'i',
};

/**
 * Folded text, with the place in the raw text of each of its characters; one
 * more place marks the end.
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
  const base = char.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase();
  return [...base].map((c) => (/\s/u.test(c) ? ' ' : LETTERS[c] ?? c));
}

/**
 * Where words occur in raw text: ranges [from, to), in order, none overlapping;
 * null unless every word occurs.
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
