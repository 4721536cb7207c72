// The layout in a worker. It receives the program's address and the draft, and sends
// positions. It waits for an answer before it sends the next ones.

import { layOut, startLayout } from './layout.js';

/** @import {Draft} from './layout.js' */

const SLICE = 50; // milliseconds between two looks at the messages
const EVERY = 200; // milliseconds

/** @type {() => void} */
let answered = () => {};

addEventListener('message', ({ data }) => {
  if (data === 'next') answered();
  else begin(data).catch((why) => postMessage({ error: String(why) }));
});

/** @param {{wasm: string, draft: Draft}} given */
async function begin({ wasm, draft }) {
  const program = await startLayout(wasm, draft);
  await layOut(program, draft.nodes, { slice: SLICE, every: EVERY }, (places, share) => {
    postMessage({ places, share }, { transfer: [places.buffer] });
    return new Promise((resolve) => {
      answered = () => resolve(undefined);
    });
  });
}
