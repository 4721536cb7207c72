// Linked reading: a network's passages, found in the article around its embed.
// What is selected in the graph is marked in the text, a click on a passage
// selects what it supports. The article itself never leaves its page.

/** @import {Book} from './passages.js' */
import { Finder, Found } from '../anchor/find.js';
import { clear, paint } from '../anchor/paint.js';

/** How many readings this page has had: each marks under names of its own. */
let readings = 0;

/** Share of the window's height around its middle in which a passage counts as being read. */
const READ = 0.25;

/**
 * Milliseconds from a change of the article until it is searched, and how many
 * times as long as the last search took: a page that changes all the time is
 * searched a tenth of the time.
 */
const WAIT = 200;
const REST = 9;

/** Attributes that may hide or show text. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'id', 'aria-hidden'];

export class Reading {
  #name = `proxynet-${++readings}`;
  #sheet = new CSSStyleSheet();
  #stop = new AbortController();
  /** @type {AbortController|null} ends with the container that it listens to */
  #bound = null;
  /** @type {Finder|null} of the container that there is now */
  #finder = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #searching = false;
  #isStale = false;
  #took = 0;
  #observer = new MutationObserver((records) => {
    const article = this.#finder?.container;
    const isOfArticle = (/** @type {MutationRecord} */ { target }) => article?.contains(target) && !(target instanceof Element ? target : target.parentElement)?.closest('proxy-network');
    if (!article?.isConnected || records.some(isOfArticle)) this.#plan();
  });
  #followed = /** @type {string|null} */ (null);
  #marked = /** @type {string|null} */ (null);

  /** What was found last. */
  found = new Found(new Map(), new Map(), new Set());

  /**
   * Reads an article along until it is stopped.
   * @param {() => Element|null} find   the article, which may come late or be replaced
   * @param {Book} book
   * @param {object} hooks
   * @param {() => void} hooks.changed  other passages are found than before
   * @param {(id: string) => void} hooks.select
   * @param {((id: string|null) => void)|null} hooks.hover  with the passage that is being read; null where nobody is to know
   */
  constructor(find, book, hooks) {
    this.find = find;
    this.book = book;
    this.hooks = hooks;
    this.#sheet.replaceSync(`
      ::highlight(${this.#name}) { text-decoration: underline dotted 1px; text-underline-offset: 0.2em; }
      ::highlight(${this.#name}-selected) { background-color: #f3dc8c; color: #1d1c1a; }
    `);
    document.adoptedStyleSheets.push(this.#sheet);
    if (hooks.hover) addEventListener('scroll', () => this.#follow(), { signal: this.#stop.signal, passive: true });
    this.#search();
  }

  /** The passages on which what is selected rests: those found, in the order of the text, and those not. @param {string|null} id */
  passagesOf(id) {
    const { ranges } = this.found;
    const all = id === null ? [] : this.book.rests.get(id) ?? (this.book.passages.some((p) => p.id === id) ? [id] : []);
    const here = all.filter((p) => ranges.has(p));
    here.sort((a, b) => this.#range(a).compareBoundaryPoints(Range.START_TO_START, this.#range(b)));
    return { here, missing: all.filter((p) => !ranges.has(p)), changed: all.filter((p) => this.found.changed.has(p)) };
  }

  /** Marks the passages of what is selected. @param {string|null} id */
  mark(id) {
    this.#marked = id;
    paint(`${this.#name}-selected`, this.passagesOf(id).here.map((p) => this.#range(p)), 1);
  }

  /** The element in which a passage begins; null if it is gone. @param {string} passage */
  placeOf(passage) {
    return this.found.ranges.get(passage)?.startContainer.parentElement ?? null;
  }

  stop() {
    this.#stop.abort();
    this.#bound?.abort();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    clear(this.#name, `${this.#name}-selected`);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  /** Searches a while after the article has changed. */
  #plan() {
    if (this.#searching) this.#isStale = true;
    else this.#timer ??= setTimeout(() => this.#search(), Math.max(WAIT, REST * this.#took));
  }

  async #search() {
    this.#timer = undefined;
    this.#searching = true;
    const since = performance.now();
    this.#bind(this.find());
    const none = () => new Found(new Map(), new Map(this.book.passages.map(({ id }) => [id, 'missing'])), new Set());
    const found = await this.#finder?.find(this.#stop.signal).catch(() => null) ?? none();
    if (this.#stop.signal.aborted) return;
    this.#took = performance.now() - since;
    const isNew = outcome(found) !== outcome(this.found);
    this.found = found;
    paint(this.#name, found.ranges.values());
    this.mark(this.#marked);
    this.#searching = false;
    if (isNew) this.hooks.changed();
    if (this.#isStale) {
      this.#isStale = false;
      this.#plan();
    }
  }

  /** Listens to the article, or for it to come. @param {Element|null} container */
  #bind(container) {
    if (container && container === this.#finder?.container) return;
    this.#bound?.abort();
    this.#observer.disconnect();
    this.#finder = null;
    if (!container) {
      this.#observer.observe(document, { childList: true, subtree: true, attributeFilter: ['id', 'class'] });
      return;
    }
    this.#finder = new Finder(container, this.book.passages, { languages: this.book.languages });
    this.#bound = new AbortController();
    this.#observer.observe(container, { childList: true, characterData: true, subtree: true, attributeFilter: ATTRIBUTES });
    // A page may replace the article as a whole, or what it is in.
    for (let node = container.parentNode; node; node = node.parentNode) this.#observer.observe(node, { childList: true });
    container.addEventListener('click', (event) => this.#click(/** @type {MouseEvent} */ (event)), { signal: this.#bound.signal });
  }

  /** @param {MouseEvent} event */
  #click({ target, clientX, clientY, defaultPrevented }) {
    if (defaultPrevented || /** @type {Element} */ (target).closest('a, button, input, label, proxy-network')) return;
    if (!document.getSelection()?.isCollapsed) return; // the reader marks text
    const [passage] = this.found.under(clientX, clientY);
    if (passage !== undefined) this.hooks.select(this.#supported(passage));
  }

  /** @param {string} passage */
  #range(passage) {
    return /** @type {Range} */ (this.found.ranges.get(passage));
  }

  /** What a passage supports: a relation before a name, since it says more. @param {string} passage */
  #supported(passage) {
    return this.book.supports.get(passage)?.[0] ?? passage;
  }

  /** Tells of the passage that is being read. */
  #follow() {
    const middle = innerHeight / 2;
    let nearest = null;
    let least = innerHeight * READ;
    for (const [id, range] of this.found.ranges) {
      const { top, bottom } = range.getBoundingClientRect();
      const away = Math.abs((top + bottom) / 2 - middle);
      if (away < least) [nearest, least] = [id, away];
    }
    if (nearest !== this.#followed) this.hooks.hover?.((this.#followed = nearest));
  }
}

/** What there is to tell of what was found. @param {Found} found */
const outcome = ({ ranges, reasons, changed }) => JSON.stringify([[...ranges.keys()], [...reasons], [...changed]]);
