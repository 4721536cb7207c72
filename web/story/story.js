// The story: next and previous step, by buttons, keys, swipes and links. The store
// sets what a step shows; see its action "step".

/** @import {State} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
import { t } from '../language/translate.js';
import { isPlainClick, isUnmodified } from '../page/dom.js';
import { focusWithin } from '../page/scroll.js';
import { initialState } from '../state/store.js';

/** The least horizontal distance of a swipe in CSS pixels, and its least ratio to the vertical distance. */
const SWIPE_DISTANCE = 48;
const SWIPE_RATIO = 2;

/**
 * The fields of the state that each step sets, in the order of the story.
 * @param {HTMLElement} evidence
 * @returns {Map<string, Partial<State>>}
 */
export function steps(evidence) {
  const entries = /** @type {NodeListOf<HTMLElement>} */ (evidence.querySelectorAll('.entry.step'));
  return new Map([...entries].map(({ dataset }) => [dataset.id ?? '', JSON.parse(dataset.state ?? '{}')]));
}

/**
 * Starts the story.
 * @param {{panel: HTMLElement, store: Store}} parts
 */
export function startStory({ panel, store }) {
  const bar = panel.querySelector('#story');
  const order = [...store.known.steps.keys()];
  if (!(bar instanceof HTMLElement) || order.length === 0) return;
  const detail = /** @type {HTMLElement} */ (panel.querySelector('#detail'));
  const [previous, next, leave] = ['previous', 'next', 'leave'].map((id) => /** @type {HTMLButtonElement} */ (panel.querySelector(`#story-${id}`)));
  const at = /** @type {HTMLElement} */ (panel.querySelector('#story-at'));
  const begin = /** @type {HTMLElement} */ (panel.querySelector('#story-begin'));
  /** The state before the story. */
  let before = initialState;

  const index = () => (store.state.step === null ? -1 : order.indexOf(store.state.step));
  /** @param {number} to */
  const go = (to) => {
    if (to >= 0 && to < order.length) store.dispatch({ type: 'step', id: order[to] });
  };
  const draw = () => {
    const here = index();
    bar.hidden = here < 0;
    panel.toggleAttribute('data-story', here >= 0);
    if (here < 0) return;
    at.textContent = t('story.at', { at: here + 1, n: order.length });
    previous.disabled = here === 0;
    next.disabled = here === order.length - 1;
  };

  store.on('change', ({ step }, was) => {
    if (step === was.step) return;
    if (was.step === null) before = was;
    draw();
  });
  draw();

  previous.addEventListener('click', () => go(index() - 1));
  next.addEventListener('click', () => go(index() + 1));
  for (const button of [begin, panel.querySelector('#story-open')]) {
    button?.addEventListener('click', () => {
      go(0);
      focusWithin(next);
    });
  }
  leave.addEventListener('click', () => {
    store.dispatch({ type: 'replace', state: { ...before, hover: null, step: null } });
    begin.focus({ preventScroll: true });
  });
  document.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('[data-step]');
    const id = link?.getAttribute('data-step') ?? '';
    if (!store.known.steps.has(id) || !isPlainClick(event)) return;
    event.preventDefault();
    go(order.indexOf(id));
    focusWithin(next);
  });

  addEventListener('keydown', (event) => {
    const { step, select } = store.state;
    if (step === null || select !== null || !isUnmodified(event)) return;
    if (document.querySelector('dialog[open]') || usesArrows(event.target)) return;
    const ahead = getComputedStyle(panel).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = ahead === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const way = new Map([[ahead, 1], [back, -1], ['PageDown', 1], ['PageUp', -1]]).get(event.key);
    if (way === undefined || (event.key.startsWith('Page') && canScroll(detail, way))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    go(index() + way);
  }, true);

  /** @type {{id: number, x: number, y: number}|null} */
  let finger = null;
  detail.addEventListener('pointerdown', (event) => {
    finger = event.pointerType === 'touch' && event.isPrimary && store.state.step !== null && store.state.select === null
      ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
  });
  detail.addEventListener('pointerup', (event) => {
    if (finger?.id !== event.pointerId) return;
    const [x, y] = [event.clientX - finger.x, event.clientY - finger.y];
    finger = null;
    if (Math.abs(x) < SWIPE_DISTANCE || Math.abs(x) < SWIPE_RATIO * Math.abs(y)) return;
    const ahead = getComputedStyle(panel).direction === 'rtl' ? x > 0 : x < 0;
    go(index() + (ahead ? 1 : -1));
  });
  detail.addEventListener('pointercancel', () => { finger = null; });
}

/** Reports whether an element handles arrow and page keys itself. @param {EventTarget|null} target */
function usesArrows(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="listbox"], [role="toolbar"] *'));
}

/** Reports whether a box with the focus can scroll further. @param {HTMLElement} box @param {number} way  1 for down, -1 for up */
function canScroll(box, way) {
  if (!box.contains(document.activeElement)) return false;
  return way > 0 ? box.scrollTop + box.clientHeight < box.scrollHeight - 1 : box.scrollTop > 0;
}
