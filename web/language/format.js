// Says the interface's strings, as language.go does for templates.

/** Strings by group and name; one that counts has its forms. @typedef {Record<string, Record<string, string|Record<string, string>>>} Strings */
/** @typedef {(key: string, values?: Record<string, string|number>) => string} Translate */

/** Letters of scripts that run one way, and of those that run the other. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/** A value in a sentence of the other direction, set apart from what is around it. @param {string} value @param {RegExp} foreign */
const isolate = (value, foreign) => (foreign.test(value) ? `\u2068${value}\u2069` : value);

/** A number in a language's digits, with its decimal sign. @param {number} value @param {string[]} digits @param {string} point */
const number = (value, digits, point) => String(value).replace('.', point).replace(/\d/g, (digit) => digits[Number(digit)]);

/**
 * Returns what says the strings of a language.
 * @param {string} tag      of the language
 * @param {Strings} strings
 * @returns {Translate}
 */
export function translator(tag, strings) {
  const rules = new Intl.PluralRules(tag);
  const digits = [...String(strings.language.digits)];
  const foreign = strings.language.direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  const write = (/** @type {string|number} */ value) => (
    typeof value === 'number' ? number(value, digits, String(strings.language.decimal)) : isolate(value, foreign));

  return (key, values = {}) => {
    const [group, name] = key.split('.');
    const found = strings[group]?.[name];
    if (found === undefined) throw new Error(`no string ${key}`);
    const text = typeof found === 'string' ? found : found[rules.select(Number(values.n))];
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? write(values[name]) : whole));
  };
}

/**
 * "a, b and c" in a language. Persian papers set no comma before "and", as CLDR
 * does; in Arabic "and" is written onto the next word, and a foreign one is kept
 * apart from it.
 * @param {string} tag
 * @param {string[]} all
 */
export function listIn(tag, all) {
  const parts = new Intl.ListFormat(tag).formatToParts(all);
  return parts.map(({ type, value }, at) => {
    const next = parts[at + 1]?.value ?? '';
    if (type === 'element') return value;
    if (tag === 'fa') return value.replace(/\u200f/g, '').replace(/^،\s*و\s*$/, ' و '); // the text is Persian already
    return tag === 'ar' && /و$/.test(value) && !RIGHT_TO_LEFT.test([...next].find((c) => /\p{L}/u.test(c)) ?? '') ? `${value}\u00a0` : value;
  }).join('');
}
