// Dates in the interface's language. All are of the Gregorian calendar, as in published
// pages, with the language's digits.

import { LANGUAGE, written } from './translate.js';

const DAY = /** @type {const} */ ({ day: 'numeric', month: 'long', year: 'numeric' });

/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat(LANGUAGE, { calendar: 'gregory', numberingSystem: written(0) === '0' ? 'latn' : 'arabext', ...options });

/** A day and its time in words. @param {number} time in milliseconds */
export const momentOf = (time) => format({ ...DAY, hour: 'numeric', minute: '2-digit' }).format(time);

/** A day in words. @param {string} day such as "2026-11-27" */
export function dayOf(day) {
  const time = Date.parse(`${day}T00:00Z`);
  return Number.isNaN(time) ? day : format({ ...DAY, timeZone: 'UTC' }).format(time);
}

/** Today where the author is, such as "2026-11-27". */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
