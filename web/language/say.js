// The page's strings, which it carries as data in the language it is written in.

import { sayer } from './format.js';

/** @type {import('./format.js').Say|null} */
let own = null;

/**
 * The string of a key, with its placeholders filled.
 * @type {import('./format.js').Say}
 */
export function say(key, values) {
  own ??= sayer(document.documentElement.lang, JSON.parse(document.querySelector('#strings')?.textContent ?? '{}'));
  return own(key, values);
}
