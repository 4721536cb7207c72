// Keeps the store and the address's fragment alike, so that a copied link opens
// the same view: #select=qaani&hide=relation.arms,relation.money&as-of=2019&view=12.5,-40,1.5

/** @import {Ends, Known, Store, State, View} from './store.js' */
import { isDate, isPart, MEASURES, start } from './store.js';

/** What a fragment says. */
const NAMES = ['select', 'focus', 'hide', 'as-of', 'remove', 'chain', 'size', 'step', 'view'];

/** Milliseconds that a moving view or date rests before it is written: browsers allow about 3 writes a second. */
const REST = 350;

/**
 * The fragment of a state, without "#". Hovering is not part of it. A step alone
 * stands for all that it makes of the state: where there is nothing else, an
 * empty selection says so.
 * @param {State} state
 */
export function format({ select, focus, hide, asOf, remove, chain, size, step, view }) {
  /** @type {[string, readonly (string|number)[]][]} */
  const parts = [
    ['select', one(select)],
    ['focus', one(focus)],
    ['hide', hide],
    ['as-of', one(asOf)],
    ['remove', remove],
    ['chain', chain ? [chain.from, chain.to] : []],
    ['size', one(size)],
    ['step', one(step)],
    ['view', view ? [round(view.x, 2), round(view.y, 2), round(view.zoom, 4)] : []],
  ];
  if (step !== null && parts.every(([name, values]) => name === 'step' || values.length === 0)) return `select=&step=${encodeURIComponent(step)}`;
  return parts.flatMap(([name, values]) => (values.length > 0 ? [`${name}=${values.map(encodeURIComponent).join(',')}`] : [])).join('&');
}

/** @param {string|null} value */
const one = (value) => (value === null ? [] : [value]);

/**
 * The state that a fragment describes. What the store does not know is left
 * out. "#e-ID", as the page's links have it without scripts, selects ID.
 * @param {string} fragment with or without "#"
 * @param {Known} known
 * @returns {State}
 */
export function parse(fragment, known) {
  const text = fragment.replace(/^#/, '');
  if (text.startsWith('e-') && known.ids.has(decode(text.slice(2)))) {
    return { ...start, select: decode(text.slice(2)) };
  }
  const parts = new URLSearchParams(text);
  /** @param {string} name @param {(value: string) => boolean} is */
  const value = (name, is) => {
    const found = parts.get(name);
    return found !== null && is(found) ? found : null;
  };
  /** @param {string} name @param {(value: string) => boolean} is */
  const values = (name, is) => [...new Set((parts.get(name) ?? '').split(',').filter(is))].sort();
  const step = value('step', (id) => known.steps.has(id));
  if (step !== null && ![...parts.keys()].some((name) => name !== 'step' && NAMES.includes(name))) {
    return { ...start, ...known.steps.get(step), step };
  }
  return {
    select: value('select', (id) => known.ids.has(id)),
    hover: null,
    focus: value('focus', (id) => known.nodes.has(id)),
    hide: values('hide', (token) => known.tokens.has(token)),
    asOf: value('as-of', isDate),
    remove: values('remove', (id) => isPart(known, id)),
    chain: parseEnds(parts.get('chain'), known),
    size: MEASURES.find((measure) => measure === parts.get('size')) ?? null,
    step,
    view: parseView(parts.get('view')),
  };
}

/**
 * Ties the store to the window's address and history. A change of anything but
 * the view and the date, which move in small steps, is a step to go back from. In
 * a frame nothing is: going back belongs to the article.
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

  /** What is a step to go back from. @param {State} state */
  const still = (state) => format({ ...state, asOf: null, view: null });

  /** @param {State} state the view or date that is still to be written */
  const settle = (state) => {
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
    if (still(state) !== still(previous)) {
      settle(previous);
      if (!framed) depth++;
      write(framed ? 'replaceState' : 'pushState', state);
    } else if (format(state) !== format(previous)) {
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

/** @param {string|null} text @param {Known} known @returns {Ends|null} */
function parseEnds(text, { nodes }) {
  const [from, to, ...more] = (text ?? '').split(',');
  return nodes.has(from) && nodes.has(to) && more.length === 0 ? { from, to } : null;
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
