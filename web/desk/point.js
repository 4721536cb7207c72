// A form that waits for a name to be pointed at, in the article or in the picture.

/** @import {Name} from './names.js' */

/** @type {{prompt: string, take: (name: Name) => void}|null} */
let waiting = null;

/** Waits for a name. @param {string} prompt @param {(name: Name) => void} take */
export function wait(prompt, take) {
  waiting = { prompt, take };
  document.documentElement.dataset.pointing = '';
}

/** Waits no more. */
export function waitNoMore() {
  waiting = null;
  delete document.documentElement.dataset.pointing;
}

/** What is waited for, in words; "" if nothing is. */
export const prompted = () => waiting?.prompt ?? '';

/** Gives a name that was pointed at to the form that waits; reports whether one does. @param {Name|null} name */
export function offer(name) {
  if (!waiting || !name) return false;
  waiting.take(name);
  return true;
}
