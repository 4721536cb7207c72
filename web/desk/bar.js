// The bar beside selected words, with what can be made of them.

/** @import {Selection as Stretch} from './view.js' */
import { el, part } from './dom.js';
import { rangeOf } from './place.js';
import { t } from './translate.js';

/** What can be made of selected words. @typedef {'name'|'relation'|'event'|'cite'|'denial'|'speaker'|'date'|'fact'|'stage'} Kind */

/** @type {{kind: Kind, key: string, label: () => string}[]} */
export const KINDS = [
  { kind: 'name', key: 'n', label: () => t('desk.name') },
  { kind: 'relation', key: 'r', label: () => t('desk.relation') },
  { kind: 'event', key: 'e', label: () => t('desk.event') },
  { kind: 'cite', key: 'c', label: () => t('desk.cite') },
  { kind: 'denial', key: 'd', label: () => t('desk.denial') },
  { kind: 'speaker', key: 's', label: () => t('desk.speaker') },
  { kind: 'date', key: 't', label: () => t('desk.date') },
  { kind: 'fact', key: 'f', label: () => t('desk.fact') },
  { kind: 'stage', key: 'l', label: () => t('desk.stage') },
];

/** Milliseconds after which a selection is complete: while a finger drags its end, the text must not move. */
const SETTLED = 500;

/** @param {HTMLElement} article @param {(kind: Kind) => void} onpick */
export function startBar(article, onpick) {
  const bar = part('bar');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', t('desk.bar'));
  /** @type {HTMLElement[]} */
  const buttons = KINDS.map(({ kind, key, label }, i) => el('button', { type: 'button', 'data-kind': kind, 'aria-keyshortcuts': key, tabindex: i === 0 ? '0' : '-1', onclick: () => onpick(kind) },
    el('span', {}, label()), el('kbd', { 'aria-hidden': 'true' }, key.toUpperCase())));
  bar.replaceChildren(...buttons);
  bar.addEventListener('pointerdown', (event) => event.preventDefault()); // the words stay selected
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || at < 0) return;
    const to = buttons[(at + (getComputedStyle(bar).direction === 'rtl' ? -step : step) + buttons.length) % buttons.length];
    for (const one of buttons) one.tabIndex = one === to ? 0 : -1;
    to.focus();
    event.preventDefault();
  });

  /** @type {Stretch|null} */
  let at = null;
  let timer = 0;
  /** Scrolls words from behind the bar at the foot, once the author has stopped changing the selection. */
  const uncover = () => {
    clearTimeout(timer);
    timer = Number(setTimeout(() => {
      const rect = at && !bar.hidden && rangeOf(article, at)?.getBoundingClientRect();
      if (!rect) return;
      const covered = Math.min(rect.bottom - bar.getBoundingClientRect().top + 8, rect.top - article.getBoundingClientRect().top - 8);
      if (covered > 0) article.scrollBy({ top: covered, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
    }, SETTLED));
  };
  const place = () => {
    const rect = at && rangeOf(article, at)?.getBoundingClientRect();
    const box = article.getBoundingClientRect();
    if (!at || !rect) return void (bar.hidden = true);
    bar.hidden = false;
    if (matchMedia('(width < 45rem), (pointer: coarse)').matches) {
      bar.dataset.low = '';
      bar.style.insetBlockStart = bar.style.left = '';
      return;
    }
    delete bar.dataset.low;
    const { width, height } = bar.getBoundingClientRect();
    const below = rect.bottom + 8;
    const top = below + height < box.bottom ? below : Math.max(rect.top - height - 8, box.top + 8);
    bar.style.insetBlockStart = `${Math.round(Math.min(top, innerHeight - height - 8))}px`;
    bar.style.left = `${Math.round(Math.min(Math.max(rect.left, box.left + 8), box.right - width - 8))}px`;
    bar.toggleAttribute('data-away', rect.bottom < box.top || rect.top > box.bottom);
  };
  article.addEventListener('scroll', place, { passive: true });
  addEventListener('resize', place);

  return {
    /** Shows the bar beside words, or hides it. @param {Stretch|null} stretch */
    show(stretch) {
      at = stretch;
      place();
      if (bar.dataset.low !== undefined) uncover();
    },
    get shown() {
      return !bar.hidden;
    },
  };
}
