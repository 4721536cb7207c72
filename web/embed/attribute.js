// The attributes of <proxy-network>, each read to a value that can be relied on.
// What is not understood is told once in the console, and the default taken.

/** @import {Action, State} from '../state/store.js' */
import { isDate, MEASURES } from '../state/store.js';
import { languages } from './words.js';

/** @type {WeakMap<Element, Set<string>>} what was told already */
const told = new WeakMap();

/**
 * @template T
 * @param {Element} element
 * @param {string} name
 * @param {T} fallback
 * @param {string} want  what the attribute may be, in words
 * @param {(text: string) => T|undefined} read
 * @returns {T}
 */
function attribute(element, name, fallback, want, read) {
  const text = element.getAttribute(name)?.trim() ?? '';
  if (text === '') return fallback;
  const value = read(text);
  if (value !== undefined) return value;
  const seen = told.get(element) ?? new Set();
  if (!seen.has(name + text)) console.warn(`<proxy-network>: ${name}="${text}" is not understood; it may be ${want}`);
  told.set(element, seen.add(name + text));
  return fallback;
}

/** When the graph goes live. @param {Element} e @returns {'click'|'visible'} */
export const interactive = (e) => attribute(e, 'interactive', 'visible', 'click or visible',
  (text) => (text === 'click' || text === 'visible' ? text : undefined));

/** null is the reader’s own choice. @param {Element} e @returns {'light'|'dark'|null} */
export const theme = (e) => attribute(e, 'theme', null, 'light, dark or auto',
  (text) => (text === 'auto' ? null : text === 'light' || text === 'dark' ? text : undefined));

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
 * A part of the state that an attribute asks for.
 * @typedef {object} Part
 * @property {keyof State} of
 * @property {string} want                        what the attribute may be, in words
 * @property {(text: string) => unknown} read     undefined where it is not understood
 * @property {(value: any, before: any, state: State) => Action[]} change  from one value to another, null being none
 */

/** @param {'select'|'focus'|'step'} type @returns {Part} */
const one = (type) => ({
  of: type, want: 'an id of the network', read: (text) => (/^[^\s,]+$/.test(text) ? text : undefined), change: (id) => [{ type, id }],
});

/** @type {Record<string, Part>} */
const PARTS = {
  'select': one('select'),
  'focus': one('focus'),
  'filter': {
    of: 'hide',
    want: 'tokens with commas between, such as relation.arms,node.state',
    read(text) {
      const all = text.split(',').map((token) => token.trim());
      return all.every((token) => /^[a-z]+\.[^\s,]+$/.test(token)) ? all : undefined;
    },
    change: (what, before, { hide }) => [{ type: 'show', what: hide.filter((token) => before?.includes(token)) }, { type: 'hide', what: what ?? [] }], // the reader’s own stay
  },
  'as-of': {
    of: 'asOf', want: 'a date: YYYY, YYYY-MM or YYYY-MM-DD', read: (text) => (isDate(text) ? text : undefined), change: (date) => [{ type: 'asOf', date }],
  },
  'chain': {
    of: 'chain',
    want: 'two ids of the network with a comma between',
    read(text) {
      const [, from, to] = /^([^\s,]+)\s*,\s*([^\s,]+)$/.exec(text) ?? [];
      return from === undefined ? undefined : { from, to };
    },
    change: (ends) => [{ type: 'chain', from: ends?.from ?? null, to: ends?.to ?? null }],
  },
  'size': {
    of: 'size', want: MEASURES.join(', '), read: (text) => MEASURES.find((measure) => measure === text), change: (measure) => [{ type: 'size', measure }],
  },
  'step': one('step'),
};

/** The names of the attributes that ask for a state. */
export const STATE = Object.keys(PARTS);

/** What one of them asks for, or null. @param {Element} e @param {string} name @returns {any} */
const value = (e, name) => attribute(e, name, null, PARTS[name].want, PARTS[name].read);

/** What they ask for together; parts that none speaks of are left out. @param {Element} e @returns {Partial<State>} */
export function asked(e) {
  return Object.fromEntries(STATE.map((name) => [PARTS[name].of, value(e, name)]).filter(([, asks]) => asks !== null));
}

/** How the state is to follow when one of them changes. @param {Element} e @param {string} name @param {string|null} before @param {State} state */
export function changes(e, name, before, state) {
  return PARTS[name].change(value(e, name), before === null ? null : PARTS[name].read(before.trim()) ?? null, state);
}

/** Those that ask for what the network has not. @param {Element} e @param {State} state what came of them */
export function refused(e, state) {
  return STATE.filter((name) => {
    const [want, got] = [value(e, name), state[PARTS[name].of]];
    if (want === null) return false;
    if (Array.isArray(want)) return !want.every((token) => /** @type {readonly string[]} */ (got).includes(token));
    return JSON.stringify(want) !== JSON.stringify(got);
  }).map((name) => `${name}="${e.getAttribute(name)}"`);
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
