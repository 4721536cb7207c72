// Says the interface's strings, as language.go does for templates.

/** Strings by group and name; one that counts has its forms. @typedef {Record<string, Record<string, string|Record<string, string>>>} Strings */
/** @typedef {(key: string, values?: Record<string, string|number>) => string} Say */

/**
 * Returns what says the strings of a language.
 * @param {string} tag      of the language
 * @param {Strings} strings
 * @returns {Say}
 */
export function sayer(tag, strings) {
  const rules = new Intl.PluralRules(tag);
  const digits = [...String(strings.language.digits)];
  const write = (/** @type {string|number} */ value) => (
    typeof value === 'number' ? String(value).replace(/\d/g, (digit) => digits[Number(digit)]) : value);

  return (key, values = {}) => {
    const [group, name] = key.split('.');
    const found = strings[group]?.[name];
    if (found === undefined) throw new Error(`no string ${key}`);
    const text = typeof found === 'string' ? found : found[rules.select(Number(values.n))];
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? write(values[name]) : whole));
  };
}
