// Scrolling and focus that stay inside the page. Element.scrollIntoView and a
// plain focus() scroll every ancestor, and in a frame that includes the article
// around it: its reader would be moved without having done anything.

/**
 * Scrolls the element's nearest scroller, and nothing else, until the element is
 * in view.
 * @param {Element} element
 * @param {'start'|'nearest'} [block]  at the scroller's top edge, or no further than needed
 */
export function scrollWithin(element, block = 'nearest') {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const margin = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  const [port, box] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  const top = port.top + scroller.clientTop;
  const above = box.top - margin - top; // negative: cut off at the top
  const below = box.bottom - (top + scroller.clientHeight); // positive: cut off at the bottom
  if (block === 'start' || above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += Math.min(below, above);
}

/** Moves the focus to an element, and scrolls only its scroller. @param {HTMLElement|null|undefined} element */
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
