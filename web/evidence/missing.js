// Says of quotes that they are not in the article around the page. The words are
// in the page only while they are true: who copies or prints it gets no others.

import { t } from '../language/translate.js';

/** The passages that are not in the article. @type {Set<string>} */
let missing = new Set();

/** Says it of these passages, and no longer of others. @param {string[]} passages ids */
export function markMissing(passages) {
  missing = new Set(passages);
  markIn(document);
}

/** Says it of the quotes in a part of the page that is new. @param {ParentNode} part */
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
