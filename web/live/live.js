// Only while a network is being written: shows what check finds in it, and shows
// the network anew when it has changed. The server sends both; see live.go.

/**
 * What the server sends whenever a file was saved.
 * @typedef {object} Finding
 * @property {'error'|'warning'} level
 * @property {string} where  file and line
 * @property {string} text   what is wrong, and the mend
 * @property {string} diff   of a misquote, "" for others
 */
/** @typedef {{network: string, summary: string, errors: number, findings: Finding[]}} News */

const shown = /** @type {HTMLMetaElement|null} */ (document.querySelector('meta[name="proxynet-network"]'))?.content ?? '';
const strip = document.createElement('details');
strip.id = 'live';
const summary = document.createElement('summary');
summary.setAttribute('role', 'status');
const list = document.createElement('ul');
list.tabIndex = 0; // it scrolls
strip.append(summary, list);
strip.hidden = true;
document.body.append(strip);

// From assets/…/live/live.js to the root of the site.
const events = new EventSource(new URL('../live/events', import.meta.url));
events.addEventListener('message', ({ data }) => {
  /** @type {News} */
  const news = JSON.parse(data);
  if (news.network !== shown) {
    events.close();
    location.reload(); // the state is in the address
    return;
  }
  show(news);
});
addEventListener('pagehide', () => events.close());

/** @param {News} news */
function show({ summary: text, errors, findings }) {
  const before = strip.dataset.level;
  strip.dataset.level = errors > 0 ? 'error' : 'warning';
  strip.hidden = findings.length === 0;
  summary.textContent = text;
  list.replaceChildren(...findings.map(item));
  // What can't be shown is told at once; what can may wait.
  if (strip.dataset.level !== before) strip.open = errors > 0;
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
