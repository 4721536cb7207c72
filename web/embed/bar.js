// The bar under an embed that reads along with its article: where the passages
// of what is selected stand in the text, and the way there and back.

/** @import {Reading} from './reading.js' */

export class Bar {
  element = document.createElement('div');
  #status = document.createElement('span');
  #before = button('‹', 'Previous passage in the article');
  #next = button('›', 'Next passage in the article');
  #back = button('Back to the network', '');
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
    this.#before.addEventListener('click', () => this.#go(-1));
    this.#next.addEventListener('click', () => this.#go(1));
    this.#back.addEventListener('click', () => scrollTo(embed));
    this.#say('');
  }

  /**
   * Tells of the passages of what is selected.
   * @param {Reading|null} reading
   * @param {string|null} id
   */
  tell(reading, id) {
    this.#reading = reading;
    this.#at = -1;
    const { here, missing } = reading?.passagesOf(id) ?? { here: [], missing: [] };
    this.#here = here;
    const parts = [];
    if (here.length > 0) parts.push(here.length === 1 ? '1 passage here' : `${here.length} passages here`);
    if (missing.length > 0) parts.push(`${missing.length} not found`);
    this.#say(parts.join(' · '));
  }

  /** @param {number} step */
  #go(step) {
    const count = this.#here.length;
    this.#at = this.#at < 0 ? (step > 0 ? 0 : count - 1) : (this.#at + step + count) % count;
    scrollTo(this.#reading?.placeOf(this.#here[this.#at]) ?? null);
    this.#say(`Passage ${this.#at + 1} of ${count}`);
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

/** @param {string} text @param {string} label */
function button(text, label) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (label) made.setAttribute('aria-label', label);
  return made;
}
