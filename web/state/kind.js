// The kinds of fields of the view state: how a value is checked, and how it is
// written in the page's address. declaration.js lists the fields.

/** @import {ChainEnds, Field, Measure, View} from './declaration.js' */
/** @import {Known} from './store.js' */
import { MEASURES } from './declaration.js';

/**
 * @typedef {object} Kind
 * @property {null|readonly never[]} none  the value that means none
 * @property {(value: unknown) => boolean} is  reports whether a value has the right type
 * @property {(value: any, field: Field, known: Known) => unknown} check  returns the value in its canonical form; throws a TypeError
 * @property {(value: any) => readonly (string|number)[]} write  the value's items in the address, none for none
 * @property {(text: string, field: Field, known: Known) => unknown} read  the value of a text in the address, without anything unknown
 */

/** @type {Readonly<Record<Field['kind'], Kind>>} */
export const KINDS = Object.freeze({
  id: {
    none: null,
    is: isTextOrNull,
    check(id, field, known) {
      if (id === null) return null;
      if (!isText(id)) throw new TypeError(`${noun(field)} is ${show(id)}, neither a string nor null`);
      return needKnown(id, field, known);
    },
    write: (id) => (id === null ? [] : [id]),
    read: (text, field, known) => (isKnown(text, field, known) ? text : null),
  },
  list: {
    none: Object.freeze([]),
    is: (value) => Array.isArray(value) && value.every(isText),
    check: (value, field, known) => sorted(list(value).map((one) => needKnown(one, field, known))),
    write: (value) => value,
    read: (text, field, known) => sorted(text.split(',').filter((one) => isKnown(one, field, known))),
  },
  date: {
    none: null,
    is: isTextOrNull,
    check(date) {
      if (date !== null && (!isText(date) || !isDate(date))) throw new TypeError(`date is ${show(date)}, not YYYY, YYYY-MM or YYYY-MM-DD`);
      return date;
    },
    write: (date) => (date === null ? [] : [date]),
    read: (text) => (isDate(text) ? text : null),
  },
  ends: {
    none: null,
    is: (value) => value === null || isText(/** @type {ChainEnds} */ (value)?.from) && isText(/** @type {ChainEnds} */ (value).to),
    check(ends, field, known) {
      if (ends === null) return null;
      const { from, to } = /** @type {Partial<ChainEnds>} */ (ends ?? {});
      if (!isText(from) || !isText(to)) throw new TypeError(`chain is ${show(ends)}, not {from, to} with ids of nodes`);
      return Object.freeze({ from: needKnown(from, field, known), to: needKnown(to, field, known) });
    },
    write: (ends) => (ends ? [ends.from, ends.to] : []),
    read(text, field, known) {
      const ends = text.split(',');
      return ends.length === 2 && ends.every((id) => isKnown(id, field, known)) ? { from: ends[0], to: ends[1] } : null;
    },
  },
  measure: {
    none: null,
    is: isTextOrNull,
    check(value) {
      if (value !== null && !isMeasure(value)) throw new TypeError(`unknown measure ${show(value)}: it is one of ${MEASURES.join(', ')}`);
      return value;
    },
    write: (measure) => (measure === null ? [] : [measure]),
    read: (text) => (isMeasure(text) ? text : null),
  },
  view: {
    none: null,
    is: (value) => value === null || isView(value),
    check(value) {
      if (value === null) return null;
      if (!isView(value)) throw new TypeError(`view is ${show(value)}, not {x, y, zoom} in numbers with zoom above 0`);
      return Object.freeze({ x: value.x, y: value.y, zoom: value.zoom });
    },
    write: (view) => (view ? [round(view.x, 2), round(view.y, 2), round(view.zoom, 4)] : []),
    read(text) {
      const numbers = text.split(',').map((item) => (item.trim() === '' ? NaN : Number(item)));
      const view = { x: numbers[0], y: numbers[1], zoom: numbers[2] };
      return numbers.length === 3 && isView(view) ? view : null;
    },
  },
});

/** The names of sets of ids and words. @type {Record<string, string>} */
const NOUNS = { ids: 'id', nodes: 'node', relations: 'relation', parts: 'node or relation', tokens: 'token', steps: 'step' };

/** @param {Field} field */
const noun = ({ known }) => NOUNS[known];

/** Reports whether the page has a value that a field can take. @param {string} value @param {Field} field @param {Known} known */
function isKnown(value, field, known) {
  if (field.known === '') return true;
  if (field.known === 'parts') return known.nodes.has(value) || known.relations.has(value);
  return known[field.known].has(value);
}

/** @template {string} T @param {T} value @param {Field} field @param {Known} known */
function needKnown(value, field, known) {
  if (!isKnown(value, field, known)) throw new TypeError(`unknown ${noun(field)} ${show(value)}`);
  return value;
}

/** Reports whether text is a day, month or year of the calendar: YYYY, YYYY-MM or YYYY-MM-DD. @param {string} text */
export function isDate(text) {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const whole = `${year}-${month}-${day}`;
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
}

/** @param {unknown} value @returns {value is Measure} */
export const isMeasure = (value) => MEASURES.some((measure) => measure === value);

/** @param {unknown} value @returns {value is View} */
function isView(value) {
  const { x, y, zoom } = /** @type {View} */ (value ?? {});
  return [x, y, zoom].every(Number.isFinite) && zoom > 0;
}

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === 'string';
}

/** @param {unknown} value */
function isTextOrNull(value) {
  return value === null || isText(value);
}

/** @param {unknown} value @returns {string[]} */
export function list(value) {
  if (!Array.isArray(value)) throw new TypeError(`${show(value)} is not an array of strings`);
  return value;
}

/** @param {string[]} values */
const sorted = (values) => Object.freeze([...new Set(values)].sort());

/** @param {number} value @param {number} digits */
const round = (value, digits) => Number(value.toFixed(digits));

/** A value as an error message quotes it. @param {unknown} value */
export function show(value) {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
