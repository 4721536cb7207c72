// The dates at which the network can be shown, as stops on an axis. Go computes them;
// this module only compares them.

import { clamp } from '../page/dom.js';

/**
 * @typedef {object} Stop
 * @property {string} asOf  YYYY or YYYY-MM
 * @property {string} text  the same in words
 * @property {number} x     position, in hundredths of the axis
 * @property {boolean} [mark]  something begins, ends or happens then
 * @property {string} [what]  an event at that time
 */

/** The index of the stop that contains a date, or of the nearest before it. @param {Stop[]} stops @param {string} date */
export function stopOf(stops, date) {
  return Math.max(0, stops.findLastIndex((stop) => stop.asOf <= date || stop.asOf.startsWith(date)));
}

/**
 * The index of the stop for a slider at x: the nearest, but never the current one, so
 * that the smallest move has an effect.
 * @param {Stop[]} stops @param {number} x @param {number} from  index of the current stop
 */
export function stopAt(stops, x, from) {
  const nearest = stops.reduce((best, stop, i) => (Math.abs(stop.x - x) < Math.abs(stops[best].x - x) ? i : best), 0);
  if (nearest !== from || x === stops[from].x) return nearest;
  return within(stops, from + Math.sign(x - stops[from].x));
}

/**
 * The index of the stop that a key leads to, or null for other keys.
 * @param {Stop[]} stops @param {number} from @param {string} key @param {boolean} rtl
 */
export function stopFor(stops, from, key, rtl) {
  switch (key) {
    case 'ArrowUp': return within(stops, from + 1);
    case 'ArrowDown': return within(stops, from - 1);
    case 'ArrowRight': return within(stops, from + (rtl ? -1 : 1));
    case 'ArrowLeft': return within(stops, from + (rtl ? 1 : -1));
    case 'PageUp': return nextMark(stops, from) ?? stops.length - 1;
    case 'PageDown': return stops.findLastIndex((stop, i) => i < from && stop.mark) === -1 ? 0 : stops.findLastIndex((stop, i) => i < from && stop.mark);
    case 'Home': return 0;
    case 'End': return stops.length - 1;
  }
  return null;
}

/** The index of the next stop at which something changes, or null. @param {Stop[]} stops @param {number} from */
export function nextMark(stops, from) {
  const found = stops.findIndex((stop, i) => i > from && stop.mark);
  return found === -1 ? null : found;
}

/** @param {Stop[]} stops @param {number} i */
const within = (stops, i) => clamp(i, 0, stops.length - 1);
