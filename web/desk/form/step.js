// The form for a step of the story: what the picture shows, a text, and the passages that
// support it.

/** @import {Act, Step} from '../view.js' */
/** @import {Keep, Work} from '../work.js' */
import { bdi, button, el } from '../dom.js';
import { changesOf, saved } from './changes.js';
import { wait } from '../point.js';
import { t } from '../translate.js';
import { areaField, openForm, textField } from './form.js';
import { changed, holds } from './held.js';
import { recordField, titleOf } from './recordfield.js';

/**
 * @param {Work} work
 * @param {Step|null} step   null for a new one
 * @param {(act: Act) => Promise<string|void>} made
 * @param {Keep} keep
 * @param {() => void} left
 */
export function stepForm(work, step, made, keep, left) {
  const view = /** @type {NonNullable<typeof work.view>} */ (work.view);
  const title = textField(t('desk.step-head'), step?.title ?? '', { maxlength: 120 });
  const text = areaField(t('desk.step-text'), step?.text ?? '', { rows: '5' });
  /** @type {string[]} */
  const show = [...step?.state.light ?? []];
  const passages = new Set(step?.passages ?? []);
  const chips = el('ul', { class: 'chips' });
  const quotes = el('fieldset', { class: 'field' });

  const draw = () => {
    chips.replaceChildren(...show.map((id, i) => el('li', {}, bdi(titleOf(work, id)), button('×', () => {
      show.splice(i, 1);
      draw();
      record.focus();
    }, { 'aria-label': t('desk.leave-out', { name: titleOf(work, id) }) }))));
    const offered = view.passages.filter(({ id, citedBy }) => passages.has(id) || citedBy.some((one) => show.includes(one)));
    quotes.replaceChildren(el('legend', { class: 'label' }, t('desk.step-passages')), ...(offered.length === 0 ? [el('p', { class: 'hint' }, t('desk.step-passages-help'))] : offered.map(({ id, quote }) => el('label', { class: 'check' },
      el('input', { type: 'checkbox', checked: passages.has(id), onchange: (/** @type {Event} */ event) => {
        if (/** @type {HTMLInputElement} */ (event.target).checked) passages.add(id);
        else passages.delete(id);
      } }), el('q', { dir: 'auto' }, quote)))));
    changed(quotes);
  };
  holds(quotes, {
    read: () => ({ show: [...show], passages: [...passages] }),
    write: (was) => {
      show.splice(0, Infinity, ...was.show);
      passages.clear();
      for (const id of was.passages) passages.add(id);
      draw();
    },
  });
  /** @param {string} id */
  const add = (id) => {
    if (!show.includes(id)) show.push(id);
    const cited = view.passages.filter(({ citedBy }) => citedBy.includes(id));
    if (cited.length > 0 && !cited.some((one) => passages.has(one.id))) passages.add(cited[0].id);
    draw();
  };
  const record = recordField({ work, label: t('desk.step-shows'), types: ['node', 'relation'], onpick: (id) => {
    add(id);
    record.clear();
  } });
  draw();
  openForm({
    title: step ? t('desk.step-edit') : t('desk.step-new'), submit: t('desk.step-do'), keep, onleave: left,
    fields: [title.element, record.element, chips, text.element, quotes],
    onsubmit: async () => {
      if (title.input.value.trim() === '') {
        title.input.focus();
        return t('desk.need-title');
      }
      if (text.input.value.trim() === '') {
        text.input.focus();
        return t('desk.need-text');
      }
      if (passages.size === 0) {
        record.focus();
        return t('desk.need-passages');
      }
      const own = { title: title.input.value.trim(), text: text.input.value.trim(), passages: [...passages] };
      if (!step) return made({ do: 'step', ...own, show });
      return saved(made, [
        ...changesOf(step.id, Object.entries(own).map(([field, value]) => [field, Reflect.get(step, field), value])),
        ...changesOf(step.id, [['state', step.state.light ?? [], show]]).map((act) => ({ ...act, value: { ...step.state, light: show } })),
      ]);
    },
  });
  wait(t('desk.point-step'), (name) => { if ('id' in name) add(name.id); });
  title.input.focus();
}
