// Moves the picture without a drag: by buttons and by keys.

/** @import {Store} from '../state/store.js' */
import { means } from '../keys/means.js';
import { focusWithin } from '../page/scroll.js';

/** CSS pixels that a key moves the picture by, and what it nears it by. */
const STEP = 60;
const NEARER = 1.25;

/** What a key does: how far what is seen moves, and how much nearer it comes. @type {Record<string, [number, number, number]>} */
const KEYS = {
  ArrowLeft: [-STEP, 0, 1], ArrowRight: [STEP, 0, 1], ArrowUp: [0, -STEP, 1], ArrowDown: [0, STEP, 1],
  '+': [0, 0, NEARER], '-': [0, 0, 1 / NEARER],
};

/** @typedef {(x: number, y: number, factor: number) => void} Nudge  moves what is seen by CSS pixels, and nears it */

/**
 * @param {Document} document  in which the buttons stand in groups, of which the page's shape shows one or two
 * @param {Store} store
 * @param {Nudge} nudge
 * @returns {(event: KeyboardEvent) => boolean} does what a key asks for; says whether it asks for anything
 */
export function startZoomControls(document, store, nudge) {
  const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.moves, .zoom'));
  for (const group of groups) {
    group.addEventListener('click', (event) => {
      const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('button'));
      const { move, zoom } = button?.dataset ?? {};
      const [x, y] = (move ?? '0 0').split(' ').map(Number);
      if (move || zoom) nudge(x, y, Number(zoom ?? 1));
      else if (button?.matches('.fit')) store.dispatch({ type: 'fit' });
    });
  }
  const draw = () => {
    const moved = store.state.view !== null;
    if (!moved && document.activeElement?.matches('.pan, .fit')) { // what has the focus goes
      const zooms = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-zoom]')]);
      focusWithin(zooms.find((button) => button.checkVisibility()));
    }
    for (const group of groups) {
      group.toggleAttribute('data-moved', moved);
      /** @type {HTMLElement} */ (group.querySelector('.fit')).hidden = !moved;
    }
  };
  store.on('change', draw);
  draw();

  return (event) => {
    const name = ['+', '-'].find((sign) => means(event, sign)) ?? event.key;
    const key = Object.hasOwn(KEYS, name) ? KEYS[name] : null;
    if (means(event, '0')) store.dispatch({ type: 'fit' });
    else if (key && (key[2] !== 1 || event.target === document.body || /** @type {Element} */ (event.target).closest('.moves, .zoom'))) nudge(...key);
    else return false;
    return true;
  };
}
