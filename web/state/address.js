// Keeps the store and the address's fragment in sync, so that a copied link opens
// the same view: #select=qaani&hide=relation.arms,relation.money&as-of=2019&view=12.5,-40,1.5

/** @import {State} from './declaration.js' */
/** @import {Known, Store} from './store.js' */
import { FIELDS } from './declaration.js';
import { KINDS } from './kind.js';
import { initialState } from './store.js';

/** The fields that have a parameter. */
const ADDRESSED = FIELDS.filter(({ address }) => address !== '');

/**
 * Milliseconds that a moving view or date must rest before it is written: browsers
 * allow about three writes a second.
 */
const REST = 350;

/**
 * The fragment of a state, without "#". Hovering is not part of it. A fragment with
 * a step only means everything that the step sets; if the state has nothing but the
 * step, an empty selection is written too.
 * @param {State} state
 */
export function format(state) {
  const parts = ADDRESSED.map(({ name, kind, address }) => ({ name, address, items: KINDS[kind].write(state[name]) }));
  if (state.step !== null && parts.every(({ name, items }) => name === 'step' || items.length === 0)) return `select=&step=${encodeURIComponent(state.step)}`;
  return parts.flatMap(({ address, items }) => (items.length > 0 ? [`${address}=${items.map(encodeURIComponent).join(',')}`] : [])).join('&');
}

/**
 * The state that a fragment describes, without anything that the store does not
 * know. "#e-ID", as in the links of the page without scripts, selects ID.
 * @param {string} fragment with or without "#"
 * @param {Known} known
 * @returns {State}
 */
export function parse(fragment, known) {
  const text = fragment.replace(/^#/, '');
  if (text.startsWith('e-') && known.ids.has(decode(text.slice(2)))) {
    return { ...initialState, select: decode(text.slice(2)) };
  }
  const parts = new URLSearchParams(text);
  const given = ADDRESSED.filter(({ address }) => parts.has(address));
  const state = { ...initialState, ...Object.fromEntries(given.map((field) => [field.name, KINDS[field.kind].read(parts.get(field.address) ?? '', field, known)])) };
  const onlyStep = state.step !== null && given.length === 1;
  return onlyStep ? { ...initialState, ...known.steps.get(state.step ?? ''), step: state.step } : state;
}

/**
 * Connects the store to the window's address and history. Every change makes a
 * history entry, except changes of the view and the date, which move in small
 * steps. In a frame no change does: the history belongs to the article.
 * @param {Store} store
 * @param {Window} window
 */
export function bindAddress(store, window) {
  const { history, location } = window;
  const framed = window.parent !== window;
  let resting = 0;
  let depth = history.state?.depth ?? 0; // number of history entries before this one that belong to the page

  /** @param {State} state */
  const url = (state) => `${location.pathname}${location.search}${format(state) && '#'}${format(state)}`;

  /** @param {'pushState'|'replaceState'} method @param {State} state */
  const write = (method, state) => {
    try {
      history[method]({ ...history.state, depth }, '', url(state));
    } catch {
      // A sandboxed frame has no address of its own, and some browsers limit the calls.
    }
  };

  /** The part of the state that history entries are made for. @param {State} state */
  const lasting = (state) => format({ ...state, asOf: null, view: null });

  /** Writes a view or date that has not been written yet. @param {State} state */
  const flush = (state) => {
    window.clearTimeout(resting);
    if (resting && format(state) !== location.hash.slice(1)) write('replaceState', state);
    resting = 0;
  };

  const read = () => {
    window.clearTimeout(resting);
    resting = 0;
    depth = history.state?.depth ?? 0;
    store.dispatch({ type: 'replace', state: parse(location.hash, store.known) });
  };

  read();
  store.on('change', (state, previous, action) => {
    if (action.type === 'replace' && format(state) === format(parse(location.hash, store.known))) return;
    if (lasting(state) !== lasting(previous)) {
      flush(previous);
      if (!framed) depth++;
      write(framed ? 'replaceState' : 'pushState', state);
    } else if (format(state) !== format(previous)) {
      window.clearTimeout(resting);
      resting = window.setTimeout(() => flush(store.state), REST);
    }
  });
  window.addEventListener('popstate', read);
  window.addEventListener('pagehide', () => flush(store.state));
}

/** Reports whether going back stays in the page. @param {History} history */
export function canGoBack(history) {
  return (history.state?.depth ?? 0) > 0;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
