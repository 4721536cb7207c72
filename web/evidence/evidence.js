// Where entries come from: the page itself, or, for a network that is too large
// for it, parts beside it, fetched when one of their entries is shown.

import { loadText } from '../viewer/load.js';

/**
 * Parts that are kept, the last ones used: some 20 entries each. A reader who goes
 * on for hours must not end with all of a large network in memory.
 */
const KEPT = 16;

/** Ids of a large network, which the page doesn't list: whatever is well formed may be one. */
class AnyId extends Set {
  /** @param {unknown} id */
  has(id) {
    return typeof id === 'string' && /^[a-z0-9-]{1,64}$/.test(id);
  }
}

export class Evidence {
  /** @type {Map<number, {entries: Map<string, HTMLElement>, wait: Promise<void>}>} by number, the last used last */
  #parts = new Map();

  /** @param {HTMLElement} section with data-parts where it doesn't hold everything */
  constructor(section) {
    this.section = section;
    this.count = Number(section.dataset.parts ?? 0);
  }

  /** Whether the page holds everything. */
  get whole() {
    return this.count === 0;
  }

  /**
   * Every id that can be selected, or those of one type only.
   * @param {'node'|'relation'|''} [type]
   * @returns {Set<string>}
   */
  ids(type = '') {
    if (!this.whole) return new AnyId();
    const entries = this.section.querySelectorAll(`.entry:not(.step)${type && `[data-type="${type}"]`}`);
    return new Set([...entries].map((entry) => /** @type {HTMLElement} */ (entry).dataset.id ?? ''));
  }

  /** An entry that is here. @param {string} id @returns {HTMLElement|null} */
  find(id) {
    // Of a large network the page has the story, and the beginnings of a few entries for readers without scripts.
    const part = this.whole ? undefined : this.#part(partOf(id, this.count));
    return part?.entries.get(id) ?? this.section.querySelector(`${this.whole ? '' : '.step'}#${CSS.escape(`e-${id}`)}`);
  }

  /** A part that is here, which is thereby the last used. @param {number} number */
  #part(number) {
    const part = this.#parts.get(number);
    if (part) {
      this.#parts.delete(number);
      this.#parts.set(number, part);
    }
    return part;
  }

  /**
   * Fetches the part in which an entry stands; find has it then, if there is one.
   * @param {string} id
   */
  async fetch(id) {
    if (this.whole) return;
    const number = partOf(id, this.count);
    const part = this.#part(number) ?? read(number);
    this.#parts.set(number, part);
    if (this.#parts.size > KEPT) this.#parts.delete(this.#parts.keys().next().value ?? number);
    await part.wait.catch((why) => {
      this.#parts.delete(number); // the next time may go better
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
    for (const entry of page.querySelectorAll('.entry')) {
      entries.set(/** @type {HTMLElement} */ (entry).dataset.id ?? '', /** @type {HTMLElement} */ (document.adoptNode(entry)));
    }
  });
  return { entries, wait };
}

/**
 * The part in which an entry stands, from 1 (FNV-1a, 32 bits); Go's web.Parts has
 * the same.
 * @param {string} id
 * @param {number} count
 */
export function partOf(id, count) {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return (hash >>> 0) % count + 1;
}
