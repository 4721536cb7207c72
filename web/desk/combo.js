// A field for typing or picking a value: an ARIA combobox with a list.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { el, newId } from './dom.js';
import { changed } from './form/held.js';

/**
 * @template T
 * @typedef {object} Option
 * @property {string} label
 * @property {string} [hint]   the kind of value
 * @property {T} value
 */

/**
 * @template T
 * @typedef {object} Combo
 * @property {string} label
 * @property {(typed: string) => Option<T>[]} options  for the typed text, the best first
 * @property {(value: T) => void} onpick
 * @property {() => void} [onclear]  the picked value is typed over
 * @property {() => void} [onfocus]
 * @property {string} [value]  text at first
 * @property {string} [key]    data-key
 */

/** @template T @param {Combo<T>} parts */
export function combo({ label, options, onpick, onclear, onfocus, value = '', key }) {
  const id = newId();
  const list = el('ul', { id: `${id}-list`, role: 'listbox', class: 'combo-list', 'aria-label': label, hidden: true, tabindex: '-1' });
  const input = el('input', {
    id, type: 'text', role: 'combobox', class: 'field-input', autocomplete: 'off', spellcheck: 'false', dir: 'auto', value, 'data-key': key,
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, enterkeyhint: 'next',
  });
  /** @type {Option<T>[]} */
  let shown = [];
  let active = 0;
  let picked = value !== '';

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = () => {
    for (const [i, row] of [...list.children].entries()) row.setAttribute('aria-selected', String(i === active));
    const row = list.children[active];
    if (!row) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', row.id);
    row.scrollIntoView({ block: 'nearest' });
  };
  const open = () => {
    shown = options(picked ? '' : input.value);
    active = 0;
    list.replaceChildren(...shown.map(({ label, hint }, i) => el('li', { role: 'option', id: `${id}-${i}`, 'data-at': i }, el('bdi', {}, label), hint && el('span', { class: 'hint' }, hint))));
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (list.hidden) return;
    mark();
    for (const one of [list, input]) one.scrollIntoView({ block: 'nearest' }); // both, or at least the field
  };
  /** @param {Option<T>|undefined} option */
  const pick = (option) => {
    if (!option) return;
    picked = true;
    close();
    onpick(option.value);
    changed(input);
  };
  input.addEventListener('input', () => {
    if (picked) onclear?.();
    picked = false;
    open();
  });
  input.addEventListener('focus', () => {
    onfocus?.();
    input.select();
    if (!picked) open();
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      if (list.hidden) open();
      else active = (active + step + shown.length) % Math.max(shown.length, 1);
      mark();
    } else if (event.key === 'Enter' && !list.hidden) {
      pick(shown[active]);
      event.stopPropagation(); // the form is not sent yet
    } else if (event.key === 'Escape' && !list.hidden) {
      close();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', ({ target }) => {
    const row = /** @type {HTMLElement|null} */ (/** @type {Element} */ (target).closest('[data-at]'));
    if (row) pick(shown[Number(row.dataset.at)]);
  });
  return {
    element: el('div', { class: 'field combo' }, el('label', { for: id }, label), input, list),
    input,
    /** Shows a value that was picked somewhere else. @param {string} text @param {boolean} [typed] it is not picked yet */
    show(text, typed = false) {
      input.value = text;
      picked = text !== '' && !typed;
      close();
    },
  };
}
