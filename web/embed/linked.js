// What an embed does with its article while its graph is live: the passages that
// are found, who is told of them, and the bar under the graph.

/** @import {Action} from '../state/store.js' */
/** @import {Bar} from './bar.js' */
/** @import {Reading} from './reading.js' */
/** @import {Talk} from './talk.js' */
import { article } from './attribute.js';

export class Linked {
  /** @type {Reading|null} */
  #reading = null;
  /** @type {Talk|null} with the graph that it is started for */
  #talk = null;
  #isUnlinked = false;
  #selected = /** @type {string|null} */ (null);

  /**
   * @param {HTMLElement} embed
   * @param {Bar} bar
   * @param {object} hooks
   * @param {(action: Action) => void} hooks.dispatch
   * @param {(what: string) => void} hooks.warn
   */
  constructor(embed, bar, { dispatch, warn }) {
    this.embed = embed;
    this.bar = bar;
    this.dispatch = dispatch;
    this.warn = warn;
  }

  /** The passages that are in the article and those that are not, by their ids, and those whose paragraph has changed. */
  get passages() {
    const { ranges, reasons, changed } = this.#reading?.found ?? { ranges: new Map(), reasons: new Map(), changed: new Set() };
    return { found: [...ranges.keys()], missing: [...reasons.keys()], changed: [...changed] };
  }

  /**
   * Reads the article along, if the embed has one, until it is stopped.
   * @param {URL} address of the network's passages
   * @param {Talk} talk with its graph
   */
  async start(address, talk) {
    if (!this.embed.hasAttribute('article')) return;
    if (talk === this.#talk) { // its frame has loaded again
      this.#tellFrame();
      return;
    }
    this.stop();
    this.#talk = talk;
    try {
      const [{ Reading }, { fetchPassages }] = await Promise.all([import('./reading.js'), import('./passages.js')]);
      const book = await fetchPassages(address);
      if (talk !== this.#talk) return;
      const follow = this.embed.hasAttribute('follow');
      if (follow && !talk.isOwn) this.warn('it does not follow the reader: its network is of another origin, which is not told what the article holds');
      this.#reading = new Reading(() => article(this.embed), book, {
        changed: () => this.#report(),
        select: (id) => this.dispatch({ type: 'select', id }),
        hover: follow && talk.isOwn ? (id) => this.dispatch({ type: 'hover', id }) : null,
      });
    } catch (why) {
      if (talk !== this.#talk) return;
      this.#isUnlinked = true;
      this.warn(/** @type {Error} */ (why).message);
      this.tell(this.#selected);
    }
  }

  stop() {
    this.#talk = null;
    this.#reading?.stop();
    this.#reading = null;
    this.#isUnlinked = false;
    this.tell(this.#selected);
  }

  /** Marks the passages of what is selected, and tells the reader of them. @param {string|null} selected */
  tell(selected) {
    this.#selected = selected;
    this.#reading?.mark(selected);
    this.bar.tell(this.#reading, selected, this.#isUnlinked);
  }

  /** Tells the reader and this page's scripts what was found, and a frame of this page's own origin. */
  #report() {
    this.tell(this.#selected);
    this.#tellFrame();
    this.embed.dispatchEvent(new CustomEvent('passages', { detail: this.passages }));
  }

  #tellFrame() {
    if (this.#talk?.isOwn) this.#talk.send({ type: 'unfound', passages: this.passages.missing });
  }
}
