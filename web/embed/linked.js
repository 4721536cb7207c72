// Links an embed with its article while its graph is live: finds the passages, marks
// those of the selection, and reports them to the bar, the page and the frame.

/** @import {Action} from '../state/store.js' */
/** @import {Bar} from './bar.js' */
/** @import {Reading} from './reading.js' */
/** @import {Channel} from './channel.js' */
import { article } from './attribute.js';

export class Linked {
  /** @type {Reading|null} */
  #reading = null;
  /** The channel to the graph that it was started for. @type {Channel|null} */
  #channel = null;
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

  /** The ids of the passages that are in the article and those that are not, and of those whose paragraph has changed. */
  get passages() {
    const { ranges, reasons, changed } = this.#reading?.found ?? { ranges: new Map(), reasons: new Map(), changed: new Set() };
    return { found: [...ranges.keys()], missing: [...reasons.keys()], changed: [...changed] };
  }

  /**
   * Finds the passages in the article, if the embed has one, until it is stopped.
   * @param {URL} address of the file with the passages
   * @param {Channel} channel  to the graph
   */
  async start(address, channel) {
    if (!this.embed.hasAttribute('article')) return;
    if (channel === this.#channel) { // the frame has loaded again
      this.#reportToFrame();
      return;
    }
    this.stop();
    this.#channel = channel;
    try {
      const [{ Reading }, { fetchPassages }] = await Promise.all([import('./reading.js'), import('./passages.js')]);
      const index = await fetchPassages(address);
      if (channel !== this.#channel) return;
      const follow = this.embed.hasAttribute('follow');
      if (follow && !channel.isOwn) this.warn('follow has no effect: the network is of another origin, which may not learn what the article contains');
      this.#reading = new Reading(() => article(this.embed), index, {
        changed: () => this.#report(),
        select: (id) => this.dispatch({ type: 'select', id }),
        hover: follow && channel.isOwn ? (id) => this.dispatch({ type: 'hover', id }) : null,
      });
    } catch (why) {
      if (channel !== this.#channel) return;
      this.#isUnlinked = true;
      this.warn(/** @type {Error} */ (why).message);
      this.setSelected(this.#selected);
    }
  }

  stop() {
    this.#channel = null;
    this.#reading?.stop();
    this.#reading = null;
    this.#isUnlinked = false;
    this.setSelected(this.#selected);
  }

  /** Marks the passages of the selection, and shows them in the bar. @param {string|null} selected */
  setSelected(selected) {
    this.#selected = selected;
    this.#reading?.mark(selected);
    this.bar.show(this.#reading, selected, this.#isUnlinked);
  }

  /** Reports what was found to the reader, to the page's scripts, and to a frame of the page's own origin. */
  #report() {
    this.setSelected(this.#selected);
    this.#reportToFrame();
    this.embed.dispatchEvent(new CustomEvent('passages', { detail: this.passages }));
  }

  #reportToFrame() {
    if (this.#channel?.isOwn) this.#channel.send({ type: 'unfound', passages: this.passages.missing });
  }
}
