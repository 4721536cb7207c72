// Scrolling and focus that stay inside the page. Element.scrollIntoView and a plain
// focus() scroll every ancestor; in a frame they would scroll the article around it.

/**
 * Scrolls an element into view within its nearest scroll container.
 * @param {Element} element
 * @param {'start'|'nearest'} [block]  to the top of the container, or no further than needed
 */
export function scrollWithin(element, block = 'nearest') {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const margin = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  const [port, box] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  const top = port.top + scroller.clientTop;
  const above = box.top - margin - top; // negative if cut off at the top
  const below = box.bottom - (top + scroller.clientHeight); // positive if cut off at the bottom
  if (block === 'start' || above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(below, above);
}

/** Focuses an element, and scrolls it into view within its scroll container. @param {HTMLElement|null|undefined} element */
export function focusWithin(element) {
  if (!element) return;
  element.focus({ preventScroll: true });
  scrollWithin(element);
}

/** @param {Element} element */
function scrollerOf(element) {
  for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return null;
}
