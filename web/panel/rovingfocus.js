// The graph by keys: each list of names or relations in the panel is one stop
// of the Tab key, and arrows go along it. The arrow that points on follows a
// relation to the name at its other end; the one that points back goes back.

/** @import {Store} from '../state/store.js' */
import { focusWithin } from '../page/scroll.js';
import { canGoBack } from '../state/address.js';

/** What is one stop. */
const LISTS = '.ties, .index-all, .chains, .happened, .parts, .cites';

/**
 * @param {HTMLElement} detail
 * @param {Store} store
 * @returns {(event: KeyboardEvent) => boolean} does what a key asks for, or says no
 */
export function startRovingFocus(detail, store) {
  /** @param {Element} list */
  const linksOf = (list) => [...list.querySelectorAll('a[data-select]')].filter((link) => link.checkVisibility());

  /** Makes one link of a list its stop. @param {Element} list @param {Element|undefined} stop */
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
    if (left instanceof HTMLElement) focusWithin(left); // where the reader was before
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
    const [on, back] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
    if (at >= 0 && Object.hasOwn(steps, key)) {
      /** @type {HTMLElement|undefined} */ (links[steps[key]])?.focus();
    } else if (key === on && at < 0) {
      const first = detail.querySelector(`.entry :is(${LISTS}) a[tabindex="0"]`) ?? detail.querySelector('.index-all a[tabindex="0"]');
      if (!(first instanceof HTMLElement) || !first.checkVisibility()) return false;
      first.focus();
    } else if (key === on) {
      store.dispatch({ type: 'select', id: target.dataset.to ?? target.dataset.select ?? null });
    } else if (key === back && canGoBack(history)) {
      history.back();
    } else {
      return false;
    }
    return true;
  };
}
