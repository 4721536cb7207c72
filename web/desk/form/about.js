// The forms that add selected words to an existing record: a passage, a denial, a date,
// a fact or a stage; and the form for the speaker of the words.

/** @import {Suggestion} from '../view.js' */
/** @import {Context} from './context.js' */
import { choice } from '../choice.js';
import { t } from '../translate.js';
import { openForm, textField } from './form.js';
import { onChange } from './held.js';
import { nearby, recordField } from './recordfield.js';
import { speakerField } from './speakerfield.js';

/** The form's submit button. @param {{form: HTMLFormElement}} opened */
const submitOf = ({ form }) => /** @type {HTMLElement} */ (form.querySelector('[type=submit]'));

/** One more passage for a record. @param {Context} context */
export function citeForm({ work, selection, quote, language, made, keep, left, about }) {
  const record = recordField({ work, label: t('desk.cite-for'), types: ['relation', 'event', 'node'], value: about, first: nearby(work, selection), onpick: () => submitOf(form).focus() });
  const form = openForm({
    title: t('desk.cite-title'), quote, language, fields: [record.element], submit: t('desk.cite-do'), keep, onleave: left,
    onsubmit: () => (record.value ? made({ do: 'cite', id: record.value, selection }) : need(record, t('desk.need-claim'))),
  });
  record.focus();
}

/** A denial of a claim. @param {Context} context */
export async function denialForm({ work, selection, quote, language, found, made, keep, left, about }) {
  const { suggest } = await found;
  const record = recordField({ work, label: t('desk.against-what'), types: ['relation'], value: about, first: nearby(work, selection), onpick: () => speaker.focus() });
  const speaker = speakerField(work, t('desk.who-denies'), suggested(suggest), () => submitOf(form).focus());
  const date = textField(t('desk.when'), dateOf(suggest));
  const says = choice({
    label: t('desk.how-against'), value: 'denies',
    options: [{ id: 'denies', label: t('desk.denies') }, { id: 'contradicts', label: t('desk.contradicts') }],
    onchoose: (_, byKey) => byKey && submitOf(form).focus(),
  });
  const form = openForm({
    title: t('desk.denial-title'), quote, language, fields: [record.element, says.element, speaker.element, date.element], submit: t('desk.denial-do'), keep, onleave: left,
    onsubmit: () => {
      if (!record.value) return need(record, t('desk.need-claim'));
      if (speaker.none) return need(speaker, t('desk.need-speaker'));
      return made({ do: 'against', relation: record.value, selection, says: says.value, speaker: speaker.value, date: date.input.value.trim() });
    },
  });
  if (about) speaker.focus();
  else record.focus();
}

/** The date of a record. @param {Context} context */
export async function dateForm({ work, selection, quote, language, found, made, keep, left, about }) {
  const { suggest } = await found;
  const record = recordField({ work, label: t('desk.date-what'), types: ['relation', 'event'], value: about, first: nearby(work, selection), onpick: () => means.focus() });
  const date = textField(t('desk.when'), dateOf(suggest) || quote);
  const means = choice({
    label: t('desk.means'),
    options: [
      { id: '', label: t('desk.means-usual') }, { id: 'began', label: t('desk.means-began') }, { id: 'known', label: t('desk.means-known') },
      { id: 'within', label: t('desk.means-within') }, { id: 'throughout', label: t('desk.means-throughout') },
    ],
    onchoose: (_, done, byKey) => byKey && void form.submit(),
  });
  const form = openForm({
    title: t('desk.date-title'), quote, language, fields: [record.element, date.element, means.element], submit: t('desk.date-do'), keep, onleave: left,
    onsubmit: () => {
      if (!record.value) return need(record, t('desk.need-claim'));
      if (date.input.value.trim() === '') return need({ focus: () => date.input.focus() }, t('desk.need-date'));
      return made({ do: 'date', id: record.value, selection, date: date.input.value.trim(), means: means.value });
    },
  });
  record.focus();
}

