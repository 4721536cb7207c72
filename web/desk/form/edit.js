// The forms that edit a relation, a name or an event. All changes of a form are one undo
// step.

/** @import {Act, Event, Node, Relation} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */
/** @typedef {(act: Act) => Promise<string|void>} Made */
import { choice } from '../choice.js';
import { el } from '../dom.js';
import { forEngine } from '../names.js';
import { t } from '../translate.js';
import { changesOf, saved } from './changes.js';
import { firmness } from './firmness.js';
import { areaField, checkField, openForm, textField } from './form.js';
import { peopleField } from './people.js';
import { recordField } from './recordfield.js';
import { byFamily } from './relation.js';
import { speakerField } from './speakerfield.js';

/**
 * @param {Work} work
 * @param {string} id
 * @param {Made} made
 * @param {Keep} keep
 * @param {() => void} left
 */
export function editForm(work, id, made, keep, left) {
  const { relations, nodes, events } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const relation = relations.find((one) => one.id === id);
  const node = nodes.find((one) => one.id === id);
  const event = events.find((one) => one.id === id);
  if (relation) editRelation(work, relation, made, keep, left);
  else if (node) editNode(work, node, made, keep, left);
  else if (event) editEvent(work, event, made, keep, left);
}

/** @param {Work} work @param {Relation} relation @param {Made} made @param {Keep} keep @param {() => void} left */
function editRelation(work, relation, made, keep, left) {
  const { vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const [from, to] = /** @type {const} */ (['from', 'to']).map((end) => recordField({ work, label: t(`desk.${end}`), types: ['node'], value: relation[end], onpick: () => {} }));
  const verb = textField(t('desk.verb'), relation.verb);
  const kind = choice({ label: t('desk.kind'), options: byFamily(vocabulary), value: relation.kind, folds: true, onchoose: () => {} });
  const firm = firmness(work, relation, () => {});
  const past = checkField(t('legend.past'), relation.past);
  const note = areaField(t('desk.note'), relation.note);
  openForm({
    title: relation.sentence, submit: t('desk.save-changes'), keep, onleave: left,
    fields: [verb.element, kind.element, el('div', { class: 'ends' }, from.element, to.element), firm.element, past.element, note.element],
    onsubmit: () => {
      if (verb.input.value.trim() === '') return need(verb.input, t('desk.need-verb'));
      if (from.value === '') return need(from, t('desk.need-from'));
      if (to.value === '' || to.value === from.value) return need(to, t('desk.need-to'));
      const how = firm.read();
      if ('wrong' in how) {
        how.focus?.();
        return how.wrong;
      }
      return saved(made, [
        ...changesOf(relation.id, [
          ['from', relation.from, from.value], ['to', relation.to, to.value], ['verb', relation.verb, verb.input.value.trim()], ['kind', relation.kind, kind.value],
          ['status', relation.status, how.status], ['past', relation.past, past.input.checked], ['note', relation.note, note.input.value.trim()],
          ...(how.inference === undefined ? [] : [/** @type {[string, string, string]} */ (['inference', relation.inference, how.inference])]), // a status without one takes it out
        ]),
        ...attributed(work, relation.passages, relation.speaker, how.speaker),
      ]);
    },
  });
  verb.input.select();
}

/** @param {Work} work @param {Node} node @param {Made} made @param {Keep} keep @param {() => void} left */
function editNode(work, node, made, keep, left) {
  const { vocabulary } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const label = textField(t('desk.called'), node.label);
  const kind = choice({ label: t('desk.kind'), options: vocabulary.nodeKinds, value: node.kind, folds: true, onchoose: () => {} });
  const aliases = textField(t('desk.aliases'), node.aliases.join(', '));
  const summary = areaField(t('desk.summary'), node.summary);
  openForm({
    title: node.label, submit: t('desk.save-changes'), keep, onleave: left,
    fields: [label.element, kind.element, aliases.element, summary.element],
    onsubmit: () => {
      if (label.input.value.trim() === '') return need(label.input, t('desk.need-name'));
      const names = aliases.input.value.split(/\s*[,،]\s*/).filter(Boolean);
      return saved(made, changesOf(node.id, [
        ['label', node.label, label.input.value.trim()], ['kind', node.kind, kind.value], ['aliases', node.aliases, names], ['summary', node.summary, summary.input.value.trim()],
      ]));
    },
  });
  label.input.select();
}

/** @param {Work} work @param {Event} event @param {Made} made @param {Keep} keep @param {() => void} left */
function editEvent(work, event, made, keep, left) {
  const view = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const cited = view.passages.filter(({ id }) => event.passages.includes(id));
  const speaker = cited.find((one) => one.speaker !== '')?.speaker ?? '';
  const label = textField(t('desk.what-happened'), event.label);
  const people = peopleField(work, event.participants.map(({ node, role }) => ({ name: { id: node }, role })), []);
  const firm = firmness(work, { status: event.status, speaker }, () => {}, { infers: false });
  const summary = areaField(t('desk.summary'), event.summary);
  openForm({
    title: event.label, submit: t('desk.save-changes'), keep, onleave: left,
    fields: [label.element, people.elements, firm.element, summary.element],
    onsubmit: () => {
      if (label.input.value.trim() === '') return need(label.input, t('desk.need-event'));
      if (people.value.length === 0) return need(people, t('desk.need-part'));
      const how = firm.read();
      if ('wrong' in how) {
        how.focus?.();
        return how.wrong;
      }
      const parts = people.value.map(({ name, role }) => ({ node: forEngine(name), role }));
      return saved(made, [
        ...(JSON.stringify(parts) === JSON.stringify(event.participants) ? [] : [{ do: 'participants', id: event.id, participants: parts }]),
        ...changesOf(event.id, [
          ['label', event.label, label.input.value.trim()], ['status', event.status, how.status], ['summary', event.summary, summary.input.value.trim()],
        ]),
        ...attributed(work, event.passages, speaker, how.speaker),
      ]);
    },
  });
  label.input.select();
}

/** @param {{focus: () => void}} field @param {string} wrong */
function need(field, wrong) {
  field.focus();
  return wrong;
}

/**
 * The act that gives passages another speaker, if there is one.
 * @param {Work} work
 * @param {string[]} passages
 * @param {string} before  the speaker's id; "" for several
 * @param {ReturnType<typeof speakerField>['value']} [speaker]
 * @returns {Act[]}
 */
function attributed(work, passages, before, speaker) {
  if (speaker === undefined || speaker === before) return [];
  const others = passages.filter((id) => work.view?.passages.find((one) => one.id === id)?.speaker !== speaker);
  return others.length > 0 ? [{ do: 'attribute', passages: others, speaker }] : [];
}
