// Unchanged articles as in newspaper pages: in all kinds of markup and typesetting,
// with other content around them. Everything is determined by a seed.

import { randomFrom } from '../random.js';
import { ARTICLES, readBook, readMarked } from './marked.js';

/** @import {Passage} from '../../anchor/anchor.js' */
/** @import {Part} from './marked.js' */

/** @typedef {{below: (n: number) => number, pick: <T>(list: readonly T[]) => T}} Chance */

const escape = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const SPOKEN = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)';

/** Changes by a page to all its text. @type {((text: string) => string)[]} */
export const SETTINGS = [
  (text) => text,
  (text) => text.normalize('NFD'),
  (text) => text.replace(/(?<=\p{L}{3})(?=\p{Ll}{3})/gu, '\u00ad'),
  (text) => text.replace(/ /g, '\u00a0'),
  (text) => text.replace(/(?<=\p{Ll})fi/gu, 'ﬁ').replace(/(?<=\p{Ll})ff/gu, 'ﬀ').replace(/(?<=\p{Ll})fl/gu, 'ﬂ'),
  (text) => text.replace(/[“”„]/g, '"').replace(/[’‘]/g, "'"),
  (text) => text.replace(/“([^”]*)”/g, '«\u202f$1\u202f»'),
  (text) => text.replace(/—/g, ' – '),
  (text) => text.replace(/ (?=\p{L})/gu, '\u2009 \n '),
  (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, () => '\u200b').replace(/\u200c\u200b|\u200b\u200c/g, '\u200c'),
  (text) => text.replace(/(?<=[\u0628\u062a\u0633\u0634\u0639\u0641\u0642\u0645])(?=[\u0600-\u06ff])/g, 'ـ').replace(/ی/g, 'ي').replace(/ک/g, 'ك'),
  (text) => `\u2067${text}\u2069`,
  (text) => text.replace(/[0-9]/g, (digit) => `\u200d${digit}`),
];

/** Changes by a page to a word. @type {((word: string) => string)[]} */
const WORDS = [
  (word) => `<em>${word}</em>`,
  (word) => `<a href="#x">${word}</a>`,
  (word) => `<a href="https://example.org/"><b>${word}</b><span style="${SPOKEN}"> (opens in a new window)</span></a>`,
  (word) => `${word}<!-- ad -->`,
  (word) => `${word}<span hidden>§§</span><script type="text/plain">no</script>`,
  (word) => `<span style="display:inline-block">${word}</span>`,
  (word) => `<span style="display:contents"><mark>${word}</mark></span>`,
  (word) => `<wbr>${word}<wbr>`,
  (word) => `<abbr title="x">${word}</abbr><i aria-hidden="true"></i>`,
  (word) => [...new Intl.Segmenter().segment(word)].map(({ segment }) => `<span>${segment}</span>`).join(''),
  (word) => `<ruby>${word}<rp>(</rp><rt>reading</rt><rp>)</rp></ruby>`,
  (word) => `<del>old</del><ins>${word}</ins>`,
];

/** Footnote marks, one style per page. */
const NOTES = [
  '<sup>1</sup>', '<sup>12</sup>', '<sup><a href="#n1">1</a></sup>', '<a href="#n1"><sup>2</sup></a>', '<a href="#fn3">[3]</a>', '<a href="#fn3">3</a>', '[4]', '¹', '¹²', '<sup>*</sup>', '*', '†',
  '<a role="doc-noteref" href="#n">7</a>', '<sup>[<a href="#cite">8</a>]</sup>', '<sup aria-hidden="true">9</sup>', '<button type="button">?</button>', '<sub>a</sub>',
];

/** Starts of paragraphs, from the first letter and the rest of its word. @type {((first: string, rest: string) => string)[]} */
const INITIALS = [
  (first, rest) => `<span style="float:left;font-size:3em">${first}</span>${rest}`,
  (first, rest) => `<span style="display:block;font-size:3em">${first}</span>${rest}`,
  (first, rest) => `<span aria-hidden="true">${first}</span><span style="${SPOKEN}">${plain(first)}</span>${rest}`,
  (first, rest) => `<span style="${SPOKEN}">${plain(first + rest)}</span><span aria-hidden="true">${first}${rest}</span>`,
  (first, rest) => `<b>${first}</b>${rest}`,
];

/** Removes the marks of passages, since repeated text is not the passage. @param {string} html */
const plain = (html) => html.replace(/ data-(begin|end)="\w+"/g, '');

/** Boxes between or inside paragraphs. @param {string} sentence of the article */
const boxes = (sentence) => [
  '<aside>Advertisement</aside>',
  '<figure style="display:block"><svg></svg><figcaption>A view of the harbour. Photograph: the office</figcaption></figure>',
  '<div class="ad"><p>Plymouth hotels from 80 pounds a night</p><button>Book</button></div>',
  `<aside><p>${sentence}</p></aside>`,
  `<blockquote><p>“${sentence}”</p></blockquote>`,
  '<ul><li>Read more: the storm</li><li>Sign up for our letter. It is free.</li></ul>',
];

