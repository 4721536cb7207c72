// Takes the evidence of the current view along: as a table, as JSON, on paper.
// What is in the view is worked out in Go, by the program that answers questions.

/** @import {Ask} from '../ask/program.js' */
/** @import {Evidence} from '../evidence/evidence.js' */
/** @import {State} from '../state/declaration.js' */
/** @import {Store} from '../state/store.js' */
import { t } from '../language/translate.js';
import { download } from '../share/picture.js';

const FILES = {
  csv: { ask: 'claims', name: 'evidence.csv', type: 'text/csv;charset=utf-8' },
  json: { ask: 'network', name: 'network.json', type: 'application/json' },
};

/**
 * @param {{dialog: HTMLDialogElement, evidence: Evidence, note: HTMLElement, store: Store, ask: Ask}} parts
 */
export function startExport({ dialog, evidence: { section, whole: here }, note, store, ask }) {
  // Of a network that is too large for the page there is nothing here to print.
  /** @type {HTMLElement} */ (dialog.querySelector('[data-take="print"]')).hidden = !here;
  dialog.addEventListener('click', async (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('[data-take]'));
    if (!button) return;
    const said = /** @type {HTMLElement} */ (button.parentElement?.querySelector('output'));
    said.textContent = '';
    try {
      const what = button.dataset.take;
      if (what === 'csv' || what === 'json') await save(FILES[what], said);
      else await print();
    } catch {
      said.textContent = t('export.failed');
    }
  });

  /** @param {{ask: string, name: string, type: string}} file @param {HTMLElement} said */
  const save = async (file, said) => {
    const { text } = await ask({ ask: file.ask, state: store.state });
    download(new Blob([text], { type: file.type }), file.name);
    said.textContent = t('share.drawn', { name: file.name });
  };

  /** Prints the evidence of what is shown, and says at its head what that is. */
  const print = async () => {
    const { ids, relations, of } = await ask({ ask: 'shown', state: store.state });
    const shown = new Set(ids);
    for (const entry of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('.entry'))) {
      entry.toggleAttribute('data-unshown', !shown.has(entry.dataset.id));
    }
    for (const part of section.querySelectorAll('section, h3')) {
      const entries = part.matches('h3') ? until(part) : [...part.querySelectorAll('.entry')];
      part.toggleAttribute('data-unshown', entries.every((entry) => entry.hasAttribute('data-unshown')));
    }
    note.textContent = whole(store.state) ? '' : t('export.part', { n: relations, of });
    note.hidden = note.textContent === '';
    document.documentElement.dataset.print = 'evidence';
    dialog.close();
    addEventListener('afterprint', () => {
      delete document.documentElement.dataset.print;
      note.hidden = true;
      for (const part of section.querySelectorAll('[data-unshown]')) part.removeAttribute('data-unshown');
    }, { once: true });
    window.print();
  };

  // A print by the browser's own menu is of everything, and says so.
  addEventListener('beforeprint', () => {
    if (document.documentElement.dataset.print || whole(store.state)) return;
    note.textContent = t('export.whole');
    note.hidden = false;
    addEventListener('afterprint', () => { note.hidden = true; }, { once: true });
  });
}

/** Whether a state shows all there is. @param {State} state */
const whole = ({ focus, hide, asOf, remove }) => focus === null && hide.length === 0 && asOf === null && remove.length === 0;

/** The entries under a heading. @param {Element} heading */
function until(heading) {
  const entries = [];
  for (let next = heading.nextElementSibling; next && !next.matches('h3'); next = next.nextElementSibling) {
    if (next.matches('.entry')) entries.push(next);
  }
  return entries;
}
