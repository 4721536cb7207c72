// The strings of the page, in its language.

import { scriptData } from '../page/scriptdata.js';
import { translator } from './format.js';

/** @type {import('./format.js').Translate|null} */
let own = null;

/**
 * The string of a key, with its placeholders filled.
 * @type {import('./format.js').Translate}
 */
export function t(key, values) {
  own ??= translator(document.documentElement.lang, scriptData().strings);
  return own(key, values);
}
