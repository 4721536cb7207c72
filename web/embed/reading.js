// Linked reading: a network's passages, found in the article around its embed.
// What is selected in the graph is marked in the text, a click on a passage
// selects what it supports. The article itself never leaves its page.

/** @import {Book} from './message.js' */
import { findPassages } from '../anchor/find.js';
import { clear, paint } from '../anchor/paint.js';

/** How many readings this page has had: each marks under names of its own. */
let readings = 0;

/** Share of the window's height around its middle in which a passage counts as being read. */
const READ = 0.25;

export class Reading {
  #name = `proxynet-${++readings}`;
  #sheet = new CSSStyleSheet();
  #stop = new AbortController();
  #followed = /** @type {string|null} */ (null);

  /**
   * Finds the passages of a book in a container.
   * @param {Element} container
   * @param {Book} book
   * @param {{select: (id: string) => void, hover: (id: string|null) => void, follow: boolean}} hooks
   */
  static async of(container, book, hooks) {
    const passages = book.passages.map(({ start, ...passage }) => ({ ...passage, position: { start } }));
    return new Reading(container, book, await findPassages(container, passages, { language: book.language }), hooks);
  }

  /**
   * @param {Element} container
   * @param {Book} book
   * @param {import('../anchor/find.js').Found} found
   * @param {Parameters<typeof Reading.of>[2]} hooks
   */
  constructor(container, book, found, { select, hover, follow }) {
    this.book = book;
    this.found = found;
    this.#sheet.replaceSync(`
      ::highlight(${this.#name}) { text-decoration: underline dotted 1px; text-underline-offset: 0.2em; }
      ::highlight(${this.#name}-selected) { background-color: #f3dc8c; color: #1d1c1a; }
    `);
    document.adoptedStyleSheets.push(this.#sheet);
    paint(this.#name, found.ranges.values());

    const { signal } = this.#stop;
    container.addEventListener('click', (event) => {
      const { target, clientX, clientY } = /** @type {MouseEvent} */ (event);
      if (event.defaultPrevented || /** @type {Element} */ (target).closest('a, button, input, label, proxy-network')) return;
      if (!document.getSelection()?.isCollapsed) return; // the reader marks text
      const [passage] = found.under(clientX, clientY);
      if (passage !== undefined) select(this.#supported(passage));
    }, { signal });
    if (follow) addEventListener('scroll', () => this.#follow(hover), { signal, passive: true });
  }

  /** The passages on which what is selected rests: those found, in the order of the text, and those not. @param {string|null} id */
  passagesOf(id) {
    const all = id === null ? [] : (Object.hasOwn(this.book.rests, id) ? this.book.rests[id] : null) ?? (this.book.passages.some((p) => p.id === id) ? [id] : []);
    const here = all.filter((p) => this.found.ranges.has(p));
    here.sort((a, b) => this.#range(a).compareBoundaryPoints(Range.START_TO_START, this.#range(b)));
    return { here, missing: all.filter((p) => !this.found.ranges.has(p)) };
  }

  /** Marks the passages of what is selected. @param {string|null} id */
  mark(id) {
    paint(`${this.#name}-selected`, this.passagesOf(id).here.map((p) => this.#range(p)), 1);
  }

  /** The element in which a passage begins. @param {string} passage */
  placeOf(passage) {
    return this.#range(passage).startContainer.parentElement;
  }

  stop() {
    this.#stop.abort();
    clear(this.#name, `${this.#name}-selected`);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** @param {string} passage */
  #range(passage) {
    return /** @type {Range} */ (this.found.ranges.get(passage));
  }

  /** What a passage supports: a relation before a name, since it says more. @param {string} passage */
  #supported(passage) {
    return (Object.hasOwn(this.book.supports, passage) ? this.book.supports[passage][0] : null) ?? passage;
  }

  /** Tells of the passage that is being read. @param {(id: string|null) => void} hover */
  #follow(hover) {
    const middle = innerHeight / 2;
    let nearest = null;
    let least = innerHeight * READ;
    for (const [id, range] of this.found.ranges) {
      const { top, bottom } = range.getBoundingClientRect();
      const away = Math.abs((top + bottom) / 2 - middle);
      if (away < least) [nearest, least] = [id, away];
    }
    if (nearest !== this.#followed) hover((this.#followed = nearest));
  }
}
