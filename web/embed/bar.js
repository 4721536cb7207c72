// The bar under an embed with linked passages: how many passages of the selection are
// in the article, and buttons that scroll to them and back.

/** @import {Reading} from './reading.js' */
/** @import {Translate} from '../language/format.js' */
import { make } from './dom.js';
import { stringsOf } from './words.js';

export class Bar {
  element = make('div', { className: 'reading' });
  #status = document.createElement('span');
  #previous = button('turn');
  #next = button('turn');
  #back = button('');
  /** @type {Translate} */
  #t = stringsOf('en');
  #current = -1;
  /** The ids of the passages that are in the article. @type {string[]} */
  #here = [];
  /** @type {Reading|null} */
  #reading = null;

  /** @param {Element} embed  that the back button scrolls to */
  constructor(embed) {
    this.#status.setAttribute('role', 'status');
    this.element.append(this.#previous, this.#next, this.#status, this.#back);
    this.#previous.textContent = '‹'; // mirrored by the browser in right-to-left text
    this.#next.textContent = '›';
    this.#previous.addEventListener('click', () => this.#go(-1));
    this.#next.addEventListener('click', () => this.#go(1));
    this.#back.addEventListener('click', () => scrollTo(embed));
    this.setLanguage(this.#t);
    this.#setStatus('');
  }

  /** Sets the language of the bar. @param {Translate} t */
  setLanguage(t) {
    this.#t = t;
    this.#previous.setAttribute('aria-label', t('embed.previous'));
    this.#next.setAttribute('aria-label', t('embed.next'));
    this.#back.textContent = t('embed.back');
  }

  /**
   * Shows how many passages of the selection are in the article.
   * @param {Reading|null} reading
   * @param {string|null} id  of the selection
   * @param {boolean} isUnlinked  the passages could not be loaded
   */
  show(reading, id, isUnlinked) {
    this.#reading = reading;
    this.#current = -1;
    const { here, missing, changed } = reading?.passagesOf(id) ?? { here: [], missing: [], changed: [] };
    this.#here = here;
    const t = this.#t;
    const parts = isUnlinked ? [t('embed.unlinked')] : [];
    if (here.length > 0) parts.push(t('embed.here', { n: here.length }));
    if (missing.length > 0) parts.push(t('embed.missing', { n: missing.length }));
    if (changed.length > 0) parts.push(t('embed.changed', { n: changed.length }));
    this.#setStatus(parts.join(' · '));
  }

  /** Scrolls to the next or previous passage. @param {number} step  1 or -1 */
  #go(step) {
    const count = this.#here.length;
    this.#current = this.#current < 0 ? (step > 0 ? 0 : count - 1) : (this.#current + step + count) % count;
    scrollTo(this.#reading?.placeOf(this.#here[this.#current]) ?? null);
    const t = this.#t;
    this.#setStatus(t('embed.at', { at: this.#current + 1, n: count }));
  }

  /** @param {string} text */
  #setStatus(text) {
    this.#status.textContent = text;
    this.#previous.disabled = this.#next.disabled = this.#here.length === 0;
    this.element.classList.toggle('quiet', text === '');
  }
}

/** @param {Element|null} element */
function scrollTo(element) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: reduced ? 'auto' : 'smooth' });
}

/** @param {string} className */
const button = (className) => make('button', { type: 'button', className });
