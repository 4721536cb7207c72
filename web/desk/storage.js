// The files behind the page, if any: `proxynet edit` serves the page with the network's
// files and saves them in place. Other pages have none.

import { t } from './translate.js';

/**
 * The server's files. Texts are keyed by file name.
 * @typedef {object} Stored
 * @property {string} id        of the network's file on this machine
 * @property {string} name      of that file
 * @property {string} text      of it
 * @property {string} version   of that text
 * @property {Record<string, string>} articles
 * @property {Record<string, string>} files     translations
 * @property {string} review    text of review.yaml, "" for none
 * @property {Record<string, string>} versions  of all files that can be saved; "" if a file doesn't exist
 */

const token = document.querySelector('meta[name="proxynet-edit"]')?.getAttribute('content') ?? '';

/** Whether the page was opened by `proxynet edit`. */
export const isServed = () => token !== '';

/** @param {string} path */
const at = (path) => new URL(`edit/${path}`, document.baseURI);

/** Sends a request to the server of `proxynet edit`. @param {string} path @param {RequestInit} options */
const ask = (path, options) => fetch(at(path), options).catch(() => { throw new Error(t('desk.no-server')); });

/** @param {Response} answer */
async function checked(answer) {
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** The network's file and those beside it; null if the page has no files. @returns {Promise<Stored|null>} */
export const load = async () => (isServed() ? checked(await ask('state', { cache: 'no-store' })) : null);

/** @param {string} path @param {string} text @param {Record<string, string>} [headers] */
const put = (path, text, headers = {}) => ask(path, { method: 'PUT', body: text, headers: { ...headers, 'Proxynet-Token': token } });

/**
 * Saves the text of a file that was made of a version ("" if there was no file). If
 * the file was changed meanwhile in other lines, the answer has the text with both
 * changes; if in the same, nothing is saved, and the answer has what the files hold.
 * @param {string} text
 * @param {string} version
 * @param {string} name  of the file
 * @returns {Promise<{version: string, text?: string}|{conflict: Stored}>}
 */
export async function save(text, version, name) {
  const answer = await put(`file/${encodeURIComponent(name)}`, text, { 'If-Match': `"${version}"` });
  return answer.status === 409 ? { conflict: await answer.json() } : checked(answer);
}

/** Sends the server the base version of a text, for merging, and returns its version. @param {string} text @returns {Promise<string>} */
export const remember = async (text) => (await checked(await put('base', text))).version;

/**
 * Calls the listener with the files whenever one of them changes, and failed with the
 * reason when they can't be read any more.
 * @param {(stored: Stored) => void} listener
 * @param {(why: string) => void} failed
 */
export function changed(listener, failed) {
  const events = new EventSource(at('events'));
  let last = '';
  events.addEventListener('message', async ({ data }) => {
    if (data === last) return;
    last = data;
    await load().then((stored) => stored && listener(stored), ({ message }) => failed(message));
  });
  events.addEventListener('error', () => {
    last = ''; // the browser connects again
    failed(t('desk.no-server'));
  });
  addEventListener('pagehide', () => events.close());
}
