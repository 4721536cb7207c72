// A field for a speaker: an existing one, or a new one.

/** @import {Work} from '../work.js' */
import { combo } from '../combo.js';
import { t } from '../translate.js';
import { fold, matches } from '../words.js';
import { holds } from './held.js';

/**
 * @param {Work} work
 * @param {string} label
 * @param {string} value  a speaker's id
 * @param {() => void} onpick
 */
export function speakerField(work, label, value, onpick) {
  const { speakers, nodes } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const labelOf = (/** @type {string} */ id) => speakers.find((one) => one.id === id)?.label ?? id;
  let id = value;
  const field = combo({
    label, value: labelOf(value),
    options: (typed) => [
      ...speakers.filter((one) => one.kind !== 'article' && matches(one.label, typed)).map((one) => ({ label: one.label, hint: one.role || undefined, value: one.id })),
      ...(typed.trim() ? nodes.filter((node) => matches(node.label, typed) && !speakers.some((one) => one.node === node.id)).slice(0, 5).map((node) => ({ label: node.label, hint: t('desk.new-speaker'), value: node.label })) : []),
      ...(typed.trim() ? [{ label: typed.trim(), hint: t('desk.new-speaker'), value: typed.trim() }] : []),
    ],
    onpick: (picked) => {
      id = picked;
      field.show(labelOf(picked));
      onpick();
    },
    onclear: () => { id = ''; },
  });
  return {
    element: holds(field.element, {
      read: () => ({ id, text: field.input.value }),
      write: (was) => {
        ({ id } = was);
        field.show(was.text, id === '');
      },
    }),
    focus: () => field.input.focus(),
    /** Whether no speaker is named. */
    get none() {
      return id === '' && field.input.value.trim() === '';
    },
    /** A speaker's id, or a new one, as the engine takes it. @returns {string|{label: string, kind: string, node?: string}} */
    get value() {
      const name = id || field.input.value.trim();
      if (speakers.some((one) => one.id === name)) return name;
      const node = nodes.find((one) => fold(one.label) === fold(name) || one.aliases.some((alias) => fold(alias) === fold(name)));
      return { label: name, kind: 'named', ...(node && { node: node.id }) };
    },
    /** @param {string} speaker */
    set(speaker) {
      id = speaker;
      field.show(labelOf(speaker));
    },
  };
}
