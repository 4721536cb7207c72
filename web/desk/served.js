// Syncs the desk with the files that `proxynet edit` serves: each change is saved at
// once, and changes by other programs are loaded. The server merges changes of
// different lines; if both changed the same lines, the author chooses, and can undo the
// choice.

/** @import {Stored} from './storage.js' */
/** @import {Kept, Work} from './work.js' */
import * as storage from './storage.js';
import { t } from './translate.js';
import { REVIEW } from './work.js';

/**
 * The server's files.
 * @typedef {object} Behind
 * @property {Record<string, string>} texts     by name, as they were last seen
 * @property {Record<string, string>} versions  of these texts
 * @property {boolean} gone  whether the network's file doesn't exist any more
 */

/** Milliseconds after a change before it is saved. */
const PAUSE = 300;

/** @param {Stored} stored @returns {Record<string, string>} */
const textsOf = ({ name, text, files, review }) => ({ ...files, [name]: text, ...(review !== '' && { [REVIEW]: review }) });

/**
 * The work to open: the files, with the changes in this browser that aren't saved yet.
 * @param {(id: string) => Promise<Kept|undefined>} recall
 * @returns {Promise<{kept: Kept, behind: Behind}|null>}
 */
export async function openServed(recall) {
  const stored = await storage.load();
  if (!stored) return null;
  const { id, name, articles } = stored;
  const own = await recall(id).catch(() => undefined);
  const gone = stored.versions[name] === '';
  const behind = { texts: textsOf(stored), versions: { ...stored.versions }, gone };
  /** @type {Kept} */
  const kept = { id, name, files: { ...behind.texts }, articles, steps: { done: [], undone: [] }, drafts: own?.drafts, title: own?.title ?? '', changed: own?.changed ?? 0, saved: stored.text };
  if (!own) return { kept, behind };
  if (gone) Object.assign(kept, { articles: own.articles, steps: own.steps });
  if (own.files[name] === stored.text) kept.steps = own.steps;
  for (const [file, mine] of Object.entries(own.files)) {
    const base = own.behind?.[file] ?? '';
    if (mine === (behind.texts[file] ?? '') || mine === base && !gone) continue;
    kept.files[file] = mine; // it isn't saved yet
    kept.steps = own.steps;
    behind.texts[file] = gone && file !== name ? '' : base;
    behind.versions[file] = behind.texts[file] === '' ? '' : await storage.remember(base);
  }
  return { kept: { ...kept, saved: behind.texts[name], behind: behind.texts }, behind };
}

/**
 * Saves and loads changes from now on.
 * @param {Work} work
 * @param {Behind} behind
 * @param {object} to
 * @param {(stored: Stored) => Promise<'mine'|'theirs'>} to.choose  asks which of two texts stays
 * @param {(why?: string) => void} to.onSaved  called when all is saved, or with the reason why it isn't
 */
export function follow(work, { texts, versions, gone }, { choose, onSaved }) {
  /** @type {Promise<void>|null} */
  let saving = null;
  let missed = false; // an event that came while a file was being saved
  let timer = 0;

  work.behind = texts;

  const isSavedAs = (/** @type {string} */ name) => work.files[name] === (texts[name] ?? '') && !(gone && name === work.name && work.text !== '');
  const isSaved = () => Object.keys(work.files).every(isSavedAs);
  const warnGone = () => onSaved(t('desk.file-gone', { name: work.name }));

  /** @param {Stored} stored @param {string} name */
  const adopt = (stored, name) => {
    texts[name] = textsOf(stored)[name] ?? '';
    versions[name] = stored.versions[name] ?? '';
    if (name === work.name) work.saved = texts[name];
  };

  /** The file and the desk changed the same lines. @param {Stored} stored @param {string} name */
  const settle = async (stored, name) => {
    const mine = work.files[name];
    const choice = name === work.name ? await choose(stored) : 'mine';
    adopt(stored, name);
    const now = work.files[name] === mine ? mine : work.files[name];
    work.put(texts[name], t('desk.take-theirs'), name);
    if (choice === 'mine') work.put(now, t('desk.keep-mine'), name); // both are in the history
  };

  /** Saves a file; resolves to false once nothing is left to save. @param {string} name */
  const saveOne = async (name) => {
    const sent = work.files[name];
    let answer = await storage.save(sent, versions[name] ?? '', name);
    if ('conflict' in answer && answer.conflict.versions[name] === '') answer = await storage.save(sent, '', name); // the file is gone: it is written again
    if (name === work.name) gone = false;
    if ('conflict' in answer) return settle(answer.conflict, name);
    if (answer.text !== undefined && work.files[name] !== sent) return; // typed in the meantime: merged by the next save
    texts[name] = answer.text ?? sent;
    versions[name] = answer.version;
    if (name === work.name) work.saved = texts[name];
    work.emit('draft'); // what is saved is kept, too
    if (answer.text !== undefined) work.put(answer.text, t('desk.merged'), name);
  };

  const saveAll = async () => {
    try {
      for (let name; (name = Object.keys(work.files).find((one) => !isSavedAs(one))) !== undefined;) await saveOne(name);
      onSaved();
    } catch (why) {
      onSaved(/** @type {Error} */ (why).message);
      timer = Number(setTimeout(save, 10 * PAUSE)); // the server may be available again by then
    } finally {
      if (missed) void storage.load().then((stored) => stored && take(stored), () => {});
      missed = false;
    }
  };
  /** Saves all files that have changed, now. */
  const save = async () => {
    clearTimeout(timer);
    if (!work.locked) await (saving ??= saveAll().finally(() => { saving = null; }));
  };

  /** Loads the changes of the files. @param {Stored} stored */
  const take = async (stored) => {
    if (saving) missed = true;
    if (saving) return;
    const theirs = textsOf(stored);
    gone = stored.versions[work.name] === '';
    for (const name of new Set([...Object.keys(theirs), ...Object.keys(texts)])) {
      if (stored.versions[name] === versions[name]) continue;
      if (gone && name === work.name) continue; // the next change writes it again
      if (stored.versions[name] === '' || (work.files[name] ?? '') !== (texts[name] ?? '')) {
        void save(); // the server merges, or both are kept
        continue;
      }
      adopt(stored, name);
      work.put(texts[name], t('desk.taken-in'), name);
    }
    if (gone) return warnGone(); // and what it says of articles isn't known
    if (JSON.stringify(stored.articles) !== JSON.stringify(work.articles)) {
      work.articles = stored.articles;
      await work.open();
    }
    if (isSaved()) onSaved();
  };

  work.on('text', () => {
    if (work.locked || isSaved()) return;
    clearTimeout(timer);
    timer = Number(setTimeout(save, PAUSE));
  });
  work.on('locked', () => {
    work.behind = texts;
    listen();
    void save();
  });
  addEventListener('visibilitychange', () => { if (document.hidden) void save(); });

  const listen = () => storage.changed(take, onSaved);
  if (!work.locked) listen(); // a tab that only reads follows the one that writes: a browser opens six connections to a host, for all tabs together
  if (gone) warnGone();
  else if (isSaved()) onSaved();
  else void save();
  return { save, isSaved };
}
