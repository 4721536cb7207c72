// The review: a colleague signs each claim or leaves a note, in review.yaml beside the
// network, which is never published. A claim that changes loses its signature.

/** @import {Change, Comparison, Review, Signed} from '../view.js' */
/** @import {Work} from '../work.js' */
import { bdi, button, el, newId, redraw } from '../dom.js';
import { titleOf } from '../form/recordfield.js';
import { t, written } from '../translate.js';
import { REVIEW } from '../work.js';
import { passageList } from './passages.js';

const KEY = 'proxynet-desk-reviewer';

/** @type {Review|null} */
let review = null;

/** Reloads the review. @param {Work} work */
export async function readReview(work) {
  review = await work.engine.ask('review', { revision: work.revision, text: work.files[REVIEW] ?? '' });
}

/**
 * @param {HTMLElement} panel
 * @param {Work} work
 * @param {object} way
 * @param {() => void} way.compare
 * @param {() => void} way.download
 * @param {(why: string) => void} way.error
 */
export function drawReview(panel, work, { compare, download, error }) {
  const name = el('input', { type: 'text', id: newId(), class: 'field-input', autocomplete: 'name', dir: 'auto', value: reviewer(), 'data-key': 'reviewer', oninput: () => remember(name.value.trim()) });
  const claims = review?.claims ?? [];
  const count = (/** @type {Signed['state']} */ state) => claims.filter((claim) => claim.state === state).length;

  /** @param {string} op @param {object} args @param {string} label @param {string} [place] of the draft that this is */
  const change = async (op, args, label, place) => {
    if (name.value.trim() === '') return name.focus();
    remember(name.value.trim());
    try {
      const on = new Date().toISOString().slice(0, 10);
      const text = work.files[REVIEW] ?? '';
      const next = await work.engine.ask(op, { revision: work.revision, text, review: text, by: name.value.trim(), on, ...args });
      if (text !== (work.files[REVIEW] ?? '')) return void change(op, args, label, place); // another program has changed the file meanwhile
      review = next;
      work.put(next.text, label, REVIEW, place);
      drawReview(panel, work, { compare, download, error });
    } catch (why) {
      error(/** @type {Error} */ (why).message);
    }
  };

  redraw(panel, [
    el('p', { class: 'advice' }, t('desk.review-help')),
    el('div', { class: 'field' }, el('label', { for: name.id }, t('desk.your-name')), name),
    el('div', { class: 'acts' }, button(t('desk.compare'), compare, { class: 'fix', 'data-key': 'compare' }), (work.files[REVIEW] ?? '') !== '' && button(t('desk.save-review'), download, { class: 'link', 'data-key': 'save-review' })),
    claims.length > 0 && el('p', { class: 'facts' }, t('desk.signed-of', { signed: count('signed'), n: claims.length }), count('stale') > 0 && [' · ', t('desk.stale-n', { n: count('stale') })]),
    el('ul', { class: 'records' }, claims.map((claim) => item(work, claim, change))),
  ]);
}

/** @param {Work} work @param {Signed} claim @param {(op: string, args: object, label: string, place?: string) => void} change */
function item(work, { id, record: of, sort, state, by, on, notes = [] }, change) {
  const { relations = [], events = [], nodes = [], title, headline, summary } = work.view ?? {};
  const record = [...relations, ...events, ...nodes].find((one) => one.id === of && sort !== 'network');
  const texts = sort === 'network' ? [title, headline, summary] : [record && 'summary' in record ? record.summary : ''];
  const open = work.chosen === of;
  const STATES = { signed: () => t('desk.signed-by', { name: by ?? '', date: on ?? '' }), unsigned: () => t('desk.unsigned'), stale: () => t('desk.stale') };
  const place = `note ${id}`;
  const note = el('input', { type: 'text', class: 'field-input', 'aria-label': t('desk.note'), placeholder: t('desk.note'), dir: 'auto', value: work.drafts[place] ?? '', 'data-key': `note-${id}`, oninput: () => work.drafted(place, note.value || null) });
  const leave = () => { if (note.value.trim() !== '') change('note', { id, body: note.value.trim() }, t('did.note'), place); };
  note.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    leave();
  });
  return el('li', { class: 'record', 'data-open': open, 'data-state': state },
    el('h3', { class: 'record-head' }, el('button', { type: 'button', class: 'record-title', 'aria-expanded': String(open), 'data-key': `review-${id}`, onclick: () => work.choose(open ? null : of) }, bdi(sort === 'network' ? title || of : titleOf(work, of)), el('span', { class: 'sign' }, notes.length > 0 ? `✎ ${written(notes.length)}` : place in work.drafts && '✎ …'))),
    el('p', { class: 'facts state' }, STATES[state]()),
    open && el('div', { class: 'record-body' },
      texts.map((text) => text && el('p', { dir: 'auto' }, text)),
      passageList(work, record?.passages ?? [], '', async () => {}),
      notes.map((one) => el('p', { class: 'review-note' }, el('b', {}, bdi(one.by)), ' ', el('span', { class: 'hint' }, one.on), el('br'), bdi(one.text))),
      el('div', { class: 'acts' }, state !== 'signed' && button(t('desk.sign'), () => change('sign', { id }, t('did.sign')), { class: 'fix', 'data-key': `sign-${id}` })),
      el('div', { class: 'note-field' }, note, button(t('desk.leave-note'), leave, { class: 'fix', 'data-key': `leave-${id}` }))));
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
