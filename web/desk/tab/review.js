// The review: a colleague signs each claim or leaves a note, in review.yaml beside the
// network, which is never published. A claim that changes loses its signature.

/** @import {Child} from '../dom.js' */
/** @import {Change, Comparison, Review, Signed} from '../view.js' */
/** @import {Work} from '../work.js' */
import { dayOf, today } from '../calendar.js';
import { bdi, button, el, newId, redraw } from '../dom.js';
import { titleOf } from '../form/recordfield.js';
import { t, written } from '../translate.js';
import { REVIEW } from '../work.js';
import { eventParts, factList, relationParts } from './claims.js';
import { passageList } from './passages.js';

const KEY = 'proxynet-desk-reviewer';

/** The sorts of claims, in the order of the list. */
const SORTS = {
  network: () => t('desk.about-title'), relation: () => t('evidence.relations'), event: () => t('evidence.events'),
  node: () => t('evidence.names'), speaker: () => t('evidence.speakers'), step: () => t('desk.steps'),
};

/** @type {Review|null} */
let review = null;

/** Reloads the review. @param {Work} work */
export async function readReview(work) {
  review = await work.engine.ask('review', { revision: work.revision, text: work.files[REVIEW] ?? '' });
}

/**
 * A change of the review.
 * @callback Answer
 * @param {string} op
 * @param {object} args
 * @param {string} label
 * @param {string} [place]  of the draft that this is
 */

/**
 * @param {HTMLElement} panel
 * @param {Work} work
 * @param {object} way
 * @param {() => void} way.compare
 * @param {() => void} way.download
 * @param {(why: string) => void} way.error
 */
export function drawReview(panel, work, { compare, download, error }) {
  const name = el('input', { type: 'text', id: newId(), class: 'field-input', autocomplete: 'name', dir: 'auto', value: reviewer(), 'data-key': 'reviewer', oninput: () => {
    wrong.textContent = '';
    remember(name.value.trim());
  } });
  const wrong = el('p', { class: 'form-error', role: 'alert' });
  const all = review?.claims ?? [];
  const claims = Object.keys(SORTS).flatMap((sort) => all.filter((claim) => claim.sort === sort));
  const count = (/** @type {Signed['state']} */ state) => claims.filter((claim) => claim.state === state).length;

  /** @type {Answer} */
  const change = async (op, args, label, place) => {
    if (name.value.trim() === '') {
      wrong.textContent = t('desk.need-your-name');
      return name.focus();
    }
    remember(name.value.trim());
    try {
      const text = work.files[REVIEW] ?? '';
      const next = await work.engine.ask(op, { revision: work.revision, text, review: text, by: name.value.trim(), on: today(), ...args });
      if (text !== (work.files[REVIEW] ?? '')) return void change(op, args, label, place); // another program has changed the file meanwhile
      review = next;
      work.put(next.text, label, REVIEW, place);
      drawReview(panel, work, { compare, download, error });
    } catch (why) {
      error(/** @type {Error} */ (why).message);
    }
  };
  /** Opens the next claim that is not signed, and returns the focus to where its button is. @param {Signed} [from] */
  const next = (from) => {
    const at = from ? claims.indexOf(from) + 1 : 0;
    const found = [...claims.slice(at), ...claims.slice(0, at)].find(({ state }) => state !== 'signed');
    if (!found) return;
    if (work.chosen !== found.record) work.choose(found.record);
    /** @type {HTMLElement|null} */ (panel.querySelector(`[data-key="sign-${CSS.escape(found.id)}"]`))?.focus({ preventScroll: true });
    panel.querySelector('.record[data-open]')?.scrollIntoView({ block: 'start' });
  };

  const left = claims.length - count('signed');
  redraw(panel, [
    el('p', { class: 'advice' }, t('desk.review-help')),
    el('div', { class: 'field' }, el('label', { for: name.id }, t('desk.your-name')), name, wrong),
    claims.length > 0 && el('p', { class: 'facts' }, t('desk.signed-of', { signed: count('signed'), n: claims.length }), count('stale') > 0 && [' · ', t('desk.stale-n', { n: count('stale') })]),
    el('div', { class: 'acts' },
      left > 0 && button(t('desk.next-unsigned'), () => next(), { class: 'fix', 'data-key': 'next-unsigned' }),
      button(t('desk.compare'), compare, { class: 'link', 'data-key': 'compare' }),
      (work.files[REVIEW] ?? '') !== '' && button(t('desk.save-review'), download, { class: 'link', 'data-key': 'save-review' })),
    Object.entries(SORTS).map(([sort, head]) => {
      const own = claims.filter((claim) => claim.sort === sort);
      return own.length > 0 && [el('h3', {}, head()), el('ul', { class: 'records' }, own.map((claim) => item(work, claim, change, left > 0 ? () => next(claim) : null)))];
    }),
  ]);
}

