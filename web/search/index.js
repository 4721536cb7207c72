// Loads the search index of a large network: files beside the page, fetched at the
// first search.

/** @import {Entry} from './search.js' */
import { loadText } from '../viewer/load.js';
import { fold } from './fold.js';

/** Milliseconds of work before other tasks may run. */
const SLICE = 12;

/**
 * Loads a group of entries and folds them in slices, so that the page stays
 * responsive. Calls ready with all entries.
 * @param {string} name  of the file
 * @param {(entries: Entry[]) => void} ready
 */
export async function loadGroup(name, ready) {
  const text = await loadText(new URL(`evidence/search-${name}.json`, document.baseURI).href);
  /** @type {[id: string, title: string, ...more: string[]][]} */
  const rows = JSON.parse(text);
  /** @type {Entry[]} */
  const entries = [];
  const isPassage = name === 'passages';
  let since = performance.now();
  for (const [id, title, ...more] of rows) {
    const fields = (isPassage ? more : [title, ...more]).map((text, i) => field(text, !isPassage && i === 0));
    entries.push({ id, title, fields });
    if (performance.now() - since > SLICE) {
      await new Promise((next) => setTimeout(next));
      since = performance.now();
    }
  }
  ready(entries);
}

/** @param {string} text @param {boolean} title */
function field(text, title) {
  return { text, title, folded: quickly(text) };
}

const PLAIN = /^[ -~]*$/;

/**
 * Folds ASCII text without a list of offsets, since each character stays one.
 * @param {string} raw
 * @returns {ReturnType<typeof fold>}
 */
function quickly(raw) {
  if (!PLAIN.test(raw) || raw.includes('  ')) return fold(raw);
  return { text: raw.toLowerCase(), places: identity };
}

/** A list in which each element is its index. @type {number[]} */
const identity = /** @type {any} */ (new Proxy([], { get: (_, at) => Number(at) }));
