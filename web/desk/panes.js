// The three panes: F6 moves between them, and a phone shows one at a time.

import { button, part } from './dom.js';
import { t } from './translate.js';

const PANES = /** @type {const} */ (['article', 'picture', 'work']);
/** @typedef {typeof PANES[number]} Pane */

/** @param {(pane: Pane) => void} [shown] */
export function startPanes(shown) {
  const root = document.documentElement;
  const LABELS = { article: t('desk.article'), picture: t('desk.picture'), work: t('desk.work') };
  const nav = part('pane-nav');
  const buttons = PANES.map((pane) => button(LABELS[pane], () => show(pane), { 'data-pane': pane }));
  nav.setAttribute('aria-label', t('desk.panes'));
  nav.replaceChildren(...buttons);

  /** Shows a pane if only one is visible at a time. @param {Pane} pane */
  const show = (pane) => {
    root.dataset.pane = pane;
    for (const one of buttons) one.setAttribute('aria-pressed', String(one.dataset.pane === pane));
    shown?.(pane);
  };
  /** The first focusable element in a pane. @param {Pane} pane */
  const enter = (pane) => {
    show(pane);
    const targets = { article: '#article', picture: '#stage', work: '#form:not([hidden]) :is(input, [role=radio], button), #tabs [aria-selected=true]' };
    const target = document.querySelector(targets[pane]);
    if (target instanceof HTMLElement) target.focus();
  };
  addEventListener('keydown', (event) => {
    if (event.key !== 'F6' || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    const here = PANES.findIndex((pane) => part(`${pane}-pane`).contains(document.activeElement));
    enter(PANES[(here + (event.shiftKey ? -1 : 1) + PANES.length) % PANES.length]);
  });
  show('article');
  return { show, enter };
}
