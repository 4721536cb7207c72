// The next step for the author: one sentence above the tabs, with a button if there is a
// single action.

/** @import {Work} from './work.js' */
import { button, el, part, redraw } from './dom.js';
import { isOpen } from './form/form.js';
import { prompted } from './point.js';
import { t } from './translate.js';

/**
 * @param {Work} work
 * @param {{findings: () => void, story: () => void, publish: () => void}} to
 * @param {() => boolean} selecting  words are selected
 */
export function startNext(work, to, selecting) {
  const box = part('next');
  let shown = '';
  const draw = () => {
    const { view } = work;
    /** @type {[string, string?, (() => void)?]} */
    let step;
    if (work.locked) step = [t('desk.locked')];
    else if (!view) step = [t('desk.starting')];
    else if (view.diagnostics.length > 0) step = [t('desk.next-unreadable', { n: view.diagnostics.length }), t('desk.show'), to.findings];
    else if (prompted() !== '') step = [prompted()];
    else if (isOpen()) step = [t('desk.next-form')];
    else if (selecting()) step = [t('desk.next-bar')];
    else if (view.nodes.length === 0) step = [t('desk.next-name')];
    else if (view.relations.length === 0) step = [t('desk.next-relation')];
    else {
      const errors = view.findings.filter(({ level }) => level === 'error').length;
      if (errors > 0) step = [t('desk.next-errors', { n: errors }), t('desk.show'), to.findings];
      else if (view.steps.length === 0) step = [t('desk.next-story'), t('desk.story'), to.story];
      else step = [t('desk.next-publish'), t('desk.preview'), to.publish];
    }
    const [text, label, act] = step;
    if (text === shown) return; // a screen reader would repeat it
    shown = text;
    redraw(box, [el('p', {}, text), label && act && button(label, act, { class: 'fix', 'data-key': 'next' })]);
  };
  work.on('view', draw);
  work.on('locked', draw);
  draw();
  return draw;
}
