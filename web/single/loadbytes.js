// Replaces desk/loadbytes.js in a page that is one file: the bytes are in an element of
// the page. They stay compressed, since the engine decompresses them.

import { bytesOf } from './load.js';

/** @type {typeof import('../desk/loadbytes.js').loadBytes} */
export async function loadBytes(address) {
  const found = document.getElementById(address.replace(':', '-'));
  if (!found) throw new Error(`the page has no ${address}`);
  return bytesOf(found.textContent ?? '', Number(found.dataset.bytes));
}
