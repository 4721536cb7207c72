// The desk's keys, and the dialog that lists them.

/** @import {Kind} from './bar.js' */
import { means } from '../keys/means.js';
import { KINDS } from './bar.js';
import { openDialog } from './dialog.js';
import { el } from './dom.js';
import { CONTROL, isTyped, letterOf, withControl } from './key.js';
import { t } from './translate.js';

/**
 * @param {object} to
 * @param {(kind: Kind) => boolean} to.mark  opens the form for the selected words; reports whether there are any
 * @param {() => void} to.find
 * @param {() => void} to.arrange  rearranges the picture
 * @param {() => void} to.undo
 * @param {() => void} to.redo
 * @param {() => void} to.save
 * @param {() => void} to.leave
 */
export function startKeys({ mark, find, arrange, undo, redo, save, leave }) {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const control = withControl(event);
    if ((control === 'z' || control === 'y') && isTyped(event.target) && !(/** @type {Element} */ (event.target)).matches('.yaml-text')) return; // the browser undoes typing there
    if (control === 'z' && !event.shiftKey) undo();
    else if (control === 'y' || control === 'z') redo();
    else if (control === 's') save();
    else if (control !== '' || isTyped(event.target)) return;
    else if (event.key === 'Escape') leave();
    else if (means(event, '?')) showKeys();
    else if (means(event, '/')) find();
    else {
      const letter = letterOf(event);
      if (letter === 'a' && !event.shiftKey) return arrange();
      const kind = KINDS.find(({ key }) => key === letter);
      if (!kind || event.shiftKey || !mark(kind.kind)) return;
    }
    event.preventDefault();
  });
}

/** Shows the list of keys. */
export function showKeys() {
  const key = (/** @type {string} */ text) => el('kbd', { lang: 'en' }, text);
  /** @type {[string[], string][]} */
  const rows = [
    [['←', '→', '↑', '↓'], t('desk.key-words')], [['Shift', '→'], t('desk.key-grow')], [['Ctrl', 'Shift', '→'], t('desk.key-letter')], [['/'], t('desk.find')], [['Enter'], t('desk.key-cited')],
    ...KINDS.map(({ key, label }) => /** @type {[string[], string]} */ ([[key.toUpperCase()], label()])),
    [['A'], t('desk.arrange')], [['Enter'], t('desk.key-enter')], [['Esc'], t('desk.key-escape')],
    [[CONTROL, 'Z'], t('desk.undo')], [[CONTROL, 'Y'], t('desk.redo')], [[CONTROL, 'S'], t('desk.save')], [['F6'], t('desk.key-panes')], [['↓', '↑'], t('desk.key-entries')], [['?'], t('keys.this')],
  ];
  openDialog(t('keys.title'), [el('dl', { class: 'keys' }, rows.map(([keys, text]) => el('div', {}, el('dt', { dir: 'ltr' }, keys.map((one) => [key(one), ' '])), el('dd', {}, text)))), el('p', { class: 'hint' }, t('desk.keys-about'))]);
}
