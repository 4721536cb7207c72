// The claims of a network and their passages, for a printed article. The frame reads
// them from its page and sends them; the article's page adds them for print.

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

/**
 * Reads the claims from a page, with the passages in the order of the text. Returns
 * null for a network whose evidence is too large for its page.
 * @param {Document} page
 * @returns {Claims|null}
 */
export function claimsOf(page) {
  if (page.querySelector('.evidence[data-parts]')) return null;
  const quotes = [...page.querySelectorAll('#passages .passage')];
  const numbers = new Map(quotes.map((quote, i) => [/** @type {HTMLElement} */ (quote).dataset.passage, i + 1]));
  /** @param {Element} within */
  const numbersOf = (within) => [...within.querySelectorAll('.passage')].map((quote) => numbers.get(/** @type {HTMLElement} */ (quote).dataset.passage) ?? 0).filter((number) => number > 0);
  /** The denial of a claim, with its passages. @param {Element} entry */
  const denialOf = (entry) => {
    const against = entry.querySelector('.against');
    return against ? [...against.querySelectorAll('.denial > span')].map((line) => line.textContent).join('; ') + cite(numbersOf(against)) : '';
  };
  return {
    lang: page.documentElement.lang,
    title: textOf(page, 'h1'),
    source: textOf(page, '.source'),
    claimsHeading: textOf(page, '#relations > h2'),
    passagesHeading: textOf(page, '#passages > h2'),
    claims: [...page.querySelectorAll('#relations .entry')].map((entry) => ({
      text: textOf(entry, '.sentence'),
      standing: [textOf(entry, '.standing'), textOf(entry, '.inference'), denialOf(entry), ...[...entry.querySelectorAll('.legal li > span')].map((stage) => stage.textContent ?? '')].filter(Boolean).join('. '),
      passages: numbersOf(entry.querySelector('.body') ?? entry),
    })),
    passages: quotes.map((quote) => ({ text: textOf(quote, 'p'), by: textOf(quote, 'footer'), lang: /** @type {HTMLElement} */ (quote).lang })),
  };
}

/** The numbers of passages in brackets, or "". @param {number[]} passages */
const cite = (passages) => (passages.length > 0 ? ` [${passages.join(', ')}]` : '');

/** The text of an element, without the note on a missing passage. @param {ParentNode} within @param {string} selector */
function textOf(within, selector) {
  const copy = within.querySelector(selector)?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  copy.querySelector('.missing')?.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

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
