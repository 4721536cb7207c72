// The form for a name: a new one, or another word for an existing one.

/** @import {Context} from './context.js' */
import { choice } from '../choice.js';
import { combo } from '../combo.js';
import { el } from '../dom.js';
import { t } from '../translate.js';
import { fold, matches } from '../words.js';
import { openForm } from './form.js';
import { holds, onChange } from './held.js';

/** @param {Context} context */
export function nameForm({ work, selection, quote, language, made, keep, left }) {
  const { nodes, vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  let label = quote.length <= 80 ? quote.replace(/\s+/g, ' ') : '';
  /** @type {string|null} the node that has this name already */
  let known = nodes.find((node) => [node.label, ...node.aliases].some((name) => fold(name) === fold(label)))?.id ?? null;
  const kind = choice({ label: t('desk.kind'), options: vocabulary.nodeKinds, onchoose: (_, done, byKey) => byKey && void form.submit() });
  const same = el('p', { class: 'hint', hidden: true });
  const draw = () => {
    kind.element.hidden = known !== null;
    same.hidden = known === null;
    same.textContent = known === null ? '' : t('desk.same-name', { name: work.label(known) });
  };
  const field = combo({
    label: t('desk.called'), value: label,
    options: (typed) => [
      ...nodes.filter((node) => typed !== '' && [node.label, ...node.aliases].some((name) => matches(name, typed))).slice(0, 6)
        .map((node) => ({ label: node.label, hint: t('desk.same-as'), value: node.id })),
      ...(typed.trim() ? [{ label: typed.trim(), hint: t('desk.new-name'), value: '' }] : []),
    ],
    onpick: (id) => {
      known = id || null;
      if (known) field.show(work.label(known));
      draw();
      if (!known) kind.focus();
    },
    onclear: () => {
      known = null;
      draw();
    },
  });
  holds(field.element, {
    read: () => ({ known, text: field.input.value }),
    write: (was) => {
      known = nodes.some(({ id }) => id === was.known) ? was.known : null;
      field.show(was.text);
    },
  });
  const form = openForm({
    title: t('desk.name-title'), quote, language, fields: [field.element, same, kind.element], submit: t('desk.name-do'), keep, onleave: left,
    onsubmit: async () => {
      label = field.input.value.trim();
      if (label === '') {
        field.input.focus();
        return t('desk.need-name');
      }
      if (known === null && kind.value === '') {
        kind.focus();
        return t('desk.need-kind');
      }
      return made(known === null ? { do: 'name', selection, label, kind: kind.value } : { do: 'alias', node: known, selection });
    },
  });
  onChange(form.form, draw);
  draw();
  if (label === '') field.input.focus();
  else if (known === null) kind.focus();
  else /** @type {HTMLElement} */ (form.form.querySelector('[type=submit]')).focus();
}
