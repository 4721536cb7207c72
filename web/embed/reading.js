// Linked reading: the passages of a network, found in the article around its embed.
// The passages of the selection are marked in the text, and a click on a passage
// selects what it supports. The article's text never leaves its page.

/** @import {PassageIndex} from './passages.js' */
import { Finder, Found } from '../anchor/find.js';
import { clear, paint } from '../anchor/paint.js';

/** The number of readings so far: each has its own highlight names. */
let readings = 0;

/** The share of the window's height around its middle in which a passage counts as being read. */
const READING_ZONE = 0.25;

/**
 * The delay from a change of the article to the next search: the larger of DELAY
 * milliseconds and DELAY_FACTOR times the duration of the last search, so that a
 * page that changes constantly is searched at most a tenth of the time.
 */
const DELAY = 200;
const DELAY_FACTOR = 9;

/** The attributes that may hide or show text. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'id', 'aria-hidden'];

export class Reading {
  #name = `proxynet-${++readings}`;
  #sheet = new CSSStyleSheet();
  #stop = new AbortController();
  /** Removes the listeners of the current container. @type {AbortController|null} */
  #bound = null;
  /** The finder of the current container. @type {Finder|null} */
  #finder = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #searching = false;
  #isStale = false;
  #took = 0;
  #observer = new MutationObserver((records) => {
    const article = this.#finder?.container;
    const isOfArticle = (/** @type {MutationRecord} */ { target }) => article?.contains(target) && !(target instanceof Element ? target : target.parentElement)?.closest('proxy-network');
    if (!article?.isConnected || records.some(isOfArticle)) this.#schedule();
  });
  #followed = /** @type {string|null} */ (null);
  #marked = /** @type {string|null} */ (null);

  /** The result of the last search. */
  found = new Found(new Map(), new Map(), new Set());

  /**
   * Searches an article until it is stopped.
   * @param {() => Element|null} find  returns the article, which may be added late or be replaced
   * @param {PassageIndex} index
   * @param {object} hooks
   * @param {() => void} hooks.changed  called when the result of the search has changed
   * @param {(id: string) => void} hooks.select
   * @param {((id: string|null) => void)|null} hooks.hover  called with the passage that is being read; null if it must not be reported
   */
  constructor(find, index, hooks) {
    this.find = find;
    this.index = index;
    this.hooks = hooks;
    this.#sheet.replaceSync(`
      ::highlight(${this.#name}) { text-decoration: underline dotted 1px; text-underline-offset: 0.2em; }
      ::highlight(${this.#name}-selected) { background-color: #f3dc8c; color: #1d1c1a; }
    `);
    document.adoptedStyleSheets.push(this.#sheet);
    if (hooks.hover) addEventListener('scroll', () => this.#follow(), { signal: this.#stop.signal, passive: true });
    this.#search();
  }

  /** The passages of the selection: those found, in the order of the text, those not found, and those whose paragraph has changed. @param {string|null} id */
  passagesOf(id) {
    const { ranges } = this.found;
    const all = id === null ? [] : this.index.passagesOf.get(id) ?? (this.index.passages.some((p) => p.id === id) ? [id] : []);
    const here = all.filter((p) => ranges.has(p));
    here.sort((a, b) => this.#range(a).compareBoundaryPoints(Range.START_TO_START, this.#range(b)));
    return { here, missing: all.filter((p) => !ranges.has(p)), changed: all.filter((p) => this.found.changed.has(p)) };
  }

  /** Marks the passages of the selection. @param {string|null} id */
  mark(id) {
    this.#marked = id;
    paint(`${this.#name}-selected`, this.passagesOf(id).here.map((p) => this.#range(p)), 1);
  }

  /** The element in which a passage begins, or null if it is gone. @param {string} passage */
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

  /** Schedules a search after a change of the article. */
  #schedule() {
    if (this.#searching) this.#isStale = true;
    else this.#timer ??= setTimeout(() => this.#search(), Math.max(DELAY, DELAY_FACTOR * this.#took));
  }

  async #search() {
    this.#timer = undefined;
    this.#searching = true;
    const since = performance.now();
    this.#bind(this.find());
    const none = () => new Found(new Map(), new Map(this.index.passages.map(({ id }) => [id, 'missing'])), new Set());
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
      this.#schedule();
    }
  }

  /** Listens to the article, or waits for it to be added. @param {Element|null} container */
  #bind(container) {
    if (container && container === this.#finder?.container) return;
    this.#bound?.abort();
    this.#observer.disconnect();
    this.#finder = null;
    if (!container) {
      this.#observer.observe(document, { childList: true, subtree: true, attributeFilter: ['id', 'class'] });
      return;
    }
    this.#finder = new Finder(container, this.index.passages, { languages: this.index.languages });
    this.#bound = new AbortController();
    this.#observer.observe(container, { childList: true, characterData: true, subtree: true, attributeFilter: ATTRIBUTES });
    // A page may replace the article or one of its ancestors.
    for (let node = container.parentNode; node; node = node.parentNode) this.#observer.observe(node, { childList: true });
    container.addEventListener('click', (event) => this.#click(/** @type {MouseEvent} */ (event)), { signal: this.#bound.signal });
  }

  /** @param {MouseEvent} event */
  #click({ target, clientX, clientY, defaultPrevented }) {
    if (defaultPrevented || /** @type {Element} */ (target).closest('a, button, input, label, proxy-network')) return;
    if (!document.getSelection()?.isCollapsed) return; // the reader is selecting text
    const [passage] = this.found.under(clientX, clientY);
    if (passage !== undefined) this.hooks.select(this.#supported(passage));
  }

  /** @param {string} passage */
  #range(passage) {
    return /** @type {Range} */ (this.found.ranges.get(passage));
  }

  /** What a passage supports: relations come before nodes, since they are more specific. @param {string} passage */
  #supported(passage) {
    return this.index.supports.get(passage)?.[0] ?? passage;
  }

  /** Reports the passage that is being read. */
  #follow() {
    const middle = innerHeight / 2;
    let nearest = null;
    let least = innerHeight * READING_ZONE;
    for (const [id, range] of this.found.ranges) {
      const { top, bottom } = range.getBoundingClientRect();
      const distance = Math.abs((top + bottom) / 2 - middle);
      if (distance < least) [nearest, least] = [id, distance];
    }
    if (nearest !== this.#followed) this.hooks.hover?.((this.#followed = nearest));
  }
}

/** A result as text, to compare. @param {Found} found */
const outcome = ({ ranges, reasons, changed }) => JSON.stringify([[...ranges.keys()], [...reasons], [...changed]]);
