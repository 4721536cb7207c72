// What the fields of a form hold, so that a form can be kept while it is filled in,
// and filled in again after a reload.

/** Reads what a field holds, and puts it back. Values can be cloned and compared as JSON. @typedef {{read: () => unknown, write: (value: any) => void}} Held */

/** @type {WeakMap<Element, Held>} */
const fields = new WeakMap();
const MARK = 'data-held';
const CHANGED = 'held';

/**
 * Says how what an element holds is read and put back. Elements in it are then not
 * looked at.
 * @template {HTMLElement} E
 * @param {E} element
 * @param {Held} field
 */
export function holds(element, field) {
  fields.set(element, field);
  element.setAttribute(MARK, '');
  return element;
}

/** Reports that a field holds something else, where no input event does. @param {Element} element in the field, or the field */
export const changed = (element) => void element.dispatchEvent(new Event(CHANGED, { bubbles: true }));

/** Calls back when a field of a form holds something else, or was filled in again. @param {HTMLElement} form @param {() => void} call */
export function onChange(form, call) {
  for (const type of ['input', 'change', CHANGED]) form.addEventListener(type, call);
}

/** The fields of a form in its order. @param {HTMLElement} form */
const fieldsOf = (form) => [...form.querySelectorAll(`[${MARK}]`)].filter((one) => !one.parentElement?.closest(`[${MARK}]`));

/** What they hold. @param {HTMLElement} form */
const valuesOf = (form) => fieldsOf(form).map((one) => fields.get(one)?.read());

/**
 * Fills in a form as it was, and from then on passes on what its fields hold, in their
 * order, whenever that changes.
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
