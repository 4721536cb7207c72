// Keeps the current view in the links to the page in other languages.

/** @import {Store} from '../state/store.js' */
import { format } from '../state/address.js';

/** @param {HTMLElement} nav @param {Store} store */
export function startSwitch(nav, store) {
  const links = nav.querySelectorAll('a');
  const draw = () => {
    for (const link of links) link.hash = format(store.state);
  };
  store.on('change', draw);
  draw();
}
