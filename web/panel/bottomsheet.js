// On a phone the panel is a bottom sheet with three heights: collapsed (peek), half
// and full. It is dragged by its head, or raised and lowered by a button.

import { t } from '../language/translate.js';
import { clamp } from '../page/dom.js';

/** @typedef {'peek'|'half'|'full'} Snap */

/** The least speed of a flick to the next height, in CSS pixels per millisecond. */
const FLICK_SPEED = 0.5;
/** The CSS pixels that a pointer moves before it drags. */
const DRAG_THRESHOLD = 6;

/** @type {Snap[]} */
const SNAPS = ['peek', 'half', 'full'];

/**
 * @param {{panel: HTMLElement, head: HTMLElement, raise: HTMLElement}} parts
 */
export function startBottomSheet({ panel, head, raise }) {
  /** @param {Snap} snap */
  const snapTo = (snap) => {
    panel.style.removeProperty('--sheet');
    delete panel.dataset.dragged;
    panel.dataset.snap = snap;
    raise.setAttribute('aria-expanded', String(snap !== 'peek'));
    raise.setAttribute('aria-label', snap === 'peek' ? t('panel.more') : t('panel.less'));
  };
  const snap = () => /** @type {Snap} */ (panel.dataset.snap);
  /** The height before the sheet was raised for a selection, until the reader moves it. @type {Snap|null} */
  let before = null;
  /** @param {Snap} to */
  const move = (to) => {
    before = null;
    snapTo(to);
  };

  raise.addEventListener('click', () => move(snap() === 'peek' ? 'half' : 'peek'));

  /** @type {{pointer: number, y: number, height: number, lastY: number, lastTime: number, speed: number, control: boolean}|null} */
  let drag = null;
  head.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || getComputedStyle(panel).position !== 'absolute') return;
    const control = /** @type {Element} */ (event.target).closest('input, button') !== null;
    if (control && event.pointerType === 'mouse') return; // a touch can drag by these, a mouse uses them
    drag = { pointer: event.pointerId, y: event.clientY, height: panel.offsetHeight, lastY: event.clientY, lastTime: event.timeStamp, speed: 0, control };
  });
  head.addEventListener('pointermove', (event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const rise = drag.y - event.clientY;
    if (panel.dataset.dragged === undefined) {
      if (Math.abs(rise) < DRAG_THRESHOLD) return;
      panel.dataset.dragged = '';
      head.setPointerCapture(event.pointerId);
    }
    drag.speed = (drag.lastY - event.clientY) / Math.max(event.timeStamp - drag.lastTime, 1);
    drag.lastY = event.clientY;
    drag.lastTime = event.timeStamp;
    panel.style.setProperty('--sheet', `${clamp(drag.height + rise, heights().peek, heights().full)}px`);
  });
  const end = (/** @type {PointerEvent} */ event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const { speed, control } = drag;
    drag = null;
    if (panel.dataset.dragged === undefined) {
      if (event.type === 'pointerup' && snap() === 'peek' && !control) move('half');
      return;
    }
    move(nearest(panel.offsetHeight, speed, heights()));
  };
  head.addEventListener('pointerup', end);
  head.addEventListener('pointercancel', end);

  // The sheet collapses if it covers the element that gets the focus.
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || panel.contains(target) || getComputedStyle(panel).position !== 'absolute') return;
    const [above, here] = [panel, target].map((element) => element.getBoundingClientRect());
    if (here.bottom > above.top && here.right > above.left && here.left < above.right && !target.closest('dialog')) move('peek');
  });

  snapTo('peek');
  return {
    /** Raises the sheet to at least a height. @param {Snap} least */
    raise(least) {
      if (SNAPS.indexOf(snap()) >= SNAPS.indexOf(least)) return;
      before ??= snap();
      snapTo(least);
    },
    /** Returns to the height before it was raised. */
    restore() {
      if (before !== null) move(before);
    },
    lower() {
      move('peek');
    },
  };
}

/** The heights in CSS pixels; panel.css has the same. @returns {Record<Snap, number>} */
function heights() {
  const root = document.documentElement;
  const rem = parseFloat(getComputedStyle(root).fontSize);
  const full = innerHeight - 2.5 * rem;
  return { peek: 'framed' in root.dataset ? 56 : 6.5 * rem, half: innerHeight < 24 * rem ? full : innerHeight / 2, full };
}

/**
 * The height that a released sheet snaps to.
 * @param {number} height
 * @param {number} speed  upward, in CSS pixels per millisecond
 * @param {Record<Snap, number>} at
 * @returns {Snap}
 */
export function nearest(height, speed, at) {
  const flicked = SNAPS.filter((snap) => (speed > 0 ? at[snap] > height : at[snap] < height));
  if (Math.abs(speed) > FLICK_SPEED && flicked.length > 0) {
    return speed > 0 ? flicked[0] : flicked[flicked.length - 1];
  }
  return SNAPS.reduce((best, snap) => (Math.abs(at[snap] - height) < Math.abs(at[best] - height) ? snap : best));
}
