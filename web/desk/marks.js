// Marks in the article: cited passages, names, and the current record. The CSS Custom
// Highlight API paints them, so that each paragraph stays one text node.

/** @import {Selection as Stretch} from './view.js' */
/** @import {Work} from './work.js' */
import { clear, paint } from '../anchor/paint.js';
import { rangeOf } from './place.js';

/** The marks by rank: the last of overlapping ones is on top. */
const MARKS = ['desk-named', 'desk-unnamed', 'desk-cited', 'desk-draft', 'desk-chosen', 'desk-form'];

/** @param {string} name @param {(Range|null)[]} ranges */
function mark(name, ranges) {
  const own = ranges.filter((range) => range !== null);
  if (own.length > 0) paint(name, own, MARKS.indexOf(name));
  else clear(name);
}

/** Paints the marks of the engine's view. @param {HTMLElement} root @param {Work} work */
export function markView(root, work) {
  const { chosen } = work;
  const [passages, mentions] = [work.here(work.view?.passages), work.here(work.view?.mentions)];
  const at = (/** @type {{paragraph: number, from: number, to: number}} */ { paragraph, from, to }) => rangeOf(root, { paragraph, from, toParagraph: paragraph, to });
  mark('desk-cited', passages.filter(({ citedBy }) => citedBy.length > 0).map(at));
  mark('desk-named', mentions.filter(({ node }) => node).map(at));
  mark('desk-unnamed', mentions.filter(({ node }) => !node).map(at));
  mark('desk-chosen', chosen === null ? [] : [
    ...passages.filter(({ id, citedBy }) => id === chosen || citedBy.includes(chosen)).map(at),
    ...mentions.filter(({ node }) => node === chosen).map(at),
  ]);
}

/** Paints the quotes of proposed claims. @param {HTMLElement} root @param {{paragraph: number, from: number, to: number}[]} drafts */
export const markDrafts = (root, drafts) => mark('desk-draft', drafts.map(({ paragraph, from, to }) => rangeOf(root, { paragraph, from, toParagraph: paragraph, to })));

/** Paints the words that a form is about; none for null. @param {HTMLElement} root @param {Stretch|null} stretch */
export const markForm = (root, stretch) => mark('desk-form', stretch ? [rangeOf(root, stretch)] : []);
