// What search looks through in a large network: files beside the page, fetched
// when the reader first searches.

/** @import {Entry} from './search.js' */
import { loadText } from '../viewer/load.js';
import { fold } from './fold.js';

/** Milliseconds of work after which the page may do something else. */
const SLICE = 12;

/**
 * Loads a group of entries and makes them ready, in slices between which the page
 * answers; ready is called when it has them all.
 * @param {string} name  of the group's file
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
 * Folds plain text, of which each character stays one, without a list of places.
 * @param {string} raw
 * @returns {ReturnType<typeof fold>}
 */
function quickly(raw) {
  if (!PLAIN.test(raw) || raw.includes('  ')) return fold(raw);
  return { text: raw.toLowerCase(), places: identity };
}

/** Each place is itself. @type {number[]} */
const identity = /** @type {any} */ (new Proxy([], { get: (_, at) => Number(at) }));
