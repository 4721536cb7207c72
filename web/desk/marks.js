// Marks in the article: cited passages, names, and the current record. The CSS Custom
// Highlight API paints them, so that each paragraph stays one text node.

/** @import {Selection as Stretch} from './view.js' */
/** @import {Work} from './work.js' */
import { clear, paint } from '../anchor/paint.js';
import { rangeOf } from './place.js';

/** The marks by rank: the last of overlapping ones is on top. */
const MARKS = ['desk-named', 'desk-unnamed', 'desk-cited', 'desk-draft', 'desk-chosen', 'desk-form'];

/** What is painted, by the name of the marks. @type {Map<string, unknown[]>} */
const painted = new Map();

/**
 * Paints marks, unless they are painted already: the page would be drawn again.
 * @param {string} name
 * @param {HTMLElement} root
 * @param {unknown[]} of  what they depend on
 * @param {() => (Range|null)[]} find
 */
function mark(name, root, of, find) {
  const now = [root.firstChild, ...of];
  const before = painted.get(name);
  if (before?.length === now.length && now.every((one, i) => one === before[i])) return;
  painted.set(name, now);
  const ranges = find();
  const own = ranges.filter((range) => range !== null);
  if (own.length > 0) paint(name, own, MARKS.indexOf(name));
  else clear(name);
}

/** Paints the marks of the engine's view. @param {HTMLElement} root @param {Work} work */
export function markView(root, work) {
  const { chosen, view, source } = work;
  const of = [source?.id, view?.passages, view?.mentions];
  const [passages, mentions] = [work.here(work.view?.passages), work.here(work.view?.mentions)];
  const at = (/** @type {{paragraph: number, from: number, to: number}} */ { paragraph, from, to }) => rangeOf(root, { paragraph, from, toParagraph: paragraph, to });
  mark('desk-cited', root, of, () => passages.filter(({ citedBy }) => citedBy.length > 0).map(at));
  mark('desk-named', root, of, () => mentions.filter(({ node }) => node).map(at));
  mark('desk-unnamed', root, of, () => mentions.filter(({ node }) => !node).map(at));
  mark('desk-chosen', root, [...of, chosen], () => chosen === null ? [] : [
    ...passages.filter(({ id, citedBy }) => id === chosen || citedBy.includes(chosen)).map(at),
    ...mentions.filter(({ node }) => node === chosen).map(at),
  ]);
}

/** Paints the quotes of proposed claims. @param {HTMLElement} root @param {{paragraph: number, from: number, to: number}[]} drafts */
export const markDrafts = (root, drafts) => mark('desk-draft', root, [drafts], () => drafts.map(({ paragraph, from, to }) => rangeOf(root, { paragraph, from, toParagraph: paragraph, to })));

/** Paints the words that a form is about; none for null. @param {HTMLElement} root @param {Stretch|null} stretch */
export const markForm = (root, stretch) => mark('desk-form', root, [stretch], () => stretch ? [rangeOf(root, stretch)] : []);
