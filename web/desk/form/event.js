// The form for an event: what happened, who took part, and how firmly the article says so.

/** @import {Context} from './context.js' */
import { forEngine } from '../names.js';
import { t } from '../translate.js';
import { firmness } from './firmness.js';
import { openForm, textField } from './form.js';
import { peopleField } from './people.js';

/** @param {Context} context */
export async function eventForm({ work, selection, quote, language, found, made, keep, left }) {
  const { names = [], suggest } = await found;
  const label = textField(t('desk.what-happened'), '', { lang: work.view?.lang });
  const people = peopleField(work, names.map((id) => ({ name: { id }, role: '' })), names);
  const date = textField(t('desk.when'), suggest?.date?.words ?? '');
  const firm = firmness(work, {}, () => /** @type {HTMLElement} */ (form.form.querySelector('[type=submit]')).focus(), { infers: false });
  firm.suggest(suggest);
  const form = openForm({
    title: t('desk.event-title'), quote, language, submit: t('desk.event-do'), keep, onleave: left,
    fields: [label.element, people.elements, date.element, firm.element],
    onsubmit: () => {
      if (label.input.value.trim() === '') {
        label.input.focus();
        return t('desk.need-event');
      }
      if (people.value.length === 0) {
        people.focus();
        return t('desk.need-part');
      }
      const how = firm.read();
      if ('wrong' in how) {
        how.focus?.();
        return how.wrong;
      }
      return made({ do: 'event', selection, label: label.input.value.trim(), participants: people.value.map(({ name, role }) => ({ node: forEngine(name), role })), date: date.input.value.trim(), ...how });
    },
  });
  label.input.focus();
}
