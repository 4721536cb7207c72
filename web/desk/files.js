// Files: read from drops and pickers, saved in place if the browser supports it
// (Chromium), otherwise downloaded.

/** @import {Kept, Work} from './work.js' */
import { el } from './dom.js';
import { t } from './translate.js';
import { REVIEW } from './work.js';

/** Input of the desk: a network with its files, or an article. @typedef {{kept: Kept, handle: FileSystemFileHandle|null}|{article: File}|{proposals: File}} Given */

/** Where networks are saved, by their ids, and the texts of the other files there. @type {Map<string, {directory?: any, file?: any, known?: Record<string, string>}>} */
const places = new Map();

const isNetwork = (/** @type {string} */ name) => /\.ya?ml$/i.test(name);
const isTranslation = (/** @type {string} */ name) => /\.[a-z]{2,3}(-[\w-]+)?\.ya?ml$/i.test(name);

/** Bytes of the largest file that is read; the engine has limits of its own. */
const LARGEST = 32 << 20;

/** The bytes of a file. Rejects a file that is too large for the page. @param {File} file */
export async function bytesOf(file) {
  if (file.size > LARGEST) throw new Error(t('desk.too-large', { name: file.name, n: LARGEST >> 20 }));
  return new Uint8Array(await file.arrayBuffer());
}

/** The text of a file, each character as it is, so that it is saved as it was. Rejects what is not UTF-8. @param {File} file */
export async function textOf(file) {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error(t('desk.not-utf8', { name: file.name }));
  }
}

/** A new id. */
export const newWorkId = () => [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Recognizes files that were dropped or chosen together. Null if none of them can be
 * opened.
 * @param {File[]} files
 * @returns {Promise<Given|null>}
 */
export async function take(files) {
  const network = files.find(({ name }) => isNetwork(name) && !isTranslation(name) && name !== REVIEW);
  if (!network) {
    const [file] = files;
    if (!file) return null;
    return /\.jsonl?d?$/i.test(file.name) ? { proposals: file } : { article: file };
  }
  const text = await textOf(network);
  /** @type {Record<string, string>} */
  const beside = { [network.name]: text };
  /** @type {Record<string, string>} */
  const articles = {};
  const named = textsIn(text);
  const others = files.filter((file) => file !== network);
  for (const file of others) {
    if (isNetwork(file.name)) beside[file.name] = await textOf(file);
    else articles[named.find((name) => name.split('/').at(-1) === file.name) ?? file.name] = await textOf(file);
  }
  const [only] = Object.keys(articles);
  if (named.length === 1 && Object.keys(articles).length === 1 && only !== named[0]) {
    articles[named[0]] = articles[only];
    delete articles[only];
  }
  return { kept: newKept(network.name, beside, articles), handle: null };
}

/** @param {string} name @param {Record<string, string>} files @param {Record<string, string>} articles @returns {Kept} */
export const newKept = (name, files, articles) => ({ id: newWorkId(), name, files, articles, steps: { done: [], undone: [] }, title: '', changed: Date.now(), saved: files[name] });

/** The names of texts that a network's file cites. @param {string} text */
export const textsIn = (text) => [...new Set([...text.matchAll(/^[ \t-]*text:[ \t]*["']?([^"'\n#]+?)["']?[ \t]*(?:#.*)?$/gm)].map(([, name]) => name))];

/** Opens the browser's picker. @param {{multiple?: boolean, accept?: string}} [what] @returns {Promise<File[]>} */
export function choose({ multiple = true, accept = '' } = {}) {
  return new Promise((resolve) => {
    const input = el('input', { type: 'file', multiple, accept });
    input.addEventListener('change', () => resolve([...input.files ?? []]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/**
 * Opens a network with the picker that allows saving in place, if there is one.
 * @returns {Promise<Given|null>}
 */
export async function openNetwork() {
  const pick = Reflect.get(globalThis, 'showOpenFilePicker');
  if (typeof pick !== 'function') return take(await choose());
  /** @type {FileSystemFileHandle[]} */
  let handles;
  try {
    handles = await pick({ multiple: true, id: 'proxynet' });
  } catch {
    return null; // nothing was chosen
  }
  const given = await take(await Promise.all(handles.map((handle) => handle.getFile())));
  if (given && 'kept' in given) places.set(given.kept.id, { file: handles.find(({ name }) => name === given.kept.name) });
  return given;
}

/**
 * Saves a network; the first time the author chooses where. What another program has
 * written into a file since then is overwritten only with the author's consent.
 * @param {Work} work
 * @param {(name: string, text: string) => Promise<boolean>} overwrite  asks whether to overwrite a file's text
 * @returns {Promise<string|null>} the text that the network's file has now; null if the author chose no file
 */
export async function save(work, overwrite) {
  const place = places.get(work.id) ?? {};
  const { name, text } = work;
  try {
    if (place.file) return await replace(place.file, text, [work.saved], overwrite);
    const pick = Reflect.get(globalThis, 'showDirectoryPicker');
    if (typeof pick === 'function') {
      place.directory ??= await pick({ mode: 'readwrite', id: 'proxynet' });
      place.known ??= {};
      places.set(work.id, place);
      for (const [other, content] of [...Object.entries(work.files), ...Object.entries(work.articles)]) {
        if (other === name || !/^[^/\\]+$/.test(other)) continue;
        const handle = await place.directory.getFileHandle(other, { create: true });
        place.known[other] = await replace(handle, content, [place.known[other]], overwrite);
      }
      return await replace(await place.directory.getFileHandle(name, { create: true }), text, [work.saved], overwrite);
    }
  } catch (why) {
    if (/** @type {Error} */ (why).name === 'AbortError') return null;
    if (/** @type {Error} */ (why).name !== 'SecurityError') throw why; // not allowed in this frame or page: download
  }
  download(name, text, 'application/yaml');
  return text;
}

/**
 * Writes a text into a file unless the author wants to keep another program's.
 * @param {FileSystemFileHandle} handle
 * @param {string} text
 * @param {(string|undefined)[]} known  texts that were read from the file or written to it
 * @param {(name: string, text: string) => Promise<boolean>} overwrite
 * @returns {Promise<string>} the file's text
 */
async function replace(handle, text, known, overwrite) {
  const now = await textOf(await handle.getFile());
  if (now !== '' && now !== text && !known.includes(now) && !await overwrite(handle.name, now)) return now;
  await write(handle, text);
  return text;
}

/** @param {FileSystemFileHandle} handle @param {string} text */
async function write(handle, text) {
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}

/** Downloads a file. @param {string} name @param {string|Uint8Array<ArrayBuffer>} content @param {string} type */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
