// The strings of the page, which it carries as data in its language.

import { translator } from './format.js';

/** @type {import('./format.js').Translate|null} */
let own = null;

/**
 * The string of a key, with its placeholders filled.
 * @type {import('./format.js').Translate}
 */
export function t(key, values) {
  own ??= translator(document.documentElement.lang, JSON.parse(document.querySelector('#strings')?.textContent ?? '{}'));
  return own(key, values);
}
