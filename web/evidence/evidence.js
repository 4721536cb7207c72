// The entries of the evidence: in the page itself or, for a network too large for one
// page, in parts beside it that are fetched when one of their entries is shown.

import { loadText } from '../viewer/load.js';
import { complete } from './complete.js';

/**
 * The number of parts kept in memory, the last used ones, of about 20 entries each: a
 * long visit must not load all of a large network.
 */
const MAX_PARTS = 16;

/** The ids of a large network, which the page does not list: every well-formed id may exist. */
class AnyId extends Set {
  /** @param {unknown} id */
  has(id) {
    return typeof id === 'string' && /^[a-z0-9-]{1,64}$/.test(id);
  }
}

export class Evidence {
  /** The parts by number, the last used one last. @type {Map<number, {entries: Map<string, HTMLElement>, wait: Promise<void>}>} */
  #parts = new Map();

  /** @param {HTMLElement} section  with data-parts if the evidence is in parts */
  constructor(section) {
    this.section = section;
    this.count = Number(section.dataset.parts ?? 0);
  }

  /** Whether the page has all entries. */
  get whole() {
    return this.count === 0;
  }

  /**
   * The ids that can be selected, all or of one type.
   * @param {'node'|'relation'|''} [type]
   * @returns {Set<string>}
   */
  ids(type = '') {
    if (!this.whole) return new AnyId();
    const entries = this.section.querySelectorAll(`.entry:not(.step)${type && `[data-type="${type}"]`}`);
    return new Set([...entries].map((entry) => /** @type {HTMLElement} */ (entry).dataset.id ?? ''));
  }

  /** An entry that is loaded, or null. @param {string} id @returns {HTMLElement|null} */
  find(id) {
    // For a large network the page has the story, and excerpts of a few entries for readers without scripts.
    const part = this.whole ? undefined : this.#part(partOf(id, this.count));
    return part?.entries.get(id) ?? this.section.querySelector(`${this.whole ? '' : '.step'}#${CSS.escape(`e-${id}`)}`);
  }

  /** A part that is loaded; marks it as the last used. @param {number} number */
  #part(number) {
    const part = this.#parts.get(number);
    if (part) {
      this.#parts.delete(number);
      this.#parts.set(number, part);
    }
    return part;
  }

  /**
   * Fetches the part that has an entry, so that find returns the entry if it exists.
   * @param {string} id
   */
  async fetch(id) {
    if (this.whole) return;
    const number = partOf(id, this.count);
    const part = this.#part(number) ?? read(number);
    this.#parts.set(number, part);
    if (this.#parts.size > MAX_PARTS) this.#parts.delete(this.#parts.keys().next().value ?? number);
    await part.wait.catch((why) => {
      this.#parts.delete(number); // the next call tries again
      throw why;
    });
  }
}

/** Fetches a part. @param {number} number */
function read(number) {
  /** @type {Map<string, HTMLElement>} */
  const entries = new Map();
  const wait = loadText(new URL(`evidence/${number}.html`, document.baseURI).href).then((text) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    complete(page);
    for (const entry of page.querySelectorAll('.entry')) {
      entries.set(/** @type {HTMLElement} */ (entry).dataset.id ?? '', /** @type {HTMLElement} */ (document.adoptNode(entry)));
    }
  });
  return { entries, wait };
}

/**
 * The number, from 1, of the part that has an entry: FNV-1a, 32 bits. Go's web.Parts
 * does the same.
 * @param {string} id
 * @param {number} count
 */
export function partOf(id, count) {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return (hash >>> 0) % count + 1;
}
