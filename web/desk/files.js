// Files: read from drops and pickers, saved in place if the browser supports it
// (Chromium), otherwise downloaded.

/** @import {Kept, Work} from './work.js' */
import { el } from './dom.js';
import { t } from './translate.js';
import { REVIEW } from './work.js';

/** Input of the desk: a network with its files, or an article. @typedef {{kept: Kept, handle: FileSystemFileHandle|null}|{article: File}|{proposals: File}} Given */

/** Where networks are saved, by their ids. @type {Map<string, {directory?: any, file?: any}>} */
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
 * Saves a network; the first time the author chooses where.
 * @param {Work} work
 * @returns {Promise<'saved'|'downloaded'|'left'>}
 */
export async function save(work) {
  const place = places.get(work.id) ?? {};
  try {
    if (place.file) {
      await write(place.file, work.text);
      return 'saved';
    }
    const pick = Reflect.get(globalThis, 'showDirectoryPicker');
    if (typeof pick === 'function') {
      place.directory ??= await pick({ mode: 'readwrite', id: 'proxynet' });
      places.set(work.id, place);
      for (const [name, text] of [...Object.entries(work.files), ...Object.entries(work.articles)]) {
        if (/^[^/\\]+$/.test(name)) await write(await place.directory.getFileHandle(name, { create: true }), text);
      }
      return 'saved';
    }
  } catch (why) {
    if (/** @type {Error} */ (why).name === 'AbortError') return 'left';
    if (/** @type {Error} */ (why).name !== 'SecurityError') throw why; // not allowed in this frame or page: download
  }
  download(work.name, work.text, 'application/yaml');
  return 'downloaded';
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