/**
 * @param {number} seed
 * @returns {{name: string, html: string, passages: Passage[], languages: string[]}} each passage's first and last letter is in an element with data-begin or data-end
 */
export function typesetFrom(seed) {
  const random = randomFrom(seed);
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  /** @type {Chance} */
  const chance = { below, pick: (list) => list[below(list.length)] };
  const { pick } = chance;
  const name = ARTICLES[seed % ARTICLES.length];
  const { paragraphs, between, language } = readMarked(name);
  const { passages, languages } = readBook(name);
  const set = pick(SETTINGS);
  const note = below(2) ? pick(NOTES) : '';
  const initial = below(3) === 0 ? pick(INITIALS) : null;
  const quotes = below(5) === 0;
  const often = 2 + below(12);

  let isSplit = false;
  /** @type {string[]} */
  const blocks = [];
  for (const paragraph of paragraphs) {
    const sentences = paragraph.map((parts) => parts.map((part) => setPart(part, set, often, chance)).join('') + (note && below(2) ? note : ''));
    if (initial) sentences[0] = begin(sentences[0], initial);
    if (quotes) for (const i of sentences.keys()) sentences[i] = sentences[i].replace(/“([^“”]*)”/g, '<q>$1</q>');
    const words = plain(paragraph[0].map(({ text }) => escape(text)).join(''));
    switch (below(7)) {
      case 0: { // split between sentences
        const cut = 1 + below(sentences.length);
        isSplit = true;
        blocks.push(`<p>${sentences.slice(0, cut).join(between)}</p>`, `<p>${sentences.slice(cut).join(between)}</p>`);
        break;
      }
      case 1: // a box inside
        if (sentences.length > 1 && paragraph.length > 1) {
          isSplit = true;
          blocks.push(`<p>${sentences[0]}</p>`, pick(boxes(words)), `<p>${sentences.slice(1).join(between)}</p>`);
          break;
        }
      // falls through
      case 2: // merged with the previous one
        if (blocks.at(-1)?.startsWith('<p>')) {
          blocks[blocks.length - 1] = `${blocks.at(-1)?.slice(0, -4)}${pick(['<br>', '<br><br>', ' '])}${sentences.join(between)}</p>`;
          break;
        }
      // falls through
      case 3: // each sentence on its own line
        blocks.push(`<div>${sentences.join(`${between}<br>`)}</div>`);
        break;
      case 4:
        blocks.push(`<section><div><div>${sentences.join(between)}</div></div></section>`);
        break;
      default:
        blocks.push(`<p>${sentences.join(between)}</p>`);
    }
    if (below(4) === 0) blocks.push(pick(boxes(words)));
  }
  if (!isSplit && below(2)) blocks.reverse(); // a page with its parts in another order
  return { name: `${name} ${seed}`, html: `<main lang="${language}">${blocks.join('\n')}</main>`, passages, languages };
}

/**
 * @param {Part} part
 * @param {(text: string) => string} set
 * @param {number} often in so many words one is marked up
 * @param {Chance} chance
 */
function setPart({ id, text }, set, often, { below, pick }) {
  if (!id) return markUp(set(text), often, { below, pick });
  const clusters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const isLetter = (/** @type {string} */ cluster) => /[\p{L}\p{N}]/u.test(cluster);
  const first = clusters.findIndex(isLetter);
  const last = clusters.findLastIndex(isLetter);
  const join = (/** @type {number} */ from, /** @type {number} */ to) => clusters.slice(from, to).join('');
  return `${escape(join(0, first))}<span data-begin="${id}">${escape(clusters[first])}</span>${markUp(set(join(first + 1, last)), often, { below, pick })}<span data-end="${id}">${escape(clusters[last])}</span>${escape(join(last + 1, clusters.length))}`;
}

/** @param {string} text @param {number} often @param {Chance} chance */
const markUp = (text, often, { below, pick }) => escape(text).replace(/(?<![&\p{L}\p{M}\u00ad\u200b-\u200d])[\p{L}\p{M}\u00ad\u200b-\u200d]{2,}/gu, (word) => (below(often) ? word : pick(WORDS)(word)));

/** @param {string} html @param {(first: string, rest: string) => string} initial */
function begin(html, initial) {
  const found = /^((?:<span data-begin="\w+">)?\p{L}\p{M}*(?:<\/span>)?)([\p{L}\p{M}]*)(?![^<]*<\/(?:em|a|b|span|rt))/u.exec(html);
  return found ? initial(found[1], found[2]) + html.slice(found[0].length) : html;
}
