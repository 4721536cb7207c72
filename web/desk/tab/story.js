// The steps of the story, in order. A step can be shown in the picture, edited, moved
// and removed.

/** @import {Act, Step} from '../view.js' */
/** @import {Work} from '../work.js' */
import { bdi, button, el, redraw } from '../dom.js';
import { t } from '../translate.js';
import { acts } from './claims.js';
import { passageList } from './passages.js';

/**
 * @param {HTMLElement} panel
 * @param {Work} work
 * @param {object} way
 * @param {(act: Act) => Promise<string|void>} way.made
 * @param {(step: Step|null) => void} way.edit
 * @param {(ids: string[]) => void} way.remove
 * @param {() => void} way.about
 */
export function drawStory(panel, work, { made, edit, remove, about }) {
  const { steps = [] } = work.view ?? {};
  const move = (/** @type {number} */ i, /** @type {number} */ to) => {
    const order = steps.map(({ id }) => id).filter((_, at) => at !== i);
    void made({ do: 'move', id: steps[i].id, after: order[to - 1] ?? '' });
  };
  const { title = '', summary = '', headline = '' } = work.view ?? {};
  redraw(panel, [
    el('section', { class: 'about' }, el('p', { class: 'about-title', dir: 'auto' }, title), headline && el('p', { dir: 'auto' }, headline), summary && el('p', { class: 'hint', dir: 'auto' }, summary),
      el('div', { class: 'acts' }, button(t('desk.edit'), about, { class: 'link', 'data-key': 'about' }))),
    el('h3', {}, t('desk.steps')),
    steps.length === 0 && el('p', { class: 'empty' }, t('desk.no-story')),
    el('ol', { class: 'steps' }, steps.map((step, i) => {
      const open = work.chosen === step.id;
      return el('li', { class: 'record', 'data-open': open },
        el('h3', { class: 'record-head' }, el('button', { type: 'button', class: 'record-title', 'aria-expanded': String(open), 'data-key': `step-${step.id}`, onclick: () => work.choose(open ? null : step.id) }, bdi(step.title || step.text))),
        open && el('div', { class: 'record-body' }, el('p', { dir: 'auto' }, step.text), passageList(work, step.passages), acts(step.id, [
          [t('desk.edit'), () => edit(step)],
          i > 0 ? [t('desk.earlier'), () => move(i, i - 1)] : null,
          i < steps.length - 1 ? [t('desk.later'), () => move(i, i + 1)] : null,
          [t('desk.remove'), () => remove([step.id])],
        ])));
    })),
    button(t('desk.step-add'), () => edit(null), { class: 'primary', 'data-key': 'step-add' }),
  ]);
}