/** @param {Work} work @param {Signed} claim @param {Answer} change @param {(() => void)|null} next */
function item(work, claim, change, next) {
  const { id, record: of, sort, state, by = '', on = '', notes = [] } = claim;
  const open = work.chosen === of;
  const STATES = { signed: () => t('desk.signed-by', { name: by, date: dayOf(on) }), unsigned: () => t('desk.unsigned'), stale: () => t('desk.stale', { name: by, date: dayOf(on) }) };
  const unsettled = notes.filter(({ done }) => !done).length;
  const place = `note ${id}`;
  return el('li', { class: 'record', 'data-open': open, 'data-state': state },
    el('h4', { class: 'record-head' }, el('button', { type: 'button', class: 'record-title', 'aria-expanded': String(open), 'data-key': `review-${id}`, onclick: () => work.choose(open ? null : of) },
      bdi(sort === 'network' ? work.view?.title || of : titleOf(work, of)), el('span', { class: 'sign' }, unsettled > 0 ? `✎ ${written(unsettled)}` : place in work.drafts && '✎ …'))),
    el('p', { class: 'facts state' }, STATES[state]()),
    open && el('div', { class: 'record-body' },
      partsOf(work, claim),
      notes.map((one) => noteItem(one, change)),
      state === 'stale' && el('p', { class: 'hint' }, t('desk.stale-help')),
      el('div', { class: 'acts' },
        state !== 'signed' && button(t('desk.sign'), () => change('sign', { id }, t('did.sign')), { class: 'fix', 'data-key': `sign-${id}` }),
        state === 'signed' && next && button(t('desk.next-unsigned'), next, { class: 'fix', 'data-key': `sign-${id}` }), // the focus stays there
        state === 'signed' && `, ${by},`.includes(`, ${reviewer()},`) && button(t('desk.unsign'), () => change('unsign', { id }, t('did.unsign')), { class: 'link', 'data-key': `unsign-${id}` })),
      noteField(work, id, place, change)));
}

/** What is signed: everything that readers get of a claim. @param {Work} work @param {Signed} claim @returns {Child[]} */
function partsOf(work, { record: id, sort }) {
  const { relations = [], events = [], nodes = [], steps = [], speakers = [], title, headline, summary, vocabulary } = work.view ?? {};
  /** @template {{id: string}} R @param {R[]} all */
  const one = (all) => all.find((record) => record.id === id);
  if (sort === 'network') return [title, headline, summary].map((text) => text && el('p', { dir: 'auto' }, text));
  const relation = sort === 'relation' && one(relations);
  if (relation) return relationParts(work, relation);
  const event = sort === 'event' && one(events);
  if (event) return eventParts(work, event);
  const node = sort === 'node' && one(nodes);
  if (node) return [node.summary && el('p', { dir: 'auto' }, node.summary), factList(work, id, node.facts), passageList(work, node.passages)];
  const step = sort === 'step' && one(steps);
  if (step) return [el('p', { dir: 'auto' }, step.text), passageList(work, step.passages)];
  const speaker = sort === 'speaker' && one(speakers);
  if (speaker) return [el('p', { class: 'facts' }, vocabulary?.speakerKinds.find((kind) => kind.id === speaker.kind)?.label, speaker.role && [' · ', bdi(speaker.role)])];
  return [];
}

/** @param {NonNullable<Signed['notes']>[number]} note @param {Answer} change */
function noteItem(note, change) {
  const n = (review?.notes ?? []).findIndex((one) => one.of === note.of && one.by === note.by && one.on === note.on && one.text === note.text);
  return el('div', { class: 'review-note', 'data-done': note.done },
    el('p', {}, el('b', {}, bdi(note.by)), ' ', el('span', { class: 'hint' }, dayOf(note.on), note.done && [' · ', t('desk.resolved')])),
    el('p', { dir: 'auto' }, note.text),
    n >= 0 && button(note.done ? t('desk.reopen') : t('desk.resolve'), () => change('done', { n, done: !note.done }, note.done ? t('did.reopen') : t('did.resolve')), { class: 'link', 'data-key': `done-${n}` }));
}

/** @param {Work} work @param {string} id @param {string} place @param {Answer} change */
function noteField(work, id, place, change) {
  const note = el('input', { type: 'text', class: 'field-input', 'aria-label': t('desk.note'), placeholder: t('desk.note'), dir: 'auto', value: work.drafts[place] ?? '', 'data-key': `note-${id}`, oninput: () => work.drafted(place, note.value || null) });
  const leave = () => { if (note.value.trim() !== '') change('note', { id, body: note.value.trim() }, t('did.note'), place); };
  note.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    leave();
  });
  return el('div', { class: 'note-field' }, note, button(t('desk.leave-note'), leave, { class: 'fix', 'data-key': `leave-${id}` }));
}

/** The differences from another version, claim by claim. @param {Comparison} comparison */
export function comparison({ added = [], changed = [], removed = [] }) {
  if (added.length + changed.length + removed.length === 0) return [el('p', {}, t('desk.no-difference'))];
  return [['added', t('desk.added'), added], ['changed', t('desk.changed'), changed], ['removed', t('desk.removed'), removed]].map(([kind, head, all]) => {
    const list = /** @type {Change[]} */ (all);
    return list.length > 0 && el('section', { class: 'comparison', 'data-kind': String(kind) }, el('h3', {}, String(head), el('span', { class: 'count' }, written(list.length))),
      el('ul', {}, list.map(({ sentence, before, words }) => el('li', {}, el('p', { dir: 'auto' }, sentence), before !== undefined && before !== sentence && el('p', { class: 'before', dir: 'auto' }, before), words && words.split('\n').map((line) => el('p', { class: 'hint' }, line))))));
  });
}

function reviewer() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} name */
function remember(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // it is requested again
  }
}
