// Highlights ranges of a page with the CSS Custom Highlight API, which does not change
// the DOM. In a browser without it nothing is highlighted; everything else works.
// https://www.w3.org/TR/css-highlight-api-1/

/** Reports whether this browser can highlight ranges. */
export const canPaint = () => typeof Highlight === 'function' && 'highlights' in CSS;

/**
 * Highlights ranges as `::highlight(name)`, replacing the previous ones of that name.
 * @param {string} name
 * @param {Iterable<AbstractRange>} ranges
 * @param {number} [priority]  the higher of overlapping highlights is on top
 */
export function paint(name, ranges, priority = 0) {
  if (!canPaint()) return;
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Removes highlights. @param {...string} names */
export function clear(...names) {
  if (canPaint()) for (const name of names) CSS.highlights.delete(name);
}
