// A choice between a few options, by mouse, arrow keys or a letter for each: an ARIA
// radio group. https://www.w3.org/WAI/ARIA/apg/patterns/radio/

import { el, newId } from './dom.js';
import { changed, holds } from './form/held.js';
import { letterOf } from './key.js';

/** @typedef {{id: string, label: string, key?: string, group?: string, note?: string}} Choosable */

/**
 * @param {object} parts
 * @param {string} parts.label
 * @param {Choosable[]} parts.options  options without a key get a digit
 * @param {string} [parts.value]  the id chosen; "" for none yet
 * @param {(id: string, done: boolean, byKey: boolean) => void} parts.onchoose  done: by its letter or a click, after which the focus moves on; byKey: by its letter
 * @param {boolean} [parts.folds]  shows only the chosen option after the focus has left
 */
export function choice({ label, options, value = '', onchoose, folds = false }) {
  const id = newId();
  const keyOf = (/** @type {Choosable} */ option) => (option.key ?? (options.indexOf(option) < 9 ? String(options.indexOf(option) + 1) : '')).toLowerCase();
  /** @type {HTMLElement[]} */
  const rows = options.map((option) => el('div', { role: 'radio', class: 'choice', 'data-id': option.id, title: option.note },
    el('kbd', { 'aria-hidden': 'true' }, keyOf(option).toUpperCase()), el('span', { dir: 'auto' }, option.label)));
  const box = el('div', { role: 'radiogroup', class: 'choices', 'aria-labelledby': id });
  let group = '';
  for (const [i, row] of rows.entries()) {
    if (options[i].group && options[i].group !== group) box.append(el('div', { class: 'choices-head', role: 'presentation', dir: 'auto' }, group = options[i].group ?? ''));
    box.append(row);
  }
  const draw = () => {
    const chosen = rows.findIndex((row) => row.dataset.id === value);
    for (const [i, row] of rows.entries()) {
      row.setAttribute('aria-checked', String(i === chosen));
      row.tabIndex = i === Math.max(chosen, 0) ? 0 : -1;
    }
  };
  /** @param {HTMLElement} row @param {boolean} [done] @param {boolean} [byKey] */
  const choose = (row, done = false, byKey = false) => {
    value = row.dataset.id ?? '';
    draw();
    row.focus();
    onchoose(value, done, byKey);
    changed(row);
  };
  box.addEventListener('click', ({ target }) => {
    const row = /** @type {HTMLElement|null} */ (/** @type {Element} */ (target).closest('[role=radio]'));
    if (row && box.dataset.folded !== undefined) {
      delete box.dataset.folded;
      row.focus();
    } else if (row) choose(row, true);
  });
  if (folds) {
    box.toggleAttribute('data-folded', value !== '');
    box.addEventListener('focusout', ({ relatedTarget }) => {
      box.toggleAttribute('data-folded', value !== '' && relatedTarget !== null && !box.contains(/** @type {Node} */ (relatedTarget)));
    });
    box.addEventListener('focusin', ({ target }) => {
      if (/** @type {Element} */ (target).matches(':focus-visible')) delete box.dataset.folded; // a click opens it itself
    });
  }
  box.addEventListener('keydown', (event) => {
    const forward = getComputedStyle(box).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === ' ') choose(rows[at]);
    else if (['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
      const step = event.key === 'ArrowDown' || event.key === forward ? 1 : -1;
      choose(rows[(at + step + rows.length) % rows.length]);
    } else {
      const letter = letterOf(event);
      const found = options.findIndex((option) => letter !== '' && keyOf(option) === letter);
      if (found < 0) return;
      choose(rows[found], true, true);
    }
    event.preventDefault();
    event.stopPropagation();
  });
  draw();
  /** @param {string} id */
  const set = (id) => {
    value = id;
    if (folds) box.toggleAttribute('data-folded', value !== '');
    draw();
  };
  return {
    element: holds(el('div', { class: 'field' }, el('div', { id, class: 'label' }, label), box), { read: () => value, write: set }),
    get value() {
      return value;
    },
    set,
    focus: () => (rows.find((row) => row.tabIndex === 0) ?? rows[0])?.focus(),
  };
}
