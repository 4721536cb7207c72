// The strings of the embed in every language.

import strings from '../language/strings.js';
import { translator } from '../language/format.js';

/** The language tags. */
export const languages = Object.keys(strings);

/** The function that returns the strings of a language. @param {string} tag */
export const stringsOf = (tag) => translator(tag, strings[tag]);

/** The direction of a language, ltr or rtl. @param {string} tag */
export const direction = (tag) => String(strings[tag].language.direction);
