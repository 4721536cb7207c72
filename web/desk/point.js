// Lets a form wait until a name is clicked in the article or in the picture.

/** @import {Name} from './names.js' */

/** @type {{prompt: string, take: (name: Name) => void}|null} */
let waiting = null;

/** Waits for a name. @param {string} prompt @param {(name: Name) => void} take */
export function wait(prompt, take) {
  waiting = { prompt, take };
  document.documentElement.dataset.pointing = '';
}

/** Stops waiting. */
export function waitNoMore() {
  waiting = null;
  delete document.documentElement.dataset.pointing;
}

/** The prompt of the waiting form; "" if none is waiting. */
export const prompted = () => waiting?.prompt ?? '';

/** Passes a clicked name to the waiting form; reports whether there is one. @param {Name|null} name */
export function offer(name) {
  if (!waiting || !name) return false;
  waiting.take(name);
  return true;
}
