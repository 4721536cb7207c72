// The forms that edit a relation, a name or an event. All changes of a form are one undo
// step.

/** @import {Act, Done, Event, Node, Relation} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */
import { choice } from '../choice.js';
import { el } from '../dom.js';
import { forEngine } from '../names.js';
import { t } from '../translate.js';
import { firmness } from './firmness.js';
import { areaField, checkField, openForm, textField } from './form.js';
import { peopleField } from './people.js';
import { recordField } from './recordfield.js';
import { byFamily } from './relation.js';
import { speakerField } from './speakerfield.js';

/**
 * @param {Work} work
 * @param {string} id
 * @param {Keep} keep
 * @param {() => void} left
 */
export function editForm(work, id, keep, left) {
  const { relations, nodes, events } = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const relation = relations.find((one) => one.id === id);
  const node = nodes.find((one) => one.id === id);
  const event = events.find((one) => one.id === id);
  if (relation) editRelation(work, relation, keep, left);
  else if (node) editNode(work, node, keep, left);
  else if (event) editEvent(work, event, keep, left);
}

/** @param {Work} work @param {Relation} relation @param {Keep} keep @param {() => void} left */
function editRelation(work, relation, keep, left) {
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
      return work.together(t('did.set'), async (act) => {
        await setAll(act, relation.id, [
          ['from', relation.from, from.value], ['to', relation.to, to.value], ['verb', relation.verb, verb.input.value.trim()], ['kind', relation.kind, kind.value],
          ['status', relation.status, how.status], ['inference', relation.inference, how.inference ?? ''], ['past', relation.past, past.input.checked], ['note', relation.note, note.input.value.trim()],
        ]);
        if (how.speaker !== undefined && how.speaker !== relation.speaker) await attribute(work, act, relation.passages, how.speaker);
      });
    },
  });
  verb.input.select();
}

/** @param {Work} work @param {Node} node @param {Keep} keep @param {() => void} left */
function editNode(work, node, keep, left) {
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
      return work.together(t('did.set'), (act) => setAll(act, node.id, [
        ['label', node.label, label.input.value.trim()], ['kind', node.kind, kind.value], ['aliases', node.aliases, names], ['summary', node.summary, summary.input.value.trim()],
      ]));
    },
  });
  label.input.select();
}

/** @param {Work} work @param {Event} event @param {Keep} keep @param {() => void} left */
function editEvent(work, event, keep, left) {
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
      return work.together(t('did.set'), async (act) => {
        const parts = people.value.map(({ name, role }) => ({ node: forEngine(name), role }));
        if (JSON.stringify(parts) !== JSON.stringify(event.participants)) await act({ do: 'participants', id: event.id, participants: parts });
        await setAll(act, event.id, [
          ['label', event.label, label.input.value.trim()], ['status', event.status, how.status], ['summary', event.summary, summary.input.value.trim()],
        ]);
        if (how.speaker !== undefined && how.speaker !== speaker) await attribute(work, act, event.passages, how.speaker);
      });
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
 * Sets the fields that have changed.
 * @param {(act: Act) => Promise<Done>} act
 * @param {string} id
 * @param {[string, unknown, unknown][]} fields  each with its value before and after
 */
async function setAll(act, id, fields) {
  for (const [field, before, after] of fields) {
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    await act({ do: 'set', id, field, value: after === false || field === 'status' && after === 'stated' ? null : after });
  }
}

/**
 * Sets the speaker of passages.
 * @param {Work} work
 * @param {(act: Act) => Promise<Done>} act
 * @param {string[]} passages
 * @param {ReturnType<typeof speakerField>['value']} speaker
 */
async function attribute(work, act, passages, speaker) {
  const id = typeof speaker === 'string' ? speaker : (await act({ do: 'speaker', ...speaker })).made.at(-1);
  for (const passage of passages) {
    const now = work.view?.passages.find((one) => one.id === passage);
    if (now?.speaker === id) continue;
    await act({ do: 'set', id: passage, field: 'speaker', value: id });
    if (!now?.manner || now.manner === 'own') await act({ do: 'set', id: passage, field: 'manner', value: 'paraphrased' });
  }
}
