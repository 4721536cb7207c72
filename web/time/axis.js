// Finds a way among the dates at which the network can be looked at. They are
// made in Go; here they are only compared.

/**
 * @typedef {object} Stop
 * @property {string} asOf  YYYY or YYYY-MM
 * @property {string} text  the same in words
 * @property {number} x     hundredths of the axis
 * @property {boolean} mark whether something begins, ends or happens then
 * @property {string} what  an event of that time, or ""
 */

/** The stop that holds a date, or the nearest before it. @param {Stop[]} stops @param {string} date */
export function stopOf(stops, date) {
  return Math.max(0, stops.findLastIndex((stop) => stop.asOf <= date || stop.asOf.startsWith(date)));
}

/**
 * The stop that a slider at x means: the nearest, but never the one it comes
 * from, so that the smallest move counts.
 * @param {Stop[]} stops @param {number} x @param {number} from index of a stop
 */
export function stopAt(stops, x, from) {
  const nearest = stops.reduce((best, stop, i) => (Math.abs(stop.x - x) < Math.abs(stops[best].x - x) ? i : best), 0);
  if (nearest !== from || x === stops[from].x) return nearest;
  return clamp(stops, from + Math.sign(x - stops[from].x));
}

/**
 * Where a key leads from a stop, or null where it leads nowhere.
 * @param {Stop[]} stops @param {number} from @param {string} key @param {boolean} rtl
 */
export function stopFor(stops, from, key, rtl) {
  switch (key) {
    case 'ArrowUp': return clamp(stops, from + 1);
    case 'ArrowDown': return clamp(stops, from - 1);
    case 'ArrowRight': return clamp(stops, from + (rtl ? -1 : 1));
    case 'ArrowLeft': return clamp(stops, from + (rtl ? 1 : -1));
    case 'PageUp': return nextMark(stops, from) ?? stops.length - 1;
    case 'PageDown': return stops.findLastIndex((stop, i) => i < from && stop.mark) === -1 ? 0 : stops.findLastIndex((stop, i) => i < from && stop.mark);
    case 'Home': return 0;
    case 'End': return stops.length - 1;
  }
  return null;
}

/** The next stop at which something changes, or null. @param {Stop[]} stops @param {number} from */
export function nextMark(stops, from) {
  const found = stops.findIndex((stop, i) => i > from && stop.mark);
  return found === -1 ? null : found;
}

/** @param {Stop[]} stops @param {number} i */
const clamp = (stops, i) => Math.min(Math.max(i, 0), stops.length - 1);
