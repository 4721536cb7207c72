// The claims of a network and their passages, for a printed article. They are a file
// beside the network's page, written by printed.go of package web: the frame fetches it
// when it is asked to and sends its content, and the article's page adds the lists for
// print. The frame sends it since the article's page may be of another origin.

import { make } from './dom.js';

/**
 * @typedef {object} Claims
 * @property {string} lang     of all texts but the quotes
 * @property {string} title
 * @property {string} source
 * @property {string} claimsHeading
 * @property {string} passagesHeading
 * @property {{text: string, standing: string, passages: number[]}[]} claims  passages are numbers, from 1
 * @property {{text: string, by: string, lang: string}[]} passages
 */

/** The numbers of passages in brackets, or "". @param {number[]} passages */
const cite = (passages) => (passages.length > 0 ? ` [${passages.join(', ')}]` : '');

/**
 * The claims and passages as lists for print.
 * @param {Claims} claims
 * @returns {HTMLElement}
 */
export function printedClaims({ lang, title, source, claimsHeading, passagesHeading, claims, passages }) {
  const section = make('section', { className: 'claims', lang, dir: 'auto' });
  const list = make('ul', {});
  for (const { text, standing, passages: rests } of claims) {
    const item = make('li', { textContent: `${text} ` });
    item.append(make('small', { textContent: `${standing}${cite(rests)}` }));
    list.append(item);
  }
  const quotes = make('ol', {});
  for (const { text, by, lang: own } of passages) {
    const item = make('li', {});
    item.append(make('q', { textContent: text, lang: own, dir: 'auto' }), ' ', make('small', { textContent: by }));
    quotes.append(item);
  }
  section.append(
    make('h2', { textContent: title }), make('p', { textContent: source }), make('h3', { textContent: claimsHeading }), list, make('h3', { textContent: passagesHeading }), quotes,
  );
  return section;
}
