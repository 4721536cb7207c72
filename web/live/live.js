// While an author edits a network: shows the findings of check, and reloads the network
// when it changes. The server sends both; see live.go.

import { follow } from './follow.js';

/**
 * A finding, as the server sends it after each save.
 * @typedef {object} Finding
 * @property {'error'|'warning'} level
 * @property {string} where  file and line
 * @property {string} text   the problem and the fix
 * @property {string} diff   of a misquote, "" for others
 */
/** @typedef {{version: string, summary: string, errors: number, findings: Finding[]}} LiveEvent */

const shown = /** @type {HTMLMetaElement|null} */ (document.querySelector('meta[name="proxynet-version"]'))?.content ?? '';
const root = document.documentElement;
const banner = document.createElement('section');
banner.id = 'live';
banner.setAttribute('aria-label', 'Findings');
const details = document.createElement('details');
const summary = document.createElement('summary');
summary.setAttribute('role', 'status');
const list = document.createElement('ul');
list.tabIndex = 0; // it scrolls
details.append(summary, list);
const close = document.createElement('button');
close.type = 'button';
close.textContent = '×';
close.setAttribute('aria-label', 'Close');
close.hidden = shown === ''; // there is nothing else to see
banner.append(details, close);
banner.hidden = true;
document.body.prepend(banner);

// The page is below the banner.
new ResizeObserver(() => {
  root.toggleAttribute('data-live', banner.offsetHeight > 0);
  root.style.setProperty('--live', `${banner.offsetHeight}px`);
}).observe(banner);

/** The event whose banner was closed; only another event opens the banner again. */
let closed = '';
let current = '';
close.addEventListener('click', () => {
  closed = current;
  banner.hidden = true;
});

let reloading = false;
follow((text) => {
  /** @type {LiveEvent} */
  const event = JSON.parse(text);
  if (event.version === shown) {
    show(event);
  } else if (!reloading) {
    reloading = true;
    location.reload(); // the state is in the address
  }
});

/** @param {LiveEvent} event */
function show(event) {
  const { summary: text, errors, findings } = event;
  const before = banner.dataset.level;
  current = JSON.stringify(event);
  banner.dataset.level = errors > 0 ? 'error' : 'warning';
  banner.hidden = findings.length === 0 || current === closed;
  summary.textContent = text;
  list.replaceChildren(...findings.map(item));
  // Errors are listed at once; warnings may wait.
  if (banner.dataset.level !== before) details.open = errors > 0;
}

/** @param {Finding} finding */
function item({ level, where, text, diff }) {
  const entry = document.createElement('li');
  entry.dataset.level = level;
  const place = document.createElement('code');
  place.textContent = where;
  entry.append(place, ' ', text);
  if (diff) {
    const words = document.createElement('pre');
    words.textContent = diff;
    entry.append(words);
  }
  return entry;
}
