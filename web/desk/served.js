// Syncs the desk with the files that `proxynet edit` serves: each change is saved at
// once, and changes by other programs are loaded. The server merges changes of
// different lines; if both changed the same lines, the author chooses, and can undo the
// choice.

/** @import {Stored} from './storage.js' */
/** @import {Kept, Work} from './work.js' */
import * as storage from './storage.js';
import { t } from './translate.js';
import { REVIEW } from './work.js';

/** The server's texts and versions, by the names of files. @typedef {{texts: Record<string, string>, versions: Record<string, string>}} Behind */

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
  const behind = { texts: textsOf(stored), versions: { ...stored.versions } };
  const kept = { id, name, files: { ...behind.texts }, articles, steps: { done: [], undone: [] }, drafts: own?.drafts, title: own?.title ?? '', changed: own?.changed ?? 0, saved: stored.text };
  const mine = own?.files[name];
  if (!own || mine === undefined) return { kept, behind };
  if (mine === stored.text) return { kept: { ...kept, steps: own.steps }, behind };
  if (own.saved === undefined || mine === own.saved) return { kept, behind };
  behind.texts[name] = own.saved;
  behind.versions[name] = await storage.remember(own.saved);
  return { kept: { ...kept, steps: own.steps, files: { ...kept.files, [name]: mine }, saved: own.saved }, behind };
}

/**
 * Saves and loads changes from now on.
 * @param {Work} work
 * @param {Behind} behind
 * @param {object} to
 * @param {(stored: Stored) => Promise<'mine'|'theirs'>} to.choose  asks which of two texts stays
 * @param {(why?: string) => void} to.onSaved  called when all is saved, or with the reason why it isn't
 */
export function follow(work, { texts, versions }, { choose, onSaved }) {
  let saving = false;
  let missed = false; // an event that came while a file was being saved
  let timer = 0;

  const isSaved = () => Object.entries(work.files).every(([name, text]) => text === (texts[name] ?? ''));

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
    const answer = await storage.save(sent, versions[name] ?? '', name);
    if ('conflict' in answer) return settle(answer.conflict, name);
    if (answer.text !== undefined && work.files[name] !== sent) return; // typed in the meantime: merged by the next save
    texts[name] = answer.text ?? sent;
    versions[name] = answer.version;
    if (name === work.name) work.saved = texts[name];
    if (answer.text !== undefined) work.put(answer.text, t('desk.merged'), name);
  };

  const save = async () => {
    clearTimeout(timer);
    if (saving || work.locked) return;
    saving = true;
    try {
      for (let name; (name = Object.keys(work.files).find((one) => work.files[one] !== (texts[one] ?? ''))) !== undefined;) await saveOne(name);
      onSaved();
    } catch (why) {
      onSaved(/** @type {Error} */ (why).message);
      timer = Number(setTimeout(save, 10 * PAUSE)); // the server may be available again by then
    } finally {
      saving = false;
      if (missed) void storage.load().then((stored) => stored && take(stored), () => {});
      missed = false;
    }
  };

  /** Loads the changes of the files. @param {Stored} stored */
  const take = async (stored) => {
    if (saving) missed = true;
    if (saving || work.locked) return; // the writing tab notifies the others
    const theirs = textsOf(stored);
    for (const name of new Set([...Object.keys(theirs), ...Object.keys(texts)])) {
      if (stored.versions[name] === versions[name]) continue;
      if (stored.versions[name] === '' || (work.files[name] ?? '') !== (texts[name] ?? '')) {
        void save(); // the server merges, or both are kept
        continue;
      }
      adopt(stored, name);
      work.put(texts[name], t('desk.taken-in'), name);
    }
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
  work.on('locked', () => void save());
  addEventListener('visibilitychange', () => { if (document.hidden) void save(); });

  storage.changed(take);
  if (isSaved()) onSaved();
  else void save();
  return { save, isSaved };
}
