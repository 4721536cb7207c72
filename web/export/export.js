// Exports the evidence of the current view: as a table, as JSON, or in print. The
// program that answers questions computes what is in the view.

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
 * Starts the export.
 * @param {{dialog: HTMLDialogElement, evidence: Evidence, note: HTMLElement, store: Store, ask: Ask}} parts
 */
export function startExport({ dialog, evidence: { section, whole: isWhole }, note, store, ask }) {
  // The evidence of a network too large for one page can't be printed.
  /** @type {HTMLElement} */ (dialog.querySelector('[data-take="print"]')).hidden = !isWhole;
  dialog.addEventListener('click', async (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('[data-take]'));
    if (!button) return;
    const output = /** @type {HTMLElement} */ (button.parentElement?.querySelector('output'));
    output.textContent = '';
    try {
      const what = button.dataset.take;
      if (what === 'csv' || what === 'json') await save(FILES[what], output);
      else await print();
    } catch {
      output.textContent = t('export.failed');
    }
  });

  /** @param {{ask: string, name: string, type: string}} file @param {HTMLElement} output */
  const save = async (file, output) => {
    const { text } = await ask({ ask: file.ask, state: store.state });
    download(new Blob([text], { type: file.type }), file.name);
    output.textContent = t('share.drawn', { name: file.name });
  };

  /** Prints the evidence of the current view, with a note on what is left out. */
  const print = async () => {
    const { ids, relations, of } = await ask({ ask: 'shown', state: store.state });
    const shown = new Set(ids);
    for (const entry of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('.entry'))) {
      entry.toggleAttribute('data-excluded', !shown.has(entry.dataset.id));
    }
    for (const part of section.querySelectorAll('section, h3')) {
      const entries = part.matches('h3') ? until(part) : [...part.querySelectorAll('.entry')];
      part.toggleAttribute('data-excluded', entries.every((entry) => entry.hasAttribute('data-excluded')));
    }
    note.textContent = whole(store.state) ? '' : t('export.part', { n: relations, of });
    note.hidden = note.textContent === '';
    document.documentElement.dataset.print = 'evidence';
    dialog.close();
    addEventListener('afterprint', () => {
      delete document.documentElement.dataset.print;
      note.hidden = true;
      for (const part of section.querySelectorAll('[data-excluded]')) part.removeAttribute('data-excluded');
    }, { once: true });
    window.print();
  };

  // Printing by the browser's menu prints all evidence, with a note.
  addEventListener('beforeprint', () => {
    if (document.documentElement.dataset.print || whole(store.state)) return;
    note.textContent = t('export.whole');
    note.hidden = false;
    addEventListener('afterprint', () => { note.hidden = true; }, { once: true });
  });
}

/** Reports whether a state shows everything. @param {State} state */
const whole = ({ focus, hide, asOf, remove }) => focus === null && hide.length === 0 && asOf === null && remove.length === 0;

/** The entries under a heading. @param {Element} heading */
function until(heading) {
  const entries = [];
  for (let next = heading.nextElementSibling; next && !next.matches('h3'); next = next.nextElementSibling) {
    if (next.matches('.entry')) entries.push(next);
  }
  return entries;
}
