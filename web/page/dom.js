// Helpers for the elements of the page.

/** The element in parent that matches a selector. Throws an Error if there is none. @param {ParentNode} parent @param {string} selector @returns {HTMLElement} */
export function get(parent, selector) {
  const found = parent.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * Makes an element.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className  or ""
 * @param {...(string|Node)} content
 */
export function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** Announces a text in a live region, and shows it there. @param {HTMLElement} status @param {string} text */
export function announce(status, text) {
  delete status.dataset.quiet;
  status.textContent = text;
}

/** Sets aria-current on the links to an entry, and removes it from the others. @param {ParentNode} parent @param {string|null} id */
export function markCurrent(parent, id) {
  for (const link of parent.querySelectorAll('a[data-select]')) {
    if (link.getAttribute('data-select') === id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

/** Reports whether a click or key press has no modifier key. @param {MouseEvent|KeyboardEvent} event */
export const isUnmodified = ({ altKey, ctrlKey, metaKey, shiftKey }) => !altKey && !ctrlKey && !metaKey && !shiftKey;

/** Reports whether a click on a link would follow it in the same tab. @param {MouseEvent} event */
export const isPlainClick = (event) => event.button === 0 && isUnmodified(event);

/** @param {number} value @param {number} low @param {number} high */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
