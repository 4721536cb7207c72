// The form in the right column: the selected words, its fields, and a submit button.
// Enter continues, Escape cancels.

/** @import {Attributes, Child} from '../dom.js' */
/** @import {Keep} from '../work.js' */
import { button, el, newId, part } from '../dom.js';
import { waitNoMore } from '../point.js';
import { t } from '../translate.js';
import { holds, keepFilled } from './held.js';

/** @type {(() => void)|null} */
let leave = null;

/** Whether a form is open. */
export const isOpen = () => leave !== null;

/** Closes the open form. */
export const close = () => leave?.();

/**
 * @param {object} parts
 * @param {string} parts.title
 * @param {string} [parts.quote]     the article's words
 * @param {{lang: string, dir: string}} [parts.language]  of these
 * @param {Child[]} parts.fields
 * @param {Keep} parts.keep          keeps the form while it is filled in
 * @param {string} parts.submit      the label of the button
 * @param {() => Promise<string|void>|string|void} parts.onsubmit  returns an error message if something is wrong
 * @param {() => void} parts.onleave  called when the form closes, however it ended
 */
export function openForm({ title, quote, language, fields, keep, submit, onsubmit, onleave }) {
  leave?.();
  const id = newId();
  const error = el('p', { class: 'form-error', role: 'alert' });
  const send = el('button', { type: 'submit', class: 'primary' }, submit);
  const form = el('form', { class: 'form', 'aria-labelledby': id, novalidate: true },
    el('h2', { id }, title),
    quote !== undefined && el('blockquote', { class: 'form-quote', ...(language && { lang: language.lang, dir: language.dir }) }, quote),
    ...fields,
    el('div', { class: 'form-foot' }, error, send, button(t('desk.cancel'), () => done(), { class: 'secondary' })));
  let busy = false;
  const submitNow = async () => {
    if (busy) return;
    busy = true;
    send.setAttribute('aria-disabled', 'true');
    try {
      const wrong = await onsubmit();
      if (wrong) error.textContent = wrong;
      else if (leave === done) done();
    } catch (why) {
      error.textContent = /** @type {Error} */ (why).message;
    } finally {
      busy = false;
      send.removeAttribute('aria-disabled');
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitNow();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      done();
    } else if (event.key === 'Enter' && /** @type {Element} */ (event.target).matches('[role=radio], textarea') && !event.shiftKey) {
      void submitNow();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  form.addEventListener('input', () => { error.textContent = ''; });
  const host = part('form');
  const done = () => {
    if (leave !== done) return;
    leave = null;
    waitNoMore();
    host.hidden = true;
    host.replaceChildren();
    delete document.documentElement.dataset.form;
    keep.close();
    onleave();
  };
  leave = done;
  host.replaceChildren(form);
  host.hidden = false;
  host.scrollTop = 0;
  document.documentElement.dataset.form = '';
  keepFilled(form, keep.values, keep.note);
  return { form, close: done, submit: submitNow, error: (/** @type {string} */ text) => { error.textContent = text; } };
}

/** A field for a line of text. @param {string} label @param {string} value @param {Attributes} [attributes] */
export function textField(label, value, attributes = {}) {
  const id = newId();
  const input = el('input', { type: 'text', id, class: 'field-input', dir: 'auto', autocomplete: 'off', value, ...attributes });
  return { element: fieldOf(id, label, input), input };
}

/** A field for several lines. @param {string} label @param {string} value @param {Attributes} [attributes] */
export function areaField(label, value, attributes = {}) {
  const id = newId();
  const input = el('textarea', { id, class: 'field-input', dir: 'auto', rows: '3', value, ...attributes });
  return { element: fieldOf(id, label, input), input };
}

/** A box to tick. @param {string} label @param {boolean} checked */
export function checkField(label, checked) {
  const input = el('input', { type: 'checkbox', checked });
  return { element: holds(el('label', { class: 'check' }, input, el('span', {}, label)), { read: () => input.checked, write: (value) => { input.checked = value; } }), input };
}

/** A field of an input with its label. @param {string} id @param {string} label @param {HTMLInputElement|HTMLTextAreaElement|HTMLSelectElement} input */
export function fieldOf(id, label, input) {
  return holds(el('div', { class: 'field' }, el('label', { for: id }, label), input), { read: () => input.value, write: (value) => { input.value = value; } });
}
