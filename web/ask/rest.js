// The part of a long list that is collapsed at first.

import { make } from '../page/dom.js';

/** Rows that are made at once: more take longer than a frame. */
const MAX_AT_ONCE = 200;

/**
 * The elements of a list, from a place in it on, under a summary. Many are made only
 * when the summary is opened, some in each task.
 * @template T
 * @param {string} summary
 * @param {HTMLOListElement} list  to fill
 * @param {T[]} rows
 * @param {(row: T) => Node} format
 * @param {number} from
 */
export function collapsed(summary, list, rows, format, from) {
  const details = make('details', '', make('summary', '', summary), list);
  list.start = from + 1;
  let next = from;
  const more = () => {
    const end = Math.min(next + MAX_AT_ONCE, rows.length);
    list.append(...rows.slice(next, end).map(format));
    next = end;
    if (next < rows.length) setTimeout(more);
  };
  if (rows.length - from <= MAX_AT_ONCE) more();
  else details.addEventListener('toggle', more, { once: true });
  return details;
}
