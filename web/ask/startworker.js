// Starts the worker that answers questions of a large network.

/** A worker, or null if the page may not start one. */
export function startWorker() {
  try {
    return new Worker(new URL('./questionworker.js', import.meta.url), { type: 'module' });
  } catch {
    return null; // an opaque origin may load no worker script
  }
}
