// Replaces ask/startworker.js in a page that is one file, which has no worker script.

/** @type {typeof import('../ask/startworker.js').startWorker} */
export const startWorker = () => null;
