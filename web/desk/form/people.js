// The field for who took part in an event: names, each with its part in a few words.

/** @import {Name} from '../names.js' */
/** @import {Work} from '../work.js' */
import { button, el } from '../dom.js';
import { labelOf } from '../names.js';
import { t } from '../translate.js';
import { changed, holds } from './held.js';
import { nameField } from './namefield.js';

/** @typedef {{name: Name, role: string}} Part */

/**
 * @param {Work} work
 * @param {Part[]} now
 * @param {string[]} first  ids of names to offer first
 */
export function peopleField(work, now, first) {
  /** @type {Part[]} */
  const people = [...now];
  const list = el('ul', { class: 'people' });
  const draw = () => {
    list.replaceChildren(...people.map((one, i) => {
      const name = labelOf(work, one.name);
      const role = el('input', { type: 'text', class: 'field-input', dir: 'auto', autocomplete: 'off', value: one.role, placeholder: t('desk.part'), 'aria-label': t('desk.part-of', { name }) });
      role.addEventListener('input', () => { one.role = role.value; });
      return el('li', {}, el('bdi', {}, name), role, button('×', () => {
        people.splice(i, 1);
        draw();
        who.focus();
      }, { 'aria-label': t('desk.leave-out', { name }) }));
    }));
    changed(list);
  };
  holds(list, {
    read: () => people.map((one) => ({ ...one })),
    write: (was) => {
      people.splice(0, Infinity, ...was);
      draw();
    },
  });
  const who = nameField({
    work, label: t('desk.took-part'), prompt: t('desk.point-part'), value: null, first,
    onname: (name) => {
      if (!people.some((one) => JSON.stringify(one.name) === JSON.stringify(name))) people.push({ name, role: '' });
      who.clear();
      draw();
    },
  });
  draw();
  return {
    elements: [list, who.element],
    focus: () => who.focus(),
    /** Those who took part. @returns {Part[]} */
    get value() {
      return people.map(({ name, role }) => ({ name, role: role.trim() }));
    },
  };
}
