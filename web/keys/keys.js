// The keyboard shortcuts, and the dialog that lists them.

import { means } from './means.js';

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} input  the search field
 * @property {HTMLDialogElement} dialog
 * @property {HTMLElement} open  the button that opens the dialog
 * @property {() => boolean} clear  clears the search; reports whether it had a text
 * @property {() => void} close  clears the selection
 * @property {((event: KeyboardEvent) => boolean)[]} others  handle other keys; each reports whether it did
 */

/**
 * Starts the shortcuts. It listens in the capture phase, since Ebiten captures keys.
 * @param {Parts} parts
 */
export function bindKeys({ input, dialog, open, clear, close, others }) {
  open.addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || /** @type {Element} */ (target).closest('.dialog-close')) dialog.close(); // the backdrop or the close button
  });
  addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return; // a dialog handles its own keys
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      if (!clear()) close();
    } else if (takesText(event.target)) {
      return;
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

/** Reports whether an element takes keys as text or handles them itself. @param {EventTarget|null} target */
function takesText(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}
