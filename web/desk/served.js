// Under `proxynet edit` the files are saved in place: a moment after each change,
// and never over what another program has written meanwhile.

/** @import {Stored} from './storage.js' */
/** @import {Work} from './work.js' */
import { t } from './translate.js';
import * as storage from './storage.js';

/** Milliseconds after the last change at which the files are saved. */
const PAUSE = 800;

/**
 * @param {Work} work
 * @param {string} version  of the network's file that was loaded
 * @param {object} to
 * @param {(stored: Stored, taken: () => void) => void} to.conflict  asks which text stays; taken is called once it is known
 * @param {(text: string, wrong?: boolean) => void} to.tell
 */
export function saveInPlace(work, version, { conflict, tell }) {
  /** @type {Record<string, string>} texts as they are in the files */
  const saved = { ...work.files };
  let timer = 0;
  let saving = false;
  let asked = false;

  const save = async () => {
    if (saving || asked || work.locked) return;
    saving = true;
    try {
      for (const [name, text] of Object.entries(work.files)) {
        if (saved[name] === text) continue;
        const answer = await (name === work.name ? storage.save(text, version) : storage.saveFile(name, text));
        if ('conflict' in answer) {
          ask(answer.conflict);
          return;
        }
        saved[name] = answer.text ?? text;
        if (name === work.name) version = answer.version;
        if (answer.text !== undefined && work.files[name] === text) work.put(answer.text, t('desk.take-theirs'), name); // both changes are in it
      }
      work.saved = saved[work.name];
      tell(t('desk.saved'));
    } catch (why) {
      tell(t('desk.keep-failed', { why: /** @type {Error} */ (why).message }), true);
    } finally {
      saving = false;
    }
    if (Object.entries(work.files).some(([name, text]) => saved[name] !== text)) later();
  };
  const later = () => {
    clearTimeout(timer);
    timer = Number(setTimeout(save, PAUSE));
  };
  /** @param {Stored} stored */
  const ask = (stored) => {
    if (asked) return;
    asked = true;
    conflict(stored, () => {
      asked = false;
      version = stored.version;
      saved[work.name] = stored.text;
      later();
    });
  };
  work.on('text', later);
  storage.changed((stored) => {
    if (stored.version === version) return;
    if (work.text === saved[work.name]) { // nothing of ours is unsaved
      version = stored.version;
      saved[work.name] = stored.text;
      work.put(stored.text, t('desk.take-theirs'));
    } else ask(stored);
  });
  return save;
}
