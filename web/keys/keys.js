// The page's keys, and the dialog that lists them.

import { means } from './means.js';

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} input  the search field
 * @property {HTMLDialogElement} dialog
 * @property {HTMLElement} open        the button that opens it
 * @property {() => boolean} clear     empties the search; says whether there was anything in it
 * @property {() => void} close        goes back to the whole
 * @property {((event: KeyboardEvent) => boolean)[]} others  each does what a key asks for, or says no
 */

/**
 * Listens before everything else, since the live picture keeps keys to itself.
 * @param {Parts} parts
 */
export function bindKeys({ input, dialog, open, clear, close, others }) {
  open.addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || /** @type {Element} */ (target).closest('.dialog-close')) dialog.close(); // beside it, or its button
  });
  addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return; // it has keys of its own
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (!clear()) close();
    } else if (types(event.target)) {
      return; // it is text
    } else if (means(event, '?')) {
      dialog.showModal();
    } else if (means(event, '/')) {
      input.focus();
    } else if (!others.some((act) => act(event))) {
      return;
    }
    event.preventDefault();
  }, true);
}

/** Whether keys pressed there are text, or a field's own. @param {EventTarget|null} target */
function types(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
