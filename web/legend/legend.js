// Makes the rows of the legend buttons that hide and show what they describe.

/** @import {Store} from '../state/store.js' */

/**
 * Starts the legend.
 * @param {HTMLElement} legend
 * @param {Store} store
 */
export function startLegend(legend, store) {
  /** How many of the tokens are hidden. @param {string[]} what @returns {'all'|'some'|'none'} */
  const hidden = (what) => {
    const n = what.filter((token) => store.state.hide.includes(token)).length;
    return n === 0 ? 'none' : n === what.length ? 'all' : 'some';
  };

  const rows = [.../** @type {NodeListOf<HTMLElement>} */ (legend.querySelectorAll('li[data-hides]'))].map((row) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...[...row.childNodes].filter((node) => !(node instanceof HTMLDetailsElement)));
    row.prepend(button);
    const what = tokensOf(row);
    button.addEventListener('click', () => store.dispatch({ type: hidden(what) === 'all' ? 'show' : 'hide', what }));
    return { button, what };
  });

  const switches = /** @type {HTMLElement[]} */ ([...legend.querySelectorAll('#own-voice, #several')]);
  for (const one of switches) one.addEventListener('click', () => store.dispatch({ type: hidden(tokensOf(one)) === 'all' ? 'show' : 'hide', what: tokensOf(one) }));

  const pressed = { all: 'false', some: 'mixed', none: 'true' };
  const draw = () => {
    for (const { button, what } of rows) button.setAttribute('aria-pressed', pressed[hidden(what)]);
    for (const one of switches) one.setAttribute('aria-pressed', String(hidden(tokensOf(one)) === 'all'));
  };
  store.on('change', draw);
  draw();
}

/** The tokens that a row hides. @param {HTMLElement} row */
const tokensOf = (row) => (row.dataset.hides ?? '').split(' ');

/** All tokens that can be hidden. @param {HTMLElement} legend */
export function tokens(legend) {
  return new Set((legend.dataset.tokens ?? '').split(' '));
}
