// Pans and zooms the graph without a drag: by buttons and keys.

/** @import {Store} from '../state/store.js' */
import { means } from '../keys/means.js';
import { focusWithin } from '../page/scroll.js';

/** The CSS pixels that a key pans by, and the factor that it zooms by. */
const PAN = 60;
const ZOOM = 1.25;

/** The keys, with the arguments of panZoom. @type {Record<string, [number, number, number]>} */
const KEYS = {
  ArrowLeft: [-PAN, 0, 1], ArrowRight: [PAN, 0, 1], ArrowUp: [0, -PAN, 1], ArrowDown: [0, PAN, 1],
  '+': [0, 0, ZOOM], '-': [0, 0, 1 / ZOOM],
};

/** @typedef {(x: number, y: number, factor: number) => void} PanZoom  pans by CSS pixels, and zooms by a factor */

/**
 * Starts the buttons and keys.
 * @param {Document} document  with groups of buttons, of which CSS shows one or two
 * @param {Store} store
 * @param {PanZoom} panZoom
 * @returns {(event: KeyboardEvent) => boolean} handles a key; reports whether it did
 */
export function startZoomControls(document, store, panZoom) {
  const groups = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.moves, .zoom'));
  for (const group of groups) {
    group.addEventListener('click', (event) => {
      const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('button'));
      const { move, zoom } = button?.dataset ?? {};
      const [x, y] = (move ?? '0 0').split(' ').map(Number);
      if (move || zoom) panZoom(x, y, Number(zoom ?? 1));
      else if (button?.matches('.fit')) store.dispatch({ type: 'fit' });
    });
  }
  const draw = () => {
    const moved = store.state.view !== null;
    if (!moved && document.activeElement?.matches('.pan, .fit')) { // the focused button disappears
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
    else if (key && (key[2] !== 1 || event.target === document.body || /** @type {Element} */ (event.target).closest('.moves, .zoom'))) panZoom(...key);
    else return false;
    return true;
  };
}
