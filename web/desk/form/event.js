// The form for an event: what happened, who took part, and how firmly the article says so.

/** @import {Context} from './context.js' */
/** @import {Name} from '../names.js' */
import { button, el } from '../dom.js';
import { forEngine, labelOf } from '../names.js';
import { t } from '../translate.js';
import { firmness } from './firmness.js';
import { openForm, textField } from './form.js';
import { changed, holds } from './held.js';
import { nameField } from './namefield.js';

/** @param {Context} context */
export async function eventForm({ work, selection, quote, language, found, made, keep, left }) {
  const { names = [], suggest } = await found;
  const label = textField(t('desk.what-happened'), '', { lang: work.view?.lang });
  /** @type {Name[]} */
  const people = names.map((id) => ({ id }));
  const list = el('ul', { class: 'chips' });
  const draw = () => {
    list.replaceChildren(...people.map((name, i) => el('li', {}, el('bdi', {}, labelOf(work, name)), button('×', () => {
      people.splice(i, 1);
      draw();
      who.focus();
    }, { 'aria-label': t('desk.leave-out', { name: labelOf(work, name) }) }))));
    changed(list);
  };
  holds(list, {
    read: () => [...people],
    write: (was) => {
      people.splice(0, Infinity, ...was);
      draw();
    },
  });
  const who = nameField({
    work, label: t('desk.took-part'), prompt: t('desk.point-part'), value: null, first: names,
    onname: (name) => {
      if (!people.some((one) => JSON.stringify(one) === JSON.stringify(name))) people.push(name);
      who.clear();
      draw();
    },
  });
  const date = textField(t('desk.when'), suggest?.date?.words ?? '');
  const firm = firmness(work, {}, () => /** @type {HTMLElement} */ (form.form.querySelector('[type=submit]')).focus());
  firm.suggest(suggest);
  draw();
  const form = openForm({
    title: t('desk.event-title'), quote, language, submit: t('desk.event-do'), keep, onleave: left,
    fields: [label.element, list, who.element, date.element, firm.element],
    onsubmit: () => {
      if (label.input.value.trim() === '') {
        label.input.focus();
        return t('desk.need-event');
      }
      if (people.length === 0) {
        who.focus();
        return t('desk.need-part');
      }
      const how = firm.read();
      if ('wrong' in how) {
        how.focus?.();
        return how.wrong;
      }
      return made({ do: 'event', selection, label: label.input.value.trim(), participants: people.map((name) => ({ node: forEngine(name) })), date: date.input.value.trim(), ...how });
    },
  });
  label.input.focus();
}
