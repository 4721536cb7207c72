// The form that edits a record: a claim's words, kind and firmness, the label of a name
// or an event. All changes of a form are one undo step.

/** @import {Act, Done} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */
import { choice } from '../choice.js';
import { t } from '../translate.js';
import { firmness } from './firmness.js';
import { areaField, openForm, textField } from './form.js';
import { byFamily } from './relation.js';
import { speakerField } from './speakerfield.js';

/**
 * @param {Work} work
 * @param {string} id
 * @param {Keep} keep
 * @param {() => void} left
 */
export function editForm(work, id, keep, left) {
  const view = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const relation = view.relations.find((one) => one.id === id);
  const node = view.nodes.find((one) => one.id === id);
  const event = view.events.find((one) => one.id === id);
  const firm = relation && firmness(work, { status: relation.status, speaker: relation.speaker, inference: relation.inference }, () => {});
  const main = relation ? textField(t('desk.verb'), relation.verb) : textField(node ? t('desk.called') : t('desk.what-happened'), node?.label ?? event?.label ?? '');
  const kind = relation ? choice({ label: t('desk.kind'), options: byFamily(view.vocabulary), value: relation.kind, folds: true, onchoose: () => {} })
    : node ? choice({ label: t('desk.kind'), options: view.vocabulary.nodeKinds, value: node.kind, folds: true, onchoose: () => {} }) : null;
  const aliases = node && textField(t('desk.aliases'), node.aliases.join(', '));
  const text = areaField(relation ? t('desk.note') : t('desk.summary'), relation?.note ?? node?.summary ?? event?.summary ?? '');

  openForm({
    title: relation ? relation.sentence : node?.label ?? event?.label ?? id, submit: t('desk.save-changes'), keep, onleave: left,
    fields: [main.element, kind?.element, aliases?.element, firm?.element, text.element],
    onsubmit: () => {
      const value = main.input.value.trim();
      if (value === '') {
        main.input.focus();
        return relation ? t('desk.need-verb') : t('desk.need-name');
      }
      /** @type {[string, unknown, unknown][]} field, before, after */
      const fields = [];
      if (relation) {
        const how = firm?.read();
        if (!how || 'wrong' in how) {
          how?.focus?.();
          return how?.wrong;
        }
        fields.push(['verb', relation.verb, value], ['kind', relation.kind, kind?.value], ['status', relation.status, how.status], ['inference', relation.inference, how.inference ?? ''], ['note', relation.note, text.input.value.trim()]);
        const { speaker } = how;
        return work.together(t('did.set'), async (act) => {
          await setAll(act, id, fields);
          if (speaker !== undefined && speaker !== relation.speaker) await attribute(work, act, relation.passages, speaker);
        });
      }
      if (node) {
        const names = (aliases?.input.value ?? '').split(/\s*[,،]\s*/).filter(Boolean);
        fields.push(['label', node.label, value], ['kind', node.kind, kind?.value], ['aliases', node.aliases.join('\n'), names.join('\n')], ['summary', node.summary, text.input.value.trim()]);
        return work.together(t('did.set'), (act) => setAll(act, id, fields, { aliases: names.length > 0 ? names : null }));
      }
      fields.push(['label', event?.label, value], ['summary', event?.summary, text.input.value.trim()]);
      return work.together(t('did.set'), (act) => setAll(act, id, fields));
    },
  });
  main.input.select();
}

/**
 * Sets the fields that have changed.
 * @param {(act: Act) => Promise<Done>} act
 * @param {string} id
 * @param {[string, unknown, unknown][]} fields
 * @param {Record<string, unknown>} [as]  values other than texts
 */
async function setAll(act, id, fields, as = {}) {
  for (const [field, before, after] of fields) {
    if (before === after) continue;
    const value = field in as ? as[field] : after;
    await act({ do: 'set', id, field, value: field === 'status' && value === 'stated' ? null : value });
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
