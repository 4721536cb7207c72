// Marks ranges of a page by the CSS Custom Highlight API, which leaves its DOM
// as it is. A browser without it shows no marks; all else works.
// https://www.w3.org/TR/css-highlight-api-1/

/** Whether this browser can mark ranges. */
export const canPaint = () => typeof Highlight === 'function' && 'highlights' in CSS;

/**
 * Marks the ranges as `::highlight(name)`, in place of what had that name.
 * @param {string} name
 * @param {Iterable<AbstractRange>} ranges
 * @param {number} [priority] of overlapping marks the higher is on top
 */
export function paint(name, ranges, priority = 0) {
  if (!canPaint()) return;
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Takes marks away. @param {...string} names */
export function clear(...names) {
  if (canPaint()) for (const name of names) CSS.highlights.delete(name);
}
