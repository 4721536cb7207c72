// What the network says and the passages that say so, for an article on paper.
// The frame reads it from its own page; the article's page sets it.

/**
 * @typedef {object} Claims
 * @property {string} lang     of the words that are not quotes
 * @property {string} title
 * @property {string} source
 * @property {string} said     heading of the claims
 * @property {string} quoted   heading of the passages
 * @property {{text: string, standing: string, passages: number[]}[]} claims  passages by their numbers, from 1
 * @property {{text: string, by: string, lang: string}[]} passages
 */

/**
 * Reads them from a page, the passages in the order of the text. Returns null for
 * a network whose evidence is too large for its page.
 * @param {Document} page
 * @returns {Claims|null}
 */
export function claimsOf(page) {
  if (page.querySelector('.evidence[data-parts]')) return null;
  const quotes = [...page.querySelectorAll('#passages .passage')];
  const numbers = new Map(quotes.map((quote, i) => [/** @type {HTMLElement} */ (quote).dataset.passage, i + 1]));
  /** @param {Element} within */
  const numbersOf = (within) => [...within.querySelectorAll('.passage')].map((quote) => numbers.get(/** @type {HTMLElement} */ (quote).dataset.passage) ?? 0).filter((number) => number > 0);
  /** What is said against a claim. @param {Element} entry */
  const denialOf = (entry) => {
    const against = entry.querySelector('.against');
    return against ? [...against.querySelectorAll('.denial > span')].map((line) => line.textContent).join('; ') + cite(numbersOf(against)) : '';
  };
  return {
    lang: page.documentElement.lang,
    title: textOf(page, 'h1'),
    source: textOf(page, '.source'),
    said: textOf(page, '#relations > h2'),
    quoted: textOf(page, '#passages > h2'),
    claims: [...page.querySelectorAll('#relations .entry')].map((entry) => ({
      text: textOf(entry, '.sentence'),
      standing: [textOf(entry, '.standing'), textOf(entry, '.inference'), denialOf(entry), ...[...entry.querySelectorAll('.legal li > span')].map((stage) => stage.textContent ?? '')].filter(Boolean).join('. '),
      passages: numbersOf(entry.querySelector('.body') ?? entry),
    })),
    passages: quotes.map((quote) => ({ text: textOf(quote, 'p'), by: textOf(quote, 'footer'), lang: /** @type {HTMLElement} */ (quote).lang })),
  };
}

/** Passages by their numbers, in brackets; nothing for none. @param {number[]} passages */
const cite = (passages) => (passages.length > 0 ? ` [${passages.join(', ')}]` : '');

/** What stands there, without what is only said when it is so. @param {ParentNode} within @param {string} selector */
function textOf(within, selector) {
  const copy = within.querySelector(selector)?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  copy.querySelector('.unfound')?.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * Sets them as a list for paper.
 * @param {Claims} claims
 * @returns {HTMLElement}
 */
export function setClaims({ lang, title, source, said, quoted, claims, passages }) {
  const section = make('section', '', { className: 'claims', lang, dir: 'auto' });
  const list = make('ul', '');
  for (const { text, standing, passages: rests } of claims) {
    const item = make('li', `${text} `);
    item.append(make('small', `${standing}${cite(rests)}`));
    list.append(item);
  }
  const quotes = make('ol', '');
  for (const { text, by, lang: own } of passages) {
    const item = make('li', '');
    item.append(make('q', text, { lang: own, dir: 'auto' }), ' ', make('small', by));
    quotes.append(item);
  }
  section.append(make('h2', title), make('p', source), make('h3', said), list, make('h3', quoted), quotes);
  return section;
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {Partial<HTMLElement>} [properties]
 */
function make(tag, text, properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.textContent = text;
  return made;
}
