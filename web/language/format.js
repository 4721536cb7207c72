// Formats the strings of the interface, as language.go does for templates.

/** Strings by group and name; a string with plural forms is an object. @typedef {Record<string, Record<string, string|Record<string, string>>>} Strings */
/** @typedef {(key: string, values?: Record<string, string|number>) => string} Translate */

/** A letter of a right-to-left script, and one of any other script. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LEFT_TO_RIGHT = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/** A value between Unicode isolates if it has letters of the other direction. @param {string} value @param {RegExp} foreign */
const isolate = (value, foreign) => (foreign.test(value) ? `\u2068${value}\u2069` : value);

/** A number with the digits and decimal separator of a language. @param {number} value @param {string[]} digits @param {string} point */
const number = (value, digits, point) => String(value).replace('.', point).replace(/\d/g, (digit) => digits[Number(digit)]);

/**
 * Returns the function that formats the strings of a language.
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
 * "a, b and c" in a language. Unlike CLDR, Persian newspapers set no comma before
 * "and". In Arabic "and" is joined to the next word; before a foreign word a no-break
 * space separates them.
 * @param {string} tag
 * @param {string[]} all
 */
export function listIn(tag, all) {
  const parts = new Intl.ListFormat(tag).formatToParts(all);
  return parts.map(({ type, value }, at) => {
    const next = parts[at + 1]?.value ?? '';
    if (type === 'element') return value;
    if (tag === 'fa') return value.replace(/\u200f/g, '').replace(/^،\s*و\s*$/, ' و '); // no mark is needed in Persian text
    return tag === 'ar' && /و$/.test(value) && !RIGHT_TO_LEFT.test([...next].find((c) => /\p{L}/u.test(c)) ?? '') ? `${value}\u00a0` : value;
  }).join('');
}
