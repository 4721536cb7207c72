// Modal dialogs. https://developer.mozilla.org/docs/Web/HTML/Element/dialog

/** @import {Child} from './dom.js' */
import { button, el, iconButton, newId } from './dom.js';
import { t } from './translate.js';

/**
 * Opens a dialog. When it is closed it is removed, and the focus returns to where it was.
 * @param {string} title
 * @param {Child[]} body
 * @param {{className?: string, onclose?: () => void}} [more]
 */
export function openDialog(title, body, { className = '', onclose } = {}) {
  const id = newId();
  const back = document.activeElement;
  const dialog = el('dialog', { class: className, 'aria-labelledby': id },
    el('div', { class: 'dialog-body' }, el('h2', { id }, title), iconButton('M6 6l12 12M18 6L6 18', t('share.close'), () => dialog.close(), { class: 'dialog-close' }), body));
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close(); // beside the dialog
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    onclose?.();
    if (back instanceof HTMLElement && back.isConnected) back.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for confirmation.
 * @param {string} title
 * @param {Child[]} body
 * @param {string} yes  the label of the confirming button
 * @returns {Promise<boolean>}
 */
export function confirm(title, body, yes) {
  return new Promise((resolve) => {
    let answer = false;
    const dialog = openDialog(title, [
      ...body,
      el('div', { class: 'form-foot' }, button(yes, () => {
        answer = true;
        dialog.close();
      }, { class: 'primary' }), button(t('desk.cancel'), () => dialog.close(), { class: 'secondary', autofocus: true })),
    ], { onclose: () => resolve(answer) });
  });
}
