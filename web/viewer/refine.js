// A large network that came as a draft is laid out in the page, beside its use: in
// a Worker or, where there is none as in sandboxed frames, a little at a time.

/** @import {Draft} from './layout.js' */

/** Most nodes of a network that is laid out without a Worker: beyond, one tick takes longer than a frame. */
const MOST_IN_PAGE = 20_000;
const SLICE = 8; // milliseconds; a frame of 16 has to hold the drawing too
const EVERY = 400; // milliseconds between pictures, without a Worker

/**
 * @param {object} options
 * @param {Draft} options.draft
 * @param {string} options.wasm  address of the layout's program
 * @param {(places: Uint8Array, share: number) => Promise<void>} options.show  how much is done, 0 to 1
 * @param {AbortSignal} options.signal
 */
export async function refine({ draft, wasm, show, signal }) {
  const worker = startWorker();
  if (worker) return inWorker(worker, { draft, wasm, show, signal });
  if (draft.nodes > MOST_IN_PAGE) return; // the draft shows how the network hangs together
  const { layOut, startLayout } = await import('./layout.js');
  await layOut(await startLayout(wasm, draft), draft.nodes, { slice: SLICE, every: EVERY }, show, signal);
}

/** A Worker, or null where the page may have none. */
function startWorker() {
  try {
    return new Worker(new URL('./layoutworker.js', import.meta.url), { type: 'module' });
  } catch {
    return null; // an opaque origin has no files of its own
  }
}

/**
 * @param {Worker} worker
 * @param {Parameters<typeof refine>[0]} options
 */
function inWorker(worker, { draft, wasm, show, signal }) {
  return /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve());
    worker.addEventListener('error', () => reject(new Error('the layout’s Worker failed')));
    worker.addEventListener('message', async ({ data }) => {
      if (data.fault) return reject(new Error(data.fault));
      await show(data.places, data.share);
      worker.postMessage('next');
      if (data.share === 1) resolve();
    });
    worker.postMessage({ wasm, draft });
  })).finally(() => worker.terminate());
}
