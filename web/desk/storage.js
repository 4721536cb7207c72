// The file behind the page, if there is one: `proxynet edit` serves the page with
// the network's file. A page from elsewhere has none.

/** @typedef {{name: string, text: string, version: string, articles: Record<string, string>, files: Record<string, string>, review: string}} Stored */

/** Whether the page was opened by `proxynet edit`. */
export const isServed = () => Boolean(document.querySelector('meta[name="proxynet-edit"]')?.getAttribute('content'));

/** The network's file and those beside it; null if there is none. @returns {Promise<Stored|null>} */
export async function load() {
  return null;
}

/**
 * Saves the network's file, unless it was changed since that version.
 * @param {string} text
 * @param {string} version
 * @returns {Promise<{version: string}|{conflict: Stored}>}
 */
export async function save(text, version) {
  throw new Error(`there is no file to save ${text.length} characters of version ${version} in`);
}

/** Saves review.yaml beside the network. @param {string} text */
export async function saveReview(text) {
  throw new Error(`there is no file to save ${text.length} characters in`);
}

/** Calls the listener when the file was changed outside. @param {(stored: Stored) => void} listener */
export function changed(listener) {
  void listener;
}
