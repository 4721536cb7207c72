// The values of a form's fields, so that a form can be kept while it is filled in, and
// restored after a reload.

/** Reads and restores the value of a field. Values can be cloned and compared as JSON. @typedef {{read: () => unknown, write: (value: any) => void}} Held */

/** @type {WeakMap<Element, Held>} */
const fields = new WeakMap();
const MARK = 'data-held';
const CHANGED = 'held';

/**
 * Sets how the value of an element is read and restored. Elements inside it are then
 * ignored.
 * @template {HTMLElement} E
 * @param {E} element
 * @param {Held} field
 */
export function holds(element, field) {
  fields.set(element, field);
  element.setAttribute(MARK, '');
  return element;
}

/** Reports that a field has changed without an input event. @param {Element} element in the field, or the field */
export const changed = (element) => void element.dispatchEvent(new Event(CHANGED, { bubbles: true }));

/** Calls back when a field of a form has changed or was restored. @param {HTMLElement} form @param {() => void} call */
export function onChange(form, call) {
  for (const type of ['input', 'change', CHANGED]) form.addEventListener(type, call);
}

/** The fields of a form in order. @param {HTMLElement} form */
const fieldsOf = (form) => [...form.querySelectorAll(`[${MARK}]`)].filter((one) => !one.parentElement?.closest(`[${MARK}]`));

/** Their values. @param {HTMLElement} form */
const valuesOf = (form) => fieldsOf(form).map((one) => fields.get(one)?.read());

/**
 * Restores a form, and then reports the values of its fields, in order, whenever they
 * change.
 * @param {HTMLElement} form
 * @param {unknown[]|undefined} values  of a form with the same fields
 * @param {(values: unknown[]) => void} note
 */
export function keepFilled(form, values, note) {
  for (const [i, one] of fieldsOf(form).entries()) {
    if (!values || i >= values.length) break;
    fields.get(one)?.write(values[i]);
    changed(one);
  }
  let last = JSON.stringify(valuesOf(form));
  onChange(form, () => {
    const now = valuesOf(form);
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    note(now);
  });
}
