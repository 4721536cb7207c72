// The form for a relation: its ends, kind and verb, and how firmly the article claims
// it. Passage and relation are one undo step.

/** @import {Context} from './context.js' */
/** @import {Name} from '../names.js' */
/** @import {Vocabulary} from '../view.js' */
import { choice } from '../choice.js';
import { button, el } from '../dom.js';
import { forEngine, labelOf, sentenceOf } from '../names.js';
import { announce } from '../notice.js';
import { wait, waitNoMore } from '../point.js';
import { t } from '../translate.js';
import { firmness } from './firmness.js';
import { checkField, openForm, textField } from './form.js';
import { onChange } from './held.js';
import { nameField } from './namefield.js';

/** @param {Context} context */
export async function relationForm({ work, selection, quote, language, found, made, keep, left }) {
  const { names = [], named = [], suggest, problem } = await found;
  const { vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const families = new Map(vocabulary.families.map(({ id, label }) => [id, label]));
  const [first = null, second = null] = named.length === 2 ? named.map(({ id, label = '' }) => (id ? { id } : { label, kind: '' })) : [];
  let ownVerb = false;

  const from = nameField({
    work, label: t('desk.from'), prompt: t('desk.point-from'), value: first, first: names,
    onname: () => next(to),
  });
  const to = nameField({
    work, label: t('desk.to'), prompt: t('desk.point-to'), value: second, first: names,
    onname: () => next(kind),
  });
  const swap = button(t('desk.swap'), () => {
    const [a, b] = [from.given, to.given];
    if (b) from.take(b);
    if (a) to.take(a);
    (!from.value ? from : !to.value ? to : kind).focus();
  }, { class: 'link swap' });
  const kind = choice({
    label: t('desk.kind'), folds: true, options: byFamily(vocabulary).map((one) => ({ id: one.id, label: one.label, key: one.key, group: families.get(one.family), note: one.verb })),
    onchoose: (id, done) => {
      if (!ownVerb) verb.input.value = usual(id);
      draw();
      if (done) verb.input.select();
    },
  });
  const usual = (/** @type {string} */ id) => vocabulary.relationKinds.find((one) => one.id === id)?.verb ?? '';
  const verb = textField(t('desk.verb'), '', { lang: work.view?.lang, enterkeyhint: 'next' });
  const sentence = el('p', { class: 'sentence-preview', dir: 'auto' });
  verb.input.addEventListener('blur', () => { if (verb.input.isConnected) announce(sentence.textContent ?? ''); }); // not at each letter
  const firm = firmness(work, {}, () => submitButton().focus());
  firm.suggest(suggest);
  const past = checkField(t('legend.past'), false);

  const form = openForm({
    title: t('desk.relation-title'), quote, language, submit: t('desk.relation-do'), keep, onleave: left,
    fields: [problem ? el('p', { class: 'form-error' }, problem) : null, el('div', { class: 'ends' }, from.element, to.element, swap), kind.element, verb.element, sentence, firm.element, past.element],
    onsubmit: async () => {
      const [a, b] = [from.value, to.value];
      if (!a) return focusOn(from, t('desk.need-from'));
      if (!b) return focusOn(to, t('desk.need-to'));
      if (kind.value === '') return focusOn(kind, t('desk.need-kind'));
      if (verb.input.value.trim() === '') return focusOn(verb.input, t('desk.need-verb'));
      const how = firm.read();
      if ('wrong' in how) return focusOn({ focus: how.focus ?? firm.focus }, how.wrong ?? '');
      return made({ do: 'relation', selection, from: forEngine(a), to: forEngine(b), kind: kind.value, verb: verb.input.value.trim(), ...how, ...(past.input.checked && { past: true }) });
    },
  });
  const submitButton = () => /** @type {HTMLElement} */ (form.form.querySelector('[type=submit]'));
  // Enter in the verb's field moves on to the firmness even if the words suggest one, so
  // that the author sees it first.
  verb.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    firm.focus();
  });
  const changed = () => {
    ownVerb = !['', usual(kind.value)].includes(verb.input.value.trim());
    draw();
  };
  onChange(form.form, changed);
  form.form.addEventListener('focusin', ({ target }) => {
    if (!(/** @type {Element} */ (target).closest('.combo'))) waitNoMore();
    draw();
  });

  /** Moves on to a field, or past the names that are filled in already. @param {{focus: () => void}} field */
  const next = (field) => {
    draw();
    if (field === to && to.value) kind.focus();
    else field.focus();
  };
  const draw = () => {
    const name = (/** @type {Name|null} */ one) => (one ? labelOf(work, one) : '…');
    sentence.textContent = sentenceOf(name(from.value), verb.input.value.trim() || '–', name(to.value));
  };
  changed();
  if (!from.value) from.focus();
  else if (!to.value) to.focus();
  else kind.focus();
  if (from.value && !to.value) wait(t('desk.point-to'), to.take);
}

/** Kinds of relations, those of a family together. @param {Vocabulary} vocabulary */
export const byFamily = ({ relationKinds, families }) => families.flatMap(({ id }) => relationKinds.filter(({ family }) => family === id));

/** Focuses the invalid field, and returns the message. @param {{focus: () => void}} field @param {string} wrong */
function focusOn(field, wrong) {
  field.focus();
  return wrong;
}
