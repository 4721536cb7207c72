// Makes the legend's rows buttons that hide and show what they stand for, and
// tells which are hidden.

/** @import {Store} from '../state/store.js' */

/**
 * @param {HTMLElement} legend
 * @param {Store} store
 */
export function startLegend(legend, store) {
  /** How much of it is hidden. @param {string[]} what @returns {'all'|'some'|'none'} */
  const hidden = (what) => {
    const n = what.filter((token) => store.state.hide.includes(token)).length;
    return n === 0 ? 'none' : n === what.length ? 'all' : 'some';
  };

  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (legend.querySelectorAll('li[data-hides]'))].map((row) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...[...row.childNodes].filter((node) => !(node instanceof HTMLDetailsElement)));
    row.prepend(button);
    const what = words(row);
    button.addEventListener('click', () => store.dispatch({ type: hidden(what) === 'all' ? 'show' : 'hide', what }));
    return { button, what };
  });

  const switches = /** @type {HTMLElement[]} */ ([...legend.querySelectorAll('#own-voice, #several')]);
  for (const one of switches) one.addEventListener('click', () => store.dispatch({ type: hidden(words(one)) === 'all' ? 'show' : 'hide', what: words(one) }));

  const pressed = { all: 'false', some: 'mixed', none: 'true' };
  const draw = () => {
    for (const { button, what } of rows) button.setAttribute('aria-pressed', pressed[hidden(what)]);
    for (const one of switches) one.setAttribute('aria-pressed', String(hidden(words(one)) === 'all'));
  };
  store.on('change', draw);
  draw();
}

/** The tokens that hide what a row stands for. @param {HTMLElement} row */
const words = (row) => (row.dataset.hides ?? '').split(' ');

/** Every token that can be hidden. @param {HTMLElement} legend */
export function tokens(legend) {
  return new Set((legend.dataset.tokens ?? '').split(' '));
}
