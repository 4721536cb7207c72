// Keeps networks in the browser's own storage (IndexedDB): after each change, so
// that a closed tab loses nothing.

/** @import {Kept} from './work.js' */

const NAME = 'proxynet-desk';
const STORE = 'works';

/** @type {Promise<IDBDatabase>|null} */
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => { opened = null; });
  return opened;
}

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} use @returns {Promise<T>} */
async function within(mode, use) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = use(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    if (mode === 'readwrite') transaction.commit();
  });
}

/** @param {string} id @returns {Promise<Kept|undefined>} */
export const recall = (id) => within('readonly', (store) => store.get(id));

/** All that are kept, the last changed first. @returns {Promise<Kept[]>} */
export async function recallAll() {
  /** @type {Kept[]} */
  const all = await within('readonly', (store) => store.getAll());
  return all.sort((a, b) => b.changed - a.changed);
}

/** @param {string} id */
export const forget = (id) => within('readwrite', (store) => store.delete(id));

/** Keeps a network. @param {Kept} kept */
export const keep = (kept) => within('readwrite', (store) => store.put(kept));

/**
 * Keeps what changes: at once, and while that is being written, what changed last
 * right after it.
 * @param {() => Kept} kept
 * @param {(state: 'keeping'|'kept'|'failed', why?: unknown) => void} tell
 */
export function keeper(kept, tell) {
  let writing = false;
  let changed = false;
  const write = async () => {
    if (writing) return;
    writing = true;
    try {
      while (changed) {
        changed = false;
        await keep(kept());
      }
      tell('kept');
    } catch (why) {
      tell('failed', why);
    } finally {
      writing = false;
    }
  };
  return () => {
    changed = true;
    tell('keeping');
    void write();
  };
}
