// The files behind the page, if there are any: `proxynet edit` serves the page with
// the network's files and saves them in place. A page from elsewhere has none.

/**
 * The files as the server has them. Texts are by the names of their files.
 * @typedef {object} Stored
 * @property {string} name      of the network's file
 * @property {string} text      of it
 * @property {string} version   of that text
 * @property {Record<string, string>} articles
 * @property {Record<string, string>} files     translations
 * @property {string} review    text of review.yaml, "" for none
 * @property {Record<string, string>} versions  of all files that can be saved; "" for one that is not there
 */

const token = document.querySelector('meta[name="proxynet-edit"]')?.getAttribute('content') ?? '';

/** Whether the page was opened by `proxynet edit`. */
export const isServed = () => token !== '';

/** The version that the server has of each file. @type {Record<string, string>} */
const versions = {};

/** @param {string} path */
const at = (path) => new URL(`edit/${path}`, document.baseURI);

/** The network's file and those beside it; null if there is none. @returns {Promise<Stored|null>} */
export async function load() {
  if (!isServed()) return null;
  const answer = await fetch(at('state'), { cache: 'no-store' });
  if (!answer.ok) throw new Error(await answer.text());
  return noted(await answer.json());
}

/** The name of the network's file. */
let own = '';

/** Notes which versions the server has. @param {Stored} stored */
function noted(stored) {
  own = stored.name;
  Object.assign(versions, stored.versions);
  return stored;
}

/**
 * Saves the text of a file that was made of the version that was loaded or saved
 * last, or of the given one. If the file was changed meanwhile in other lines, the
 * answer has the text in which both changes are made; if in the same, nothing is
 * saved, and the answer has what the files hold.
 * @param {string} text
 * @param {string} version
 * @param {string} [name]  of the file; without it, the network's
 * @returns {Promise<{version: string, text?: string}|{conflict: Stored}>}
 */
export async function save(text, version, name) {
  const answer = await fetch(at(`file/${encodeURIComponent(name ?? own)}`), {
    method: 'PUT', body: text, headers: { 'If-Match': `"${version}"`, 'Proxynet-Token': token },
  });
  if (answer.status === 409) return { conflict: await answer.json() };
  if (!answer.ok) throw new Error(await answer.text());
  const saved = await answer.json();
  versions[name ?? own] = saved.version;
  return saved;
}

/**
 * Saves a file beside the network, such as review.yaml, from the version that was
 * loaded or saved last.
 * @param {string} name
 * @param {string} text
 */
export const saveFile = (name, text) => save(text, versions[name] ?? '', name);

/** Saves review.yaml beside the network. @param {string} text */
export const saveReview = (text) => saveFile('review.yaml', text);

/** Calls the listener with the files whenever one was changed outside of this page. @param {(stored: Stored) => void} listener */
export function changed(listener) {
  if (!isServed()) return;
  let articles = '';
  const events = new EventSource(at('events'));
  events.addEventListener('message', async ({ data }) => {
    const news = JSON.parse(data);
    const isFirst = articles === '';
    const isNew = !isFirst && news.articles !== articles || Object.entries(news.versions ?? {}).some(([name, version]) => versions[name] !== version);
    articles = news.articles ?? articles;
    if (!isNew) return;
    const answer = await fetch(at('state'), { cache: 'no-store' }).catch(() => null);
    if (answer?.ok) listener(await answer.json());
  });
  addEventListener('pagehide', () => events.close());
}
