// The embed's own strings, in every language that it comes in.

import strings from '../language/strings.js';
import { sayer } from '../language/format.js';

/** The tags of the languages. */
export const languages = Object.keys(strings);

/** What says the strings of a language. @param {string} tag */
export const words = (tag) => sayer(tag, strings[tag]);

/** Which way its text runs. @param {string} tag */
export const direction = (tag) => String(strings[tag].language.direction);
