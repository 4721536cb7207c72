// A field for a record of the network: a claim, an event or a name.

/** @import {Selection} from '../view.js' */
/** @import {Work} from '../work.js' */
import { combo } from '../combo.js';
import { t } from '../translate.js';
import { fold } from '../words.js';
import { holds } from './held.js';

/** @typedef {'relation'|'event'|'node'} Type */

/** The title of a record. @param {Work} work @param {string} id */
export function titleOf({ view }, id) {
  return view?.relations.find((one) => one.id === id)?.sentence ?? view?.events.find((one) => one.id === id)?.label
    ?? view?.nodes.find((one) => one.id === id)?.label ?? view?.speakers.find((one) => one.id === id)?.label ?? view?.steps.find((one) => one.id === id)?.title ?? view?.passages.find((one) => one.id === id)?.quote ?? (view?.id === id && view.title || id);
}

/**
 * @param {object} parts
 * @param {Work} parts.work
 * @param {string} parts.label
 * @param {Type[]} parts.types
 * @param {string} [parts.value]  an id
 * @param {string[]} [parts.first]  ids of records to offer first
 * @param {string} [parts.not]  id of a record that is not offered
 * @param {(id: string) => void} parts.onpick
 */
export function recordField({ work, label, types, value = '', first = [], not = '', onpick }) {
  const { relations, events, nodes } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const all = [
    ...(types.includes('relation') ? relations.map(({ id, sentence }) => ({ id, title: sentence, also: '', hint: t('desk.relation') })) : []),
    ...(types.includes('event') ? events.map(({ id, label: title }) => ({ id, title, also: '', hint: t('desk.event') })) : []),
    ...(types.includes('node') ? nodes.map(({ id, label: title, aliases }) => ({ id, title, also: aliases.join(' '), hint: t('desk.name') })) : []),
  ].filter(({ id }) => id !== not).sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  let id = value;
  const field = combo({
    label, value: value && titleOf(work, value),
    options: (typed) => {
      const words = fold(typed).split(' ');
      return all.filter(({ title, also }) => words.every((word) => fold(`${title} ${also}`).includes(word))).slice(0, 12).map(({ id, title, hint }) => ({ label: title, hint: types.length > 1 ? hint : undefined, value: id }));
    },
    onpick: (picked) => {
      id = picked;
      field.show(titleOf(work, picked));
      onpick(picked);
    },
    onclear: () => { id = ''; },
  });
  return {
    element: holds(field.element, {
      read: () => ({ id, text: field.input.value }),
      write: (was) => {
        id = all.some((one) => one.id === was.id) ? was.id : '';
        field.show(was.text, id === '');
      },
    }),
    input: field.input,
    focus: () => field.input.focus(),
    get value() { return id; },
    clear() {
      id = '';
      field.show('');
    },
  };
}

/**
 * Ids of the records that cite the paragraph of a selection: most of what is added
 * to a record is in a paragraph that it cites.
 * @param {Work} work
 * @param {Selection} selection
 */
export const nearby = (work, { paragraph }) => [...new Set(work.here(work.view?.passages).filter((one) => one.paragraph === paragraph).flatMap(({ citedBy }) => citedBy))];
