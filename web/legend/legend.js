// Makes the legend's rows buttons that hide and show what they stand for.

/** @import {Store} from '../state/store.js' */

/**
 * @param {HTMLElement} legend
 * @param {Store} store
 */
export function startLegend(legend, store) {
  const rows = [...legend.querySelectorAll('li')].map((row) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...row.childNodes);
    row.append(button);
    const what = (row.dataset.hides ?? '').split(' ');
    button.addEventListener('click', () => store.dispatch({ type: hidden(what) ? 'show' : 'hide', what }));
    return { button, what };
  });

  /** @param {string[]} what */
  const hidden = (what) => what.every((token) => store.state.hide.includes(token));

  const draw = () => {
    for (const { button, what } of rows) button.setAttribute('aria-pressed', String(!hidden(what)));
  };
  store.on('change', draw);
  draw();
}

/** Every token that can be hidden. @param {HTMLElement} legend */
export function tokens(legend) {
  return new Set((legend.dataset.tokens ?? '').split(' '));
}
