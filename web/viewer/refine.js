// Lays out a large network that came as a draft while the page is in use: in a
// worker or, if there is none, as in a sandboxed frame, in small slices.

/** @import {Draft} from './layout.js' */

/** The most nodes laid out without a worker: with more, one tick takes longer than a frame. */
const MAX_NODES_IN_PAGE = 20_000;
const SLICE = 8; // milliseconds; drawing must fit into the same 16 ms frame
const EVERY = 400; // milliseconds between redraws, without a worker

/**
 * @param {object} options
 * @param {Draft} options.draft
 * @param {string} options.wasm  address of the layout program
 * @param {(places: Uint8Array, share: number) => Promise<void>} options.show  draws the positions; share is what is done, 0 to 1
 * @param {AbortSignal} options.signal
 */
export async function refine({ draft, wasm, show, signal }) {
  const worker = startWorker();
  if (worker) return inWorker(worker, { draft, wasm, show, signal });
  if (draft.nodes > MAX_NODES_IN_PAGE) return; // the draft is good enough
  const { layOut, startLayout } = await import('./layout.js');
  await layOut(await startLayout(wasm, draft), draft.nodes, { slice: SLICE, every: EVERY }, show, signal);
}

/** A worker, or null if the page may not start one. */
function startWorker() {
  try {
    return new Worker(new URL('./layoutworker.js', import.meta.url), { type: 'module' });
  } catch {
    return null; // an opaque origin may load no worker script
  }
}

/**
 * @param {Worker} worker
 * @param {Parameters<typeof refine>[0]} options
 */
function inWorker(worker, { draft, wasm, show, signal }) {
  return /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve());
    worker.addEventListener('error', () => reject(new Error('the layout worker failed')));
    worker.addEventListener('message', async ({ data }) => {
      if (data.error) return reject(new Error(data.error));
      await show(data.places, data.share);
      worker.postMessage('next');
      if (data.share === 1) resolve();
    });
    worker.postMessage({ wasm, draft });
  })).finally(() => worker.terminate());
}
