// Adds the claims and passages of an embed to the article when it is printed.

import { printedClaims } from './claims.js';
import { make } from './dom.js';

export class Print {
  /** The claims to print, once the graph has been live. @type {import('./claims.js').Claims|null} */
  claims = null;
  /** Whether the frame could not send the claims. */
  isWithheld = false;

  /**
   * Adds the claims and passages, in place of those that were added before.
   * @param {HTMLElement} outer
   * @param {(key: string) => string} t
   */
  addTo(outer, t) {
    outer.querySelector('.claims')?.remove();
    if (this.claims) outer.append(printedClaims(this.claims));
    else if (this.isWithheld) outer.append(make('p', { className: 'claims', textContent: t('embed.unprinted') }));
  }
}
