// The desk's strings. The page carries them in every language, since the author
// chooses one while the page is open.

import { translator } from '../language/format.js';

/** @import {Strings, Translate} from '../language/format.js' */

const KEY = 'proxynet-desk-language';

/** @type {Record<string, Strings>} */
const all = JSON.parse(document.querySelector('#strings')?.textContent ?? '{}');

/** The languages of the interface. */
export const LANGUAGES = Object.keys(all);

/** The language chosen before, or the browser's first that is available. */
export const LANGUAGE = LANGUAGES.find((tag) => tag === kept()) ?? navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in all) ?? 'en';

/** @type {Translate} */
export const t = translator(LANGUAGE, all[LANGUAGE]);

/** A number in the language's digits. @param {number} n */
export const written = (n) => t('search.all', { n });

/** A language's own name. @param {string} tag */
export function nameOf(tag) {
  const t = translator(tag, all[tag]);
  return t('language.name');
}

/** Keeps a language for this and later visits, and opens the page in it. @param {string} tag */
export function speak(tag) {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // without storage the choice lasts for this page only
  }
  location.reload();
}

/** Sets the page's language and direction. */
export function dress() {
  document.documentElement.lang = LANGUAGE;
  document.documentElement.dir = String(all[LANGUAGE].language.direction);
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
