// The claims: relations and events as sentences. The current one is expanded, with its
// passages and actions.

/** @import {Child} from '../dom.js' */
/** @import {Act, Event, Fact, Relation} from '../view.js' */
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
  const rows = () => {
    const words = fold(filter.typed).split(' ');
    const has = (/** @type {string} */ id, /** @type {string} */ text) => (filter.only.length === 0 || filter.only.includes(id)) && words.every((word) => fold(text).includes(word));
    const shownRelations = relations.filter(({ id, sentence }) => has(id, sentence));
    const shownEvents = events.filter(({ id, label }) => has(id, label));
    return [
      filter.only.length > 0 && el('p', { class: 'only' }, t('desk.only-cited'), ' ', button(t('desk.show-all'), () => {
        filter.only = [];
        redraw(list, rows());
      }, { class: 'link', 'data-key': 'only' })),
      shownRelations.length > 0 && el('ul', { class: 'records' }, shownRelations.map((one) => row(work, one.id, one.sentence, relationMore, one, way, marks(one)))),
      shownEvents.length > 0 && [el('h3', {}, t('desk.events')), el('ul', { class: 'records' }, shownEvents.map((one) => row(work, one.id, one.label, eventMore, one, way)))],
      shownRelations.length + shownEvents.length === 0 && el('p', { class: 'empty' }, t('desk.filter-none')),
    ];
  };
  const list = el('div', {}, rows());
  field.addEventListener('input', () => {
    filter.typed = field.value;
    redraw(list, rows());
  });
  redraw(panel, [field, list]);
}

/** What a reader must know of a relation besides its sentence. @param {Relation} relation */
const marks = ({ status, against }) => [status !== 'stated' && t(`mark.${status}`), against.length > 0 && t('dispute.sign')].filter(Boolean).join(' · ');

/**
 * A record's line, followed by its details if it is the current record.
 * @template R
 * @param {Work} work
 * @param {string} id
 * @param {string} title
 * @param {(work: Work, record: R, way: Way) => Child[]} more
 * @param {R} record
 * @param {Way} way
 * @param {string} [words]  below the title
 */
export function row(work, id, title, more, record, way, words = '') {
  const open = work.chosen === id;
  return el('li', { class: 'record', 'data-open': open },
    el('h3', { class: 'record-head' }, el('button', { type: 'button', class: 'record-title', 'aria-expanded': String(open), 'data-key': `record-${id}`, onclick: () => work.choose(open ? null : id) },
      bdi(title, work.view?.lang), words && el('span', { class: 'title-words' }, words))),
    open && el('div', { class: 'record-body' }, more(work, record, way)));
}

/**
 * What the file says of a relation.
 * @param {Work} work
 * @param {Relation} relation
 * @param {Way['made']} [made]  with buttons that take parts out
 * @returns {Child[]}
 */
export function relationParts(work, { id, status, speaker, inference, period, past, note, passages, against, legal, facts }, made) {
  const { vocabulary, speakers } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const labelOf = (/** @type {{id: string, label: string}[]} */ list, /** @type {string} */ key) => list.find((one) => one.id === key)?.label ?? key;
  return [
    el('p', { class: 'facts' }, labelOf(vocabulary.statuses, status), speaker && [' · ', bdi(labelOf(speakers, speaker))], period && [' · ', bdi(period.words || period.edtf), made && [' · ', takeDate(id, 'period', made)]], past && [' · ', t('mark.past')]),
    inference && el('p', { dir: 'auto', class: 'inference' }, inference),
    note && el('p', { dir: 'auto', class: 'inference' }, note),
    passageList(work, passages, made ? id : '', made),
    against.map((one, i) => partOf(work, { id, field: 'against', index: i, passages: one.passages }, made,
      '≠ ', (one.says === 'contradicts' ? t('dispute.contradicts', { speaker: labelOf(speakers, one.speaker) }) : t('dispute.denies', { speaker: labelOf(speakers, one.speaker) })), one.date && [' · ', bdi(one.date.words || one.date.edtf)])),
    legal.map((one, i) => partOf(work, { id, field: 'legal', index: i, passages: one.passages }, made, '§ ', labelOf(vocabulary.stages, one.stage), one.date && [' · ', bdi(one.date.words || one.date.edtf)])),
    factList(work, id, facts, made),
  ];
}

/** @param {Work} work @param {Relation} relation @param {Way} way */
function relationMore(work, relation, { made, remove, edit, add, line: goTo }) {
  const { id, passages, line } = relation;
  return [
    relationParts(work, relation, made),
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

/** The details of a claim or a name. @param {Work} work @param {string} id @param {Fact[]} facts @param {Way['made']} [made] */
export const factList = (work, id, facts, made) => facts.map(({ kind, value, currency, passages }, i) => {
  const { label = kind, type = kind } = work.view?.vocabulary.factKinds.find((one) => one.id === kind) ?? {};
  return partOf(work, { id, field: 'facts', index: i, passages }, made, label, ': ', bdi(type === 'share' && !value.endsWith('%') ? `${value}%` : [value, currency].filter(Boolean).join(' ')));
});

/**
 * A denial, a legal stage or a detail of a record.
 * @param {Work} work
 * @param {{id: string, field: string, index: number, passages: string[]}} part  in a list of a record
 * @param {Way['made']|undefined} made  with a button that takes it out
 * @param {Child[]} words
 */
const partOf = (work, { passages, ...at }, made, ...words) => el('div', { class: 'more-said' },
  el('p', {}, words, made && [' · ', button(t('desk.take-out'), () => void made({ do: 'omit', ...at }), { class: 'link', 'data-key': `omit-${at.id}-${at.field}-${at.index}` })]), passageList(work, passages));

/** What the file says of an event. @param {Work} work @param {Event} event @param {Way['made']} [made] as for relations @returns {Child[]} */
export const eventParts = (work, { id, date, status, summary, participants, passages }, made) => [
  el('p', { class: 'facts' }, work.view?.vocabulary.statuses.find((one) => one.id === status)?.label, date && [' · ', bdi(date.words || date.edtf), made && [' · ', takeDate(id, 'date', made)]]),
  summary && el('p', { dir: 'auto' }, summary),
  participants.length > 0 && el('p', { class: 'facts' }, participants.map(({ node, role }, i) => [i > 0 && t('evidence.comma'), bdi(work.label(node)), role && [' (', bdi(role), ')']]).flat()),
  passageList(work, passages, made ? id : '', made),
];

/** @param {Work} work @param {Event} event @param {Way} way */
function eventMore(work, event, { made, remove, edit, add, line: goTo }) {
  const { id, line } = event;
  return [
    eventParts(work, event, made),
    acts(id, [
      [t('desk.edit'), () => edit(id)], [t('desk.add-passage'), () => add('cite', id)], [t('desk.date'), () => add('date', id)],
      [t('desk.in-file'), () => goTo(line)], [t('desk.remove'), () => remove([id])],
    ]),
  ];
}

/** A link that takes the date out of a record. @param {string} id @param {string} field @param {Way['made']} made */
const takeDate = (id, field, made) => button(t('desk.take-out'), () => void made({ do: 'set', id, field, value: null }), { class: 'link', 'data-key': `undate-${id}` });

/** Buttons of a record. @param {string} id @param {([string, () => void]|null)[]} all */
export const acts = (id, all) => el('div', { class: 'acts' }, all.map((one) => one && button(one[0], one[1], { class: 'link', 'data-key': `${id}-${one[0]}` })));