/** A detail of a name or a claim: an amount, a share, a place, a role. @param {Context} context */
export function factForm({ work, selection, quote, language, made, keep, left, about }) {
  const { vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const record = recordField({ work, label: t('desk.fact-of'), types: ['relation', 'node'], value: about, first: nearby(work, selection), onpick: () => kind.focus() });
  const kind = choice({
    label: t('desk.kind'), options: vocabulary.factKinds,
    onchoose: (_, byKey) => byKey && value.input.select(),
  });
  const value = textField(t('desk.value'), quote.length <= 60 ? quote : '');
  const currency = textField(t('desk.currency'), '', { maxlength: 3, placeholder: 'EUR', autocapitalize: 'characters' });
  const draw = () => { currency.element.hidden = (vocabulary.factKinds.find(({ id }) => id === kind.value)?.type ?? kind.value) !== 'amount'; };
  const form = openForm({
    title: t('desk.fact-title'), quote, language, fields: [record.element, kind.element, value.element, currency.element], submit: t('desk.fact-do'), keep, onleave: left,
    onsubmit: async () => {
      if (!record.value) return need(record, t('desk.need-claim'));
      if (kind.value === '') return need(kind, t('desk.need-kind'));
      if (value.input.value.trim() === '') return need({ focus: () => value.input.focus() }, t('desk.need-value'));
      const wrong = await made({ do: 'fact', id: record.value, selection, kind: kind.value, value: value.input.value.trim(), ...(!currency.element.hidden && { currency: currency.input.value.trim().toUpperCase() }) });
      return wrong && !currency.element.hidden && currency.input.value.trim() === '' ? need({ focus: () => currency.input.focus() }, t('desk.currency')) : wrong;
    },
  });
  onChange(form.form, draw);
  draw();
  record.focus();
}

/** A legal stage of a claim. @param {Context} context */
export async function stageForm({ work, selection, quote, language, found, made, keep, left, about }) {
  const { suggest } = await found;
  const { vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const record = recordField({ work, label: t('desk.stage-of'), types: ['relation'], value: about, first: nearby(work, selection), onpick: () => stage.focus() });
  const stage = choice({ label: t('desk.stage'), options: vocabulary.stages, onchoose: (_, byKey) => byKey && date.input.select() });
  const date = textField(t('desk.when'), dateOf(suggest));
  openForm({
    title: t('desk.stage-title'), quote, language, fields: [record.element, stage.element, date.element], submit: t('desk.stage-do'), keep, onleave: left,
    onsubmit: () => {
      if (!record.value) return need(record, t('desk.need-claim'));
      if (stage.value === '') return need(stage, t('desk.need-stage'));
      if (date.input.value.trim() === '') return need({ focus: () => date.input.focus() }, t('desk.need-date'));
      return made({ do: 'stage', relation: record.value, selection, stage: stage.value, date: date.input.value.trim() });
    },
  });
  if (about) stage.focus();
  else record.focus();
}

/** The speaker of the words of a cited passage or, for other words, the speaker whom they introduce. @param {Context} context */
export async function speakerForm({ work, selection, quote, language, found, made, keep, left }) {
  const { passage, suggest } = await found;
  const at = work.view?.passages.find((one) => one.id === passage) ?? work.here(work.view?.passages).find((one) => one.paragraph === selection.paragraph && one.from < selection.to && selection.from < one.to);
  const speaker = speakerField(work, t('desk.who-says'), at?.speaker || suggested(suggest) || (at ? '' : quote), () => (at ? manner.focus() : role.input.focus()));
  const role = textField(t('desk.role'), '');
  const manner = choice({
    label: t('desk.manner'), value: at?.manner || suggest?.manner || '',
    options: [{ id: 'quoted', label: t('manner.quoted') }, { id: 'paraphrased', label: t('manner.paraphrased') }],
    onchoose: (_, done, byKey) => byKey && void form.submit(),
  });
  const form = openForm({
    title: t('desk.speaker-title'), quote: at?.quote ?? quote, language, fields: at ? [speaker.element, manner.element] : [speaker.element, role.element], submit: t('desk.speaker-do'), keep, onleave: left,
    onsubmit: () => {
      if (speaker.none) return need(speaker, t('desk.need-speaker'));
      const { value } = speaker;
      if (!at) return typeof value === 'string' ? made({ do: 'cite', id: value, selection }) : made({ do: 'speaker', ...value, selection, ...(role.input.value.trim() && { role: role.input.value.trim() }) });
      if (manner.value === '') return need(manner, t('desk.need-manner'));
      return made({ do: 'attribute', passages: [at.id], speaker: value, manner: manner.value });
    },
  });
  speaker.focus();
}

/** @param {{focus: () => void}} field @param {string} wrong */
function need(field, wrong) {
  field.focus();
  return wrong;
}

/** The date that the words suggest, as the engine reads it. @param {Suggestion|undefined} suggest */
export const dateOf = (suggest) => suggest?.date?.words || suggest?.date?.edtf || '';

/** The speaker whom the words suggest: an id, or a name. @param {Suggestion|undefined} suggest */
const suggested = (suggest) => suggest?.speaker?.id || suggest?.speaker?.label || '';
