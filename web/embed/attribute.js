// Reads the attributes of <proxy-network>. An invalid value is reported once in the
// console, and the default is used instead.

/** @import {State} from '../state/declaration.js' */
/** @import {Action} from '../state/store.js' */
import { FIELDS, MEASURES } from '../state/declaration.js';
import { isDate, isMeasure } from '../state/kind.js';
import { languages } from './words.js';

/** The values already reported. @type {WeakMap<Element, Set<string>>} */
const reported = new WeakMap();

/**
 * @template T
 * @param {Element} element
 * @param {string} name
 * @param {T} fallback
 * @param {string} want  the allowed values, in words
 * @param {(text: string) => T|undefined} read
 * @returns {T}
 */
function attribute(element, name, fallback, want, read) {
  const text = element.getAttribute(name)?.trim() ?? '';
  if (text === '') return fallback;
  const value = read(text);
  if (value !== undefined) return value;
  const seen = reported.get(element) ?? new Set();
  if (!seen.has(name + text)) console.warn(`<proxy-network>: ${name}="${text}" is not understood; it may be ${want}`);
  reported.set(element, seen.add(name + text));
  return fallback;
}

/** When the graph goes live. @param {Element} e @returns {'click'|'visible'} */
export const interactive = (e) => attribute(e, 'interactive', 'visible', 'click or visible',
  (text) => (text === 'click' || text === 'visible' ? text : undefined));

/** What the frame may load: the live graph, or only the picture. @param {Element} e @returns {'graph'|'picture'} */
export const mode = (e) => attribute(e, 'mode', 'graph', 'graph or picture',
  (text) => (text === 'graph' || text === 'picture' ? text : undefined));

/**
 * The theme: null is the reader’s own choice. Without the attribute it is the
 * color-scheme of the host’s page, in which “normal” is light.
 * @param {Element} e
 * @returns {'light'|'dark'|null}
 */
export function theme(e) {
  const asked = attribute(e, 'theme', 'host', 'light, dark or auto', (text) => (['auto', 'light', 'dark'].includes(text) ? text : undefined));
  if (asked === 'light' || asked === 'dark') return asked;
  if (asked === 'auto') return null;
  const schemes = getComputedStyle(e).colorScheme.split(' ');
  if (schemes.includes('light') && schemes.includes('dark')) return null;
  return schemes.includes('dark') ? 'dark' : 'light';
}

/** In CSS pixels, or null. @param {Element} e @returns {number|null} */
export const height = (e) => attribute(e, 'height', null, 'a number of pixels from 200 to 4000', (text) => {
  const value = /^\d+(px)?$/.test(text) ? parseInt(text, 10) : NaN;
  return value >= 200 && value <= 4000 ? value : undefined;
});

/** Width by height, or null. @param {Element} e @returns {number|null} */
export const proportion = (e) => attribute(e, 'aspect-ratio', null, 'width by height, such as 4/3', (text) => {
  const [, width, high] = /^(\d+(?:\.\d+)?)(?:\s*\/\s*(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  const value = Number(width) / Number(high ?? 1);
  return value >= 0.2 && value <= 5 ? value : undefined;
});

/**
 * How the attributes for one kind of field work.
 * @typedef {object} Reader
 * @property {string} want  the allowed values, in words
 * @property {(text: string) => unknown} read  the value, or undefined if it is not valid
 * @property {(value: any, before: any, state: State) => Action[]} change  the actions that change one value to another; null means none
 */

/** @param {'select'|'focus'|'step'} type @returns {Reader} */
const id = (type) => ({ want: 'an id of the network', read: (text) => (/^[^\s,]+$/.test(text) ? text : undefined), change: (id) => [{ type, id }] });

/** @type {Partial<Record<keyof State, Reader>>} */
const READERS = {
  select: id('select'),
  focus: id('focus'),
  step: id('step'),
  hide: {
    want: 'tokens with commas between, such as relation.arms,node.state',
    read(text) {
      const all = text.split(',').map((token) => token.trim());
      return all.every((token) => /^[a-z]+\.[^\s,]+$/.test(token)) ? all : undefined;
    },
    // Parts that the reader has hidden stay hidden.
    change: (what, before, { hide }) => [{ type: 'show', what: hide.filter((token) => before?.includes(token)) }, { type: 'hide', what: what ?? [] }],
  },
  asOf: {
    want: 'a date: YYYY, YYYY-MM or YYYY-MM-DD', read: (text) => (isDate(text) ? text : undefined), change: (date) => [{ type: 'asOf', date }],
  },
  chain: {
    want: 'two ids of the network with a comma between',
    read(text) {
      const [, from, to] = /^([^\s,]+)\s*,\s*([^\s,]+)$/.exec(text) ?? [];
      return from === undefined ? undefined : { from, to };
    },
    change: (ends) => [{ type: 'chain', from: ends?.from ?? null, to: ends?.to ?? null }],
  },
  size: {
    want: MEASURES.join(', '), read: (text) => (isMeasure(text) ? text : undefined), change: (measure) => [{ type: 'size', measure }],
  },
};

/** The attributes that set a field of the state. */
const FIELD_OF = new Map(FIELDS.filter(({ attribute }) => attribute !== '').map(({ attribute, name }) => [attribute, name]));

/** @param {string} attribute that sets a field of the state */
function readerOf(attribute) {
  const reader = READERS[/** @type {keyof State} */ (FIELD_OF.get(attribute))];
  if (!reader) throw new Error(`no reader for the attribute ${attribute}`);
  return reader;
}

/** The names of the attributes that set the state. */
export const STATE = [...FIELD_OF.keys()];

/** The value of one of them, or null. @param {Element} e @param {string} name @returns {any} */
const value = (e, name) => attribute(e, name, null, readerOf(name).want, readerOf(name).read);

/** The fields of the state that the attributes set. @param {Element} e @returns {Partial<State>} */
export function requested(e) {
  return Object.fromEntries([...FIELD_OF].map(([name, field]) => [field, value(e, name)]).filter(([, value]) => value !== null));
}

/** The actions that follow a change of an attribute. @param {Element} e @param {string} name @param {string|null} before @param {State} state */
export function changes(e, name, before, state) {
  const { read, change } = readerOf(name);
  return change(value(e, name), before === null ? null : read(before.trim()) ?? null, state);
}

/** The attributes that name something the network does not have. @param {Element} e @param {State} state the state that resulted from them */
export function refused(e, state) {
  return [...FIELD_OF].filter(([name, field]) => {
    const [want, got] = [value(e, name), state[field]];
    if (want === null) return false;
    if (Array.isArray(want)) return !want.every((token) => /** @type {readonly string[]} */ (got).includes(token));
    return JSON.stringify(want) !== JSON.stringify(got);
  }).map(([name]) => `${name}="${e.getAttribute(name)}"`);
}

/** The article's element, or null. @param {Element} e @returns {Element|null} */
export const article = (e) => attribute(e, 'article', null, 'a selector of the article’s text, such as #text, that is in this page', (text) => {
  try {
    return document.querySelector(text) ?? undefined;
  } catch {
    return undefined;
  }
});

/** The language of the embed and of its page; null is the page’s own choice. @param {Element} e @returns {string|null} */
export const language = (e) => attribute(e, 'lang', null, `one of ${languages.join(', ')}`, (text) => (
  languages.find((tag) => tag === text.toLowerCase().split('-')[0])));
