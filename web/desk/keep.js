// Keeps networks in the browser's own storage (IndexedDB), each change at once, so
// that a worker, a tab or a browser that ends loses nothing.
//
// A network is stored in parts: its head, and by themselves each text, each step of its history,
// and each form that is being filled in. A keystroke writes the parts that it changed without
// waiting for earlier writes: the browser's main process completes them even if the tab ends.
// Typing is written with relaxed durability, which survives the end of the browser but not of the
// machine (the system writes it to the disk seconds later); once the author pauses, it is written
// to the disk.

/** @import {Step, Steps} from './history.js' */
/** @import {Intake} from './view.js' */
/** @import {Kept} from './work.js' */

/** The list entry of a network, and the order of its steps by their numbers. @typedef {{id: string, name: string, title: string, changed: number, done: number[], undone: number[]}} Head */
/** A part by its key, such as "file network.yaml" or "step 7". @typedef {Map<string, unknown>} Parts */

const NAME = 'proxynet-desk';
const VERSION = 2;
const HEADS = 'heads';
const PARTS = 'parts';

/** Milliseconds after a change before it is written to the disk. */
const PAUSE = 1000;

/** @type {Promise<IDBDatabase>|null} */
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name);
      request.result.createObjectStore(HEADS, { keyPath: 'id' });
      request.result.createObjectStore(PARTS); // by the network's id and the part's key
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => { opened = null; });
  return opened;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(heads: IDBObjectStore, parts: IDBObjectStore) => () => T} use  makes the requests, and returns a function that reads the results
 * @param {IDBTransactionDurability} [durability]
 * @returns {Promise<T>}
 */
async function within(mode, use, durability = 'default') {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([HEADS, PARTS], mode, { durability });
    const read = use(transaction.objectStore(HEADS), transaction.objectStore(PARTS));
    transaction.oncomplete = () => resolve(read());
    transaction.onabort = () => reject(transaction.error);
    transaction.commit(); // one that waits for this tab, busy or asleep, would hold up those of others, and these are lost when their tab ends
  });
}

/** The keys of all parts of a network. @param {string} id */
const partsOfId = (id) => IDBKeyRange.bound([id], [id, []]);

/** @param {string} id @returns {Promise<Kept|undefined>} */
export const recall = (id) => within('readonly', (heads, parts) => {
  const [head, keys, values] = [heads.get(id), parts.getAllKeys(partsOfId(id)), parts.getAll(partsOfId(id))];
  return () => (head.result ? assemble(head.result, new Map(keys.result.map((key, i) => [/** @type {string[]} */ (key)[1], values.result[i]]))) : undefined);
});

/** The time of a network's last change; 0 if it isn't kept. @param {string} id @returns {Promise<number>} */
export const changedAt = (id) => within('readonly', (heads) => {
  const head = heads.get(id);
  return () => head.result?.changed ?? 0;
});

/** All networks that are kept, the last changed first. @returns {Promise<Head[]>} */
export const recallAll = () => within('readonly', (heads) => {
  const all = heads.getAll();
  return () => /** @type {Head[]} */ (all.result).sort((a, b) => b.changed - a.changed);
});

/** Where the text is kept that is being pasted or typed on the first screen; no network has this id. */
const PASTE = ['', 'paste'];

/** Keeps the text of the first screen; "" is none. @param {string} text @returns {Promise<void>} */
export const keepPaste = (text) => within('readwrite', (_, parts) => {
  if (text === '') parts.delete(PASTE);
  else parts.put(text, PASTE);
  return () => {};
}, 'relaxed');

/** The text of the first screen, as it was kept. @returns {Promise<string>} */
export const recallPaste = () => within('readonly', (_, parts) => {
  const text = parts.get(PASTE);
  return () => text.result ?? '';
});

/** @param {string} id @returns {Promise<void>} */
export const forget = (id) => within('readwrite', (heads, parts) => {
  heads.delete(id);
  parts.delete(partsOfId(id));
  return () => {};
}, 'strict');

/**
 * Keeps each change of a network at once.
 * @param {() => Kept} kept
 * @param {(state: 'keeping'|'kept'|'failed', why?: unknown) => void} onState
 * @returns {{keep: () => void, stop: () => void}} keep is called after each change; after stop nothing is written any more
 */
export function keeper(kept, onState) {
  /** @type {Parts|null} what is stored; null if unknown */
  let stored = null;
  let writing = 0;
  let last = 0;
  let timer = 0;

  /** @param {IDBTransactionDurability} durability */
  const write = async (durability) => {
    const now = kept();
    const parts = partsOf(now);
    const before = stored;
    stored = parts;
    last = Math.max(now.changed, last + 1); // unique, for tabs that follow
    const head = headOf({ ...now, changed: last });
    writing++;
    try {
      await within('readwrite', (heads, all) => {
        if (!before) all.delete(partsOfId(now.id));
        else for (const key of before.keys()) if (!parts.has(key)) all.delete([now.id, key]);
        for (const [key, part] of parts) if (before?.get(key) !== part) all.put(part, [now.id, key]);
        heads.put(head);
        return () => {};
      }, durability);
      writing--;
      if (writing === 0) onState('kept');
    } catch (why) {
      writing--;
      stored = null;
      onState('failed', why);
    }
  };
  addEventListener('visibilitychange', () => { if (document.hidden && timer !== 0) flush(); });
  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    void write('strict');
  };
  const keep = () => {
    onState('keeping');
    void write('relaxed');
    clearTimeout(timer);
    timer = Number(setTimeout(flush, PAUSE));
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
  };
  return { keep, stop };
}

/** @param {Kept} kept @returns {Head} */
function headOf({ id, name, title, changed, steps: { done, undone } }) {
  const numbers = (/** @type {Step[]} */ steps) => steps.map(({ n }) => n);
  return { id, name, title, changed, done: numbers(done), undone: numbers(undone) };
}

/** @param {Kept} kept @returns {Parts} */
function partsOf({ files, articles, saved, behind = {}, intake, drafts = {}, steps: { done, undone } }) {
  /** @type {Parts} */
  const parts = new Map(Object.entries({ saved, ...(intake && { intake }) }));
  for (const [name, text] of Object.entries(files)) parts.set(`file ${name}`, text);
  for (const [name, text] of Object.entries(articles)) parts.set(`article ${name}`, text);
  for (const [name, text] of Object.entries(behind)) parts.set(`behind ${name}`, text);
  for (const [place, draft] of Object.entries(drafts)) parts.set(`draft ${place}`, draft);
  for (const step of [...done, ...undone]) parts.set(`step ${step.n}`, step);
  return parts;
}

/** @param {Head} head @param {Parts} parts @returns {Kept} */
function assemble({ id, name, title, changed, done, undone }, parts) {
  /** @param {string} kind @returns {Record<string, any>} */
  const all = (kind) => Object.fromEntries([...parts].filter(([key]) => key.startsWith(`${kind} `)).map(([key, part]) => [key.slice(kind.length + 1), part]));
  const stepsOf = (/** @type {number[]} */ numbers) => numbers.map((n) => /** @type {Step} */ (parts.get(`step ${n}`)));
  /** @type {Steps} */
  const steps = { done: stepsOf(done), undone: stepsOf(undone) };
  return {
    id, name, title, changed, steps, files: all('file'), articles: all('article'), behind: all('behind'), drafts: all('draft'),
    saved: /** @type {string|undefined} */ (parts.get('saved')), intake: /** @type {Intake|undefined} */ (parts.get('intake')),
  };
}
