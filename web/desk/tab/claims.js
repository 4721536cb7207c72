// The claims: relations and events as sentences. The current one is expanded, with its
// passages and actions.

/** @import {Child} from '../dom.js' */
/** @import {Act, Event, Relation} from '../view.js' */
/** @import {Work} from '../work.js' */
import { bdi, button, el, redraw } from '../dom.js';
import { t } from '../translate.js';
import { fold } from '../words.js';
import { passageList } from './passages.js';

/**
 * @typedef {object} Way
 * @property {(act: Act) => Promise<string|void>} made
 * @property {(ids: string[]) => void} remove
 * @property {(id: string) => void} edit
 * @property {(kind: 'cite'|'denial'|'date'|'fact'|'stage', id: string) => void} add  to a claim, from words that are selected next
 * @property {(line: number) => void} line
 */

/** The typed filter, and the only records to show. @typedef {{typed: string, only: string[]}} Filter */

/**
 * @param {HTMLElement} panel
 * @param {Work} work
 * @param {Filter} filter
 * @param {Way} way
 */
export function drawClaims(panel, work, filter, way) {
  const { relations = [], events = [] } = work.view ?? {};
  if (relations.length + events.length === 0) return redraw(panel, [el('p', { class: 'empty' }, t('desk.no-claims'))]);
  const field = el('input', { type: 'search', class: 'field-input', 'aria-label': t('desk.filter'), placeholder: t('desk.filter'), dir: 'auto', value: filter.typed, 'data-key': 'filter' });
  const list = el('div');
  const fill = () => {
    const words = fold(filter.typed).split(' ');
    const has = (/** @type {string} */ id, /** @type {string} */ text) => (filter.only.length === 0 || filter.only.includes(id)) && words.every((word) => fold(text).includes(word));
    const shownRelations = relations.filter(({ id, sentence }) => has(id, sentence));
    const shownEvents = events.filter(({ id, label }) => has(id, label));
    redraw(list, [
      filter.only.length > 0 && el('p', { class: 'only' }, t('desk.only-cited'), ' ', button(t('desk.show-all'), () => {
        filter.only = [];
        fill();
      }, { class: 'link', 'data-key': 'only' })),
      shownRelations.length > 0 && el('ul', { class: 'records' }, shownRelations.map((one) => row(work, one.id, one.sentence, relationMore, one, way, mark(one)))),
      shownEvents.length > 0 && [el('h3', {}, t('desk.events')), el('ul', { class: 'records' }, shownEvents.map((one) => row(work, one.id, one.label, eventMore, one, way, '')))],
      shownRelations.length + shownEvents.length === 0 && el('p', { class: 'empty' }, t('desk.filter-none')),
    ].flat());
  };
  field.addEventListener('input', () => {
    filter.typed = field.value;
    fill();
  });
  redraw(panel, [field, list]);
  fill();
}

/** The sign of a relation's firmness, as in the picture. @param {Relation} relation */
const mark = ({ status, against }) => ({ attributed: '“', implied: '◦', ambiguous: '?', resolved: '*' }[status] ?? '') + (against.length > 0 ? ' ≠' : '');

/**
 * A record's line, followed by its details if it is the current record.
 * @template R
 * @param {Work} work
 * @param {string} id
 * @param {string} title
 * @param {(work: Work, record: R, way: Way) => Child[]} more
 * @param {R} record
 * @param {Way} way
 * @param {string} sign
 */
export function row(work, id, title, more, record, way, sign) {
  const open = work.chosen === id;
  return el('li', { class: 'record', 'data-open': open },
    el('h3', { class: 'record-head' }, el('button', { type: 'button', class: 'record-title', 'aria-expanded': String(open), 'data-key': `record-${id}`, onclick: () => work.choose(open ? null : id) },
      bdi(title, work.view?.lang), sign && el('span', { class: 'sign', 'aria-hidden': 'true' }, sign))),
    open && el('div', { class: 'record-body' }, more(work, record, way)));
}

/** @param {Work} work @param {Relation} relation @param {Way} way */
function relationMore(work, { id, status, speaker, inference, period, passages, against, legal, facts, line }, { made, remove, edit, add, line: goTo }) {
  const { vocabulary, speakers } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const labelOf = (/** @type {{id: string, label: string}[]} */ list, /** @type {string} */ key) => list.find((one) => one.id === key)?.label ?? key;
  return [
    el('p', { class: 'facts' }, labelOf(vocabulary.statuses, status), speaker && [' · ', bdi(labelOf(speakers, speaker))], period && [' · ', bdi(period.words || period.edtf)]),
    inference && el('p', { dir: 'auto', class: 'inference' }, inference),
    passageList(work, passages, id, made),
    against.map((one) => el('div', { class: 'more-said' }, el('p', {}, '≠ ', one.says === 'contradicts' ? t('dispute.contradicts', { speaker: labelOf(speakers, one.speaker) }) : t('dispute.denies', { speaker: labelOf(speakers, one.speaker) })), passageList(work, one.passages, '', made))),
    legal.map((one) => el('div', { class: 'more-said' }, el('p', {}, '§ ', labelOf(vocabulary.stages, one.stage), one.date && ` · ${one.date.words || one.date.edtf}`), passageList(work, one.passages, '', made))),
    facts.map((one) => el('div', { class: 'more-said' }, el('p', {}, labelOf(vocabulary.factKinds, one.kind), ': ', bdi(one.text || one.value)), passageList(work, one.passages, '', made))),
    acts(id, [
      [t('desk.edit'), () => edit(id)],
      [t('desk.reverse'), () => void made({ do: 'reverse', relation: id })],
      [t('desk.add-passage'), () => add('cite', id)],
      [t('desk.denial'), () => add('denial', id)],
      [t('desk.date'), () => add('date', id)],
      [t('desk.fact'), () => add('fact', id)],
      [t('desk.stage'), () => add('stage', id)],
      passages.length > 1 ? [t('desk.split'), () => void made({ do: 'split', id, passages: passages.slice(1) })] : null,
      [t('desk.in-file'), () => goTo(line)],
      [t('desk.remove'), () => remove([id])],
    ]),
  ];
}

/** @param {Work} work @param {Event} event @param {Way} way */
function eventMore(work, { id, date, summary, participants, passages, line }, { made, remove, edit, add, line: goTo }) {
  return [
    date && el('p', { class: 'facts' }, bdi(date.words || date.edtf)),
    summary && el('p', { dir: 'auto' }, summary),
    participants.length > 0 && el('p', { class: 'facts' }, participants.map(({ node }, i) => [i > 0 && t('evidence.comma'), bdi(work.label(node))]).flat()),
    passageList(work, passages, id, made),
    acts(id, [
      [t('desk.edit'), () => edit(id)], [t('desk.add-passage'), () => add('cite', id)], [t('desk.date'), () => add('date', id)],
      [t('desk.in-file'), () => goTo(line)], [t('desk.remove'), () => remove([id])],
    ]),
  ];
}

/** Buttons of a record. @param {string} id @param {([string, () => void]|null)[]} all */
export const acts = (id, all) => el('div', { class: 'acts' }, all.map((one) => one && button(one[0], one[1], { class: 'link', 'data-key': `${id}-${one[0]}` })));
