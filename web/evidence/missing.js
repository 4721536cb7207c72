// Marks quotes that are not in the article around the page. The note is removed when it
// no longer applies, so that copies and prints are right.

import { t } from '../language/translate.js';

/** The passages that are not in the article. @type {Set<string>} */
let missing = new Set();

/** Marks these passages, and no others. @param {string[]} passages ids */
export function markMissing(passages) {
  missing = new Set(passages);
  markIn(document);
}

/** Marks the quotes in a new part of the page. @param {ParentNode} part */
export function markIn(part) {
  for (const quote of part.querySelectorAll('.passage')) {
    quote.querySelector('.missing')?.remove();
    if (!missing.has(/** @type {HTMLElement} */ (quote).dataset.passage ?? '')) continue;
    const note = document.createElement('span');
    note.className = 'missing';
    note.textContent = ` · ${t('evidence.missing')}`;
    quote.querySelector('footer')?.append(note);
  }
}
