// The attributes of <proxy-network>, each read to a value that can be relied on.
// What is not understood is told once in the console, and the default taken.

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

/** What is hidden, as the address of the page has it. @param {Element} e @returns {string[]} */
export const tokens = (e) => attribute(e, 'filter', [], 'tokens with commas between, such as relation.arms,node.state', (text) => {
  const all = text.split(',').map((token) => token.trim());
  return all.every((token) => /^[a-z]+\.[^\s,]+$/.test(token)) ? all : undefined;
});

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
