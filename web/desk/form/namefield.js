// A field for a name: typed, picked from the list, or pointed at in the article or the
// picture. A new name needs a kind, for which a field is added below.

/** @import {Name} from '../names.js' */
/** @import {Work} from '../work.js' */
import { choice } from '../choice.js';
import { combo } from '../combo.js';
import { el } from '../dom.js';
import { labelOf, namesFor } from '../names.js';
import { wait } from '../point.js';
import { t } from '../translate.js';
import { changed, holds } from './held.js';

/**
 * @param {object} parts
 * @param {Work} parts.work
 * @param {string} parts.label
 * @param {string} parts.prompt   what to point at
 * @param {Name|null} parts.value
 * @param {string[]} parts.first  ids of names to offer first
 * @param {(name: Name) => void} parts.onname  called with a complete name: with its kind if it is new
 */
export function nameField({ work, label, prompt, value, first, onname }) {
  /** @type {Name|null} */
  let name = value;
  const kinds = el('div', { class: 'field-more' });
  const ask = (/** @type {{label: string, kind: string}} */ made, { focus = true } = {}) => {
    const own = choice({
      label: t('desk.kind-of', { name: made.label }), options: work.view?.vocabulary.nodeKinds ?? [], value: made.kind, folds: true,
      onchoose: (kind, byKey) => {
        name = { ...made, kind };
        if (byKey) onname(name);
      },
    });
    kinds.replaceChildren(own.element);
    if (focus) own.focus();
  };
  const take = (/** @type {Name} */ taken) => {
    name = taken;
    field.show(labelOf(work, taken));
    kinds.replaceChildren();
    changed(kinds);
    if ('id' in taken) onname(taken);
    else ask(taken);
  };
  const field = combo({
    label, value: value ? labelOf(work, value) : '', options: (typed) => namesFor(work, typed, first), onpick: take,
    onclear: () => {
      name = null;
      kinds.replaceChildren();
    },
    onfocus: () => wait(prompt, take),
  });
  if (value && !('id' in value)) ask(value, { focus: false });
  return {
    element: holds(el('div', {}, field.element, kinds), {
      read: () => ({ name, text: field.input.value }),
      write: (was) => {
        name = was.name && 'id' in was.name && !work.view?.nodes.some(({ id }) => id === was.name.id) ? null : was.name;
        field.show(was.text, name === null);
        if (name && !('id' in name)) ask(name, { focus: false });
        else kinds.replaceChildren();
      },
    }),
    /** The name, null while there is none or its kind is missing. @returns {Name|null} */
    get value() {
      return name && ('id' in name || name.kind !== '') ? name : null;
    },
    /** The name even if its kind is missing. */
    get given() {
      return name;
    },
    focus: () => {
      const open = /** @type {HTMLElement|null} */ (kinds.querySelector('[role=radio]'));
      if (name && open) open.focus();
      else field.input.focus();
    },
    take,
    clear() {
      name = null;
      field.show('');
      kinds.replaceChildren();
      field.input.focus();
    },
  };
}
