// A field for a speaker: an existing one, or a new one with its kind.

/** @import {Work} from '../work.js' */
import { choice } from '../choice.js';
import { combo } from '../combo.js';
import { el } from '../dom.js';
import { t } from '../translate.js';
import { fold, matches } from '../words.js';
import { changed, holds } from './held.js';

/**
 * @param {Work} work
 * @param {string} label
 * @param {string} value  a speaker's id, or the name of a new one
 * @param {() => void} onpick
 */
export function speakerField(work, label, value, onpick) {
  const { speakers, nodes, vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const labelOf = (/** @type {string} */ id) => speakers.find((one) => one.id === id)?.label ?? id;
  const nodeOf = (/** @type {string} */ name) => nodes.find((one) => fold(one.label) === fold(name) || one.aliases.some((alias) => fold(alias) === fold(name)));
  let id = value;
  /** Whether the author has chosen the kind. */
  let own = false;
  const kind = choice({
    label: t('desk.speaker-kind'), options: vocabulary.speakerKinds.filter((one) => one.id !== 'article').map(({ id, label }) => ({ id, label })),
    onchoose: (_, done, byKey) => {
      own = true;
      if (byKey) onpick();
    },
  });
  const more = el('div', { class: 'field-more' }, kind.element);
  const name = () => id || field.input.value.trim();
  const isNew = () => name() !== '' && !speakers.some((one) => one.id === name());
  const draw = () => {
    more.hidden = !isNew();
    if (!own) kind.set(usualKind(name(), nodeOf(name())?.kind));
  };
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
      draw();
      onpick();
    },
    onclear: () => { id = ''; },
  });
  field.input.addEventListener('input', draw);
  draw();
  const element = holds(el('div', {}, field.element, more), {
    read: () => ({ id, text: field.input.value, kind: own ? kind.value : '' }),
    write: (was) => {
      ({ id } = was);
      own = Boolean(was.kind);
      if (own) kind.set(was.kind);
      field.show(was.text, id === '');
      draw();
    },
  });
  return {
    element,
    focus: () => field.input.focus(),
    /** Whether no speaker is named. */
    get none() {
      return name() === '';
    },
    /** A speaker's id, or a new one, as the engine takes it. @returns {string|{label: string, kind: string, node?: string}} */
    get value() {
      if (!isNew()) return name();
      const node = nodeOf(name());
      return { label: name(), kind: kind.value, ...(node && { node: node.id }) };
    },
    /** @param {string} speaker */
    set(speaker) {
      id = speaker;
      field.show(labelOf(speaker));
      draw();
      changed(element);
    },
  };
}

/** The likely kind of a speaker: one whose name has no capital is not named. @param {string} name @param {string} [node] the kind of the node with this name */
function usualKind(name, node) {
  if (node) return node === 'person' ? 'named' : 'institution';
  const [first = ''] = name;
  return first !== first.toUpperCase() ? 'unnamed' : 'named';
}
