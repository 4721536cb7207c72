// The bar under an embed that reads along with its article: where the passages
// of what is selected stand in the text, and the way there and back.

/** @import {Reading} from './reading.js' */
/** @import {Say} from '../language/format.js' */
import { words } from './words.js';

export class Bar {
  element = document.createElement('div');
  #status = document.createElement('span');
  #before = button('turn');
  #next = button('turn');
  #back = button('');
  /** @type {Say} */
  #words = words('en');
  #at = -1;
  /** @type {string[]} */
  #here = [];
  /** @type {Reading|null} */
  #reading = null;

  /** @param {Element} embed to which the way back leads */
  constructor(embed) {
    this.element.className = 'reading';
    this.#status.setAttribute('role', 'status');
    this.element.append(this.#before, this.#next, this.#status, this.#back);
    this.#before.textContent = '‹'; // turned around where text runs from right to left
    this.#next.textContent = '›';
    this.#before.addEventListener('click', () => this.#go(-1));
    this.#next.addEventListener('click', () => this.#go(1));
    this.#back.addEventListener('click', () => scrollTo(embed));
    this.speak(this.#words);
    this.#say('');
  }

  /** Says what it says in another language. @param {Say} say */
  speak(say) {
    this.#words = say;
    this.#before.setAttribute('aria-label', say('embed.previous'));
    this.#next.setAttribute('aria-label', say('embed.next'));
    this.#back.textContent = say('embed.back');
  }

  /**
   * Tells of the passages of what is selected.
   * @param {Reading|null} reading
   * @param {string|null} id
   * @param {boolean} isUnlinked  the network's passages could not be loaded
   */
  tell(reading, id, isUnlinked) {
    this.#reading = reading;
    this.#at = -1;
    const { here, missing, changed } = reading?.passagesOf(id) ?? { here: [], missing: [], changed: [] };
    this.#here = here;
    const say = this.#words;
    const parts = isUnlinked ? [say('embed.unlinked')] : [];
    if (here.length > 0) parts.push(say('embed.here', { n: here.length }));
    if (missing.length > 0) parts.push(say('embed.missing', { n: missing.length }));
    if (changed.length > 0) parts.push(say('embed.changed', { n: changed.length }));
    this.#say(parts.join(' · '));
  }

  /** @param {number} step */
  #go(step) {
    const count = this.#here.length;
    this.#at = this.#at < 0 ? (step > 0 ? 0 : count - 1) : (this.#at + step + count) % count;
    scrollTo(this.#reading?.placeOf(this.#here[this.#at]) ?? null);
    const say = this.#words;
    this.#say(say('embed.at', { at: this.#at + 1, n: count }));
  }

  /** @param {string} text */
  #say(text) {
    this.#status.textContent = text;
    this.#before.disabled = this.#next.disabled = this.#here.length === 0;
    this.element.classList.toggle('quiet', text === '');
  }
}

/** @param {Element|null} element */
function scrollTo(element) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** @param {string} className */
function button(className) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  return made;
}
