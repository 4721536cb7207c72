// Keyboard navigation of the graph with a roving tabindex: each list of nodes or
// relations in the panel is one tab stop, and the up and down arrows move in it. The
// forward arrow follows a relation to its other node; the backward arrow goes back.

/** @import {Store} from '../state/store.js' */
import { focusWithin } from '../page/scroll.js';
import { canGoBack } from '../state/address.js';

/** The lists, each of which is one tab stop. */
const LISTS = '.relation-groups, .index-all, .chains, .events, .parts, .cites';

/**
 * @param {HTMLElement} detail
 * @param {Store} store
 * @returns {(event: KeyboardEvent) => boolean} handles a key; reports whether it did
 */
export function startRovingFocus(detail, store) {
  /** @param {Element} list */
  const linksOf = (list) => [...list.querySelectorAll('a[data-select]')].filter((link) => link.checkVisibility());

  /** Makes one link of a list its tab stop. @param {Element} list @param {Element|undefined} stop */
  const stopAt = (list, stop) => {
    for (const link of list.querySelectorAll('a[data-select]')) link.setAttribute('tabindex', link === stop ? '0' : '-1');
  };

  const draw = () => {
    for (const list of detail.querySelectorAll(LISTS)) {
      const links = linksOf(list);
      if (!links.some((link) => link.getAttribute('tabindex') === '0')) stopAt(list, links[0]);
    }
  };

  draw();
  store.on('change', ({ select }, previous) => {
    draw();
    if (select !== null || previous.select === null || document.activeElement !== detail) return;
    const left = detail.querySelector(`.index-all a[data-select="${CSS.escape(previous.select)}"]`);
    if (left instanceof HTMLElement) focusWithin(left); // the link that the reader followed
  });

  detail.addEventListener('focusin', ({ target }) => {
    const link = /** @type {Element} */ (target);
    const list = link.closest(LISTS);
    if (list && link.matches('a[data-select]')) stopAt(list, link);
  });

  return ({ key, target }) => {
    if (!(target instanceof HTMLElement) || !detail.contains(target)) return false;
    const list = target.closest(LISTS);
    const links = list && target.matches('a[data-select]') ? linksOf(list) : [];
    const at = links.indexOf(target);
    const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
    const [forward, back] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
    if (at >= 0 && Object.hasOwn(steps, key)) {
      /** @type {HTMLElement|undefined} */ (links[steps[key]])?.focus();
    } else if (key === forward && at < 0) {
      const first = detail.querySelector(`.entry :is(${LISTS}) a[tabindex="0"]`) ?? detail.querySelector('.index-all a[tabindex="0"]');
      if (!(first instanceof HTMLElement) || !first.checkVisibility()) return false;
      first.focus();
    } else if (key === forward) {
      store.dispatch({ type: 'select', id: target.dataset.to ?? target.dataset.select ?? null });
    } else if (key === back && canGoBack(history)) {
      history.back();
    } else {
      return false;
    }
    return true;
  };
}
