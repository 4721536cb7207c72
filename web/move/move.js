// Moves the picture without a drag: by buttons and by keys.

/** @import {Store} from '../state/store.js' */

/** CSS pixels that a key moves the picture by, and what it nears it by. */
const STEP = 60;
const NEARER = 1.25;

/** What a key does: how far what is seen moves, and how much nearer it comes. @type {Record<string, [number, number, number]>} */
const KEYS = {
  'ArrowLeft': [-STEP, 0, 1], 'ArrowRight': [STEP, 0, 1], 'ArrowUp': [0, -STEP, 1], 'ArrowDown': [0, STEP, 1],
  '+': [0, 0, NEARER], '=': [0, 0, NEARER], '-': [0, 0, 1 / NEARER],
};

/** @typedef {(x: number, y: number, factor: number) => void} Nudge  moves what is seen by CSS pixels, and nears it */

/**
 * @param {HTMLElement} group
 * @param {Store} store
 * @param {Nudge} nudge
 * @returns {(event: KeyboardEvent) => boolean} does what a key asks for; says whether it asks for anything
 */
export function startMoves(group, store, nudge) {
  group.addEventListener('click', (event) => {
    const { move, zoom } = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('button'))?.dataset ?? {};
    const [x, y] = (move ?? '0 0').split(' ').map(Number);
    if (move || zoom) nudge(x, y, Number(zoom ?? 1));
  });
  const fit = /** @type {HTMLElement} */ (group.querySelector('#fit'));
  fit.addEventListener('click', () => store.dispatch({ type: 'fit' }));
  const draw = () => {
    const moved = store.state.view !== null;
    if (!moved && group.contains(document.activeElement) && document.activeElement?.matches('.pan, #fit')) {
      /** @type {HTMLElement} */ (group.querySelector('[data-zoom]')).focus(); // what had the focus goes
    }
    group.toggleAttribute('data-moved', moved);
    fit.hidden = !moved;
  };
  store.on('change', draw);
  draw();

  return (event) => {
    const key = KEYS[event.key];
    if (event.key === '0') store.dispatch({ type: 'fit' });
    else if (key && (key[2] !== 1 || event.target === document.body || group.contains(/** @type {Node} */ (event.target)))) nudge(...key);
    else return false;
    return true;
  };
}
