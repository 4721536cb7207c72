// The bar at the top: the network's name, whether it is kept, undo and redo, and save,
// preview and publish.

/** @import {Work} from './work.js' */
import { button, el, icon, iconButton, part } from './dom.js';
import { CONTROL } from './key.js';
import { LANGUAGE, LANGUAGES, nameOf, speak, t } from './translate.js';

/** The languages of the interface other than the current one. */
export const languageLinks = () => el('nav', { class: 'languages', 'aria-label': t('page.languages') }, LANGUAGES.filter((tag) => tag !== LANGUAGE).map((tag) => button(nameOf(tag), () => speak(tag), { lang: tag, class: 'link' })));

/**
 * @param {Work} work
 * @param {Record<'undo'|'redo'|'save'|'open'|'home'|'proposals'|'preview'|'html'|'zip'|'publishing'|'keys', () => void>} to
 */
export function startTop(work, to) {
  const title = el('h1', { dir: 'auto' });
  const state = el('p', { id: 'kept', role: 'status' });
  const undo = iconButton('M9 6L4 11l5 5M4 11h9a6 6 0 0 1 6 6v1', t('desk.undo'), to.undo, { 'aria-keyshortcuts': 'Control+Z' });
  const redo = iconButton('M15 6l5 5-5 5M20 11h-9a6 6 0 0 0-6 6v1', t('desk.redo'), to.redo, { 'aria-keyshortcuts': 'Control+Y' });
  for (const one of [undo, redo]) one.querySelector('.icon')?.classList.add('turns');
  const file = menu(t('desk.file'), [
    [t('desk.save'), to.save, `${CONTROL} S`], [t('desk.open'), to.open], [t('desk.proposals-open'), to.proposals], [t('desk.home'), to.home], [t('keys.title'), to.keys, '?'],
  ], languageLinks());
  const publish = menu(t('desk.publish'), [[t('desk.publish-html'), to.html], [t('desk.publish-zip'), to.zip]], el('p', { class: 'hint', id: 'publish-hint' }));
  publish.classList.add('publish');
  publish.addEventListener('toggle', () => publish.hasAttribute('open') && to.publishing());
  part('top').replaceChildren(
    el('div', { class: 'top-name' }, title, state),
    el('div', { class: 'top-acts' }, undo, redo, file, button(t('desk.preview'), to.preview, { class: 'secondary' }), publish));

  const draw = () => {
    title.textContent = title.title = work.title || work.name;
    document.title = `${work.title || work.name} – proxynet`;
    const label = (/** @type {HTMLElement} */ one, /** @type {string} */ text, /** @type {boolean} */ can) => {
      one.setAttribute('aria-disabled', String(!can));
      one.title = text;
    };
    const { done, undone } = work.history.steps;
    label(undo, done.length > 0 ? t('desk.undo-n', { what: done[done.length - 1].label }) : t('desk.undo'), done.length > 0 && !work.locked);
    label(redo, undone.length > 0 ? t('desk.redo-n', { what: undone[undone.length - 1].label }) : t('desk.redo'), undone.length > 0 && !work.locked);
    part('publish-hint').textContent = work.view && !work.view.publishable ? t('desk.not-publishable') : t('desk.publish-hint');
  };
  for (const change of /** @type {const} */ (['text', 'view', 'locked'])) work.on(change, draw);
  draw();
  return {
    /** Shows whether everything is kept. @param {string} text @param {boolean} [wrong] */
    state(text, wrong = false) {
      if (state.textContent !== text) state.textContent = text;
      state.toggleAttribute('data-wrong', wrong);
    },
  };
}

/**
 * A button with a menu below it.
 * @param {string} label
 * @param {[string, () => void, string?][]} items  with a key, if there is one
 * @param {HTMLElement} [more]
 */
function menu(label, items, more) {
  const list = el('div', { class: 'menu-list' }, items.map(([text, act, key]) => el('button', { type: 'button', onclick: () => {
    box.open = false;
    /** @type {HTMLElement} */ (box.firstChild).focus(); // else the focus is lost
    act();
  } }, el('span', {}, text), key && el('kbd', { 'aria-hidden': 'true', dir: 'ltr' }, key))), more);
  const box = el('details', { class: 'menu' }, el('summary', {}, label, icon('M6 9l6 6 6-6')), list);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.open) return;
    box.open = false;
    /** @type {HTMLElement} */ (box.firstChild).focus();
    event.stopPropagation();
  });
  box.addEventListener('toggle', () => {
    if (!box.open) return;
    const away = (/** @type {Event} */ { target }) => {
      if (box.contains(/** @type {Node} */ (target))) return;
      box.open = false;
      removeEventListener('pointerdown', away, true);
    };
    addEventListener('pointerdown', away, true);
  });
  return box;
}
