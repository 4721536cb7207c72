// Keeps the store and the address's fragment alike, so that a copied link opens
// the same view: #select=qaani&hide=relation.arms,relation.money&view=12.5,-40,1.5

/** @import {Store, State, View} from './store.js' */
import { start } from './store.js';

/** Milliseconds that a moving view rests before it is written: browsers allow about 3 writes a second. */
const REST = 350;

/**
 * The fragment of a state, without "#". Hovering is not part of it.
 * @param {State} state
 */
export function format({ select, hide, view }) {
  const parts = [];
  if (select !== null) parts.push(`select=${encodeURIComponent(select)}`);
  if (hide.length > 0) parts.push(`hide=${hide.map(encodeURIComponent).join(',')}`);
  if (view) parts.push(`view=${[round(view.x, 2), round(view.y, 2), round(view.zoom, 4)].join(',')}`);
  return parts.join('&');
}

/**
 * The state that a fragment describes. What the store does not know is left
 * out. "#e-ID", as the page's links have it without scripts, selects ID.
 * @param {string} fragment with or without "#"
 * @param {{ids: Set<string>, tokens: Set<string>}} known
 * @returns {State}
 */
export function parse(fragment, known) {
  const text = fragment.replace(/^#/, '');
  if (text.startsWith('e-') && known.ids.has(decode(text.slice(2)))) {
    return { ...start, select: decode(text.slice(2)) };
  }
  const parts = new URLSearchParams(text);
  const select = parts.get('select');
  return {
    select: select !== null && known.ids.has(select) ? select : null,
    hover: null,
    hide: (parts.get('hide') ?? '').split(',').filter((token) => known.tokens.has(token)),
    view: parseView(parts.get('view')),
  };
}

/**
 * Ties the store to the window's address and history. A change of selection or
 * filters is a step to go back from; a change of view is not. In a frame nothing
 * is a step: going back belongs to the article.
 * @param {Store} store
 * @param {Window} window
 */
export function bindAddress(store, window) {
  const { history, location } = window;
  const framed = window.parent !== window;
  let resting = 0;
  let depth = history.state?.depth ?? 0; // steps back that stay in the page

  /** @param {State} state */
  const url = (state) => `${location.pathname}${location.search}${format(state) && '#'}${format(state)}`;

  /** @param {'pushState'|'replaceState'} method @param {State} state */
  const write = (method, state) => {
    try {
      history[method]({ depth }, '', url(state));
    } catch {
      // A sandboxed frame has no address of its own, and some browsers count the calls.
    }
  };

  /** @param {State} state the view that is still to be written */
  const settle = (state) => {
    window.clearTimeout(resting);
    if (resting && format(state) !== location.hash.slice(1)) write('replaceState', state);
    resting = 0;
  };

  const read = () => {
    window.clearTimeout(resting);
    resting = 0;
    depth = history.state?.depth ?? 0;
    store.dispatch({ type: 'replace', state: parse(location.hash, store) });
  };

  read();
  store.on('change', (state, previous, action) => {
    if (action.type === 'replace' && format(state) === format(parse(location.hash, store))) return;
    if (state.select !== previous.select || state.hide.join() !== previous.hide.join()) {
      settle(previous);
      if (!framed) depth++;
      write(framed ? 'replaceState' : 'pushState', state);
    } else if (JSON.stringify(state.view) !== JSON.stringify(previous.view)) {
      window.clearTimeout(resting);
      resting = window.setTimeout(() => settle(store.state), REST);
    }
  });
  window.addEventListener('popstate', read);
  window.addEventListener('pagehide', () => settle(store.state));
}

/** Whether going back stays in the page. @param {History} history */
export function canGoBack(history) {
  return (history.state?.depth ?? 0) > 0;
}

/** @param {number} value @param {number} digits */
function round(value, digits) {
  return Number(value.toFixed(digits));
}

/** @param {string|null} text @returns {View|null} */
function parseView(text) {
  const numbers = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [x, y, zoom] = numbers;
  return numbers.length === 3 && numbers.every(Number.isFinite) && zoom > 0 ? { x, y, zoom } : null;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
