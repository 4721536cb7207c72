// The articles for the tests of anchoring. In testdata/NAME.txt [id|words] is a
// passage, each line is a sentence, and an empty line ends a paragraph; NAME.json is
// the passage file of a build (written by web/site/passages_test.go).

import { readFileSync } from 'node:fs';
import { readPassages } from '../../embed/passages.js';

/** @import {PassageIndex} from '../../embed/passages.js' */

/** Words; those of a passage have its id. @typedef {{text: string, id?: string}} Part */

/**
 * @typedef {object} Marked
 * @property {string} language
 * @property {string[]} names        that occur in it, and others
 * @property {string} between        what is between two sentences
 * @property {Part[][][]} paragraphs lists of sentences
 */

export const ARTICLES = ['lighthouse', 'harbour', 'german', 'persian', 'arabic', 'chinese', 'japanese'];

/** @param {string} name */
const file = (name) => readFileSync(new URL(`testdata/${name}`, import.meta.url), 'utf8');

/** @param {string} name @returns {Marked} */
export function readMarked(name) {
  const [head, ...paragraphs] = file(`${name}.txt`).trim().split('\n\n');
  const language = /^lang: (\w+)/.exec(head)?.[1] ?? '';
  const sentence = (/** @type {string} */ line) => [...line.matchAll(/\[(\w+)\|([^\]]*)\]|[^[]+/gu)].map(([all, id, text]) => (id ? { id, text } : { text: all }));
  return {
    language,
    names: /names: (.*)/.exec(head)?.[1].split(', ') ?? [],
    between: /zh|ja/.test(language) ? '' : ' ',
    paragraphs: paragraphs.map((block) => block.split('\n').map(sentence)),
  };
}

/** The passage file of an article's build. @param {string} name */
export const readBook = (name) => /** @type {PassageIndex} */ (readPassages(file(`${name}.json`)));
