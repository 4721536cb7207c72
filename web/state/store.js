// The page's one truth: what is selected, shown, asked and in view. Canvas,
// panel, address and host page send actions to it, and redraw from it.

/** @import {Listener} from './listeners.js' */
import { Listeners } from './listeners.js';

/** The camera: centre in world units, and zoom. @typedef {{x: number, y: number, zoom: number}} View */

/** The ends of the chains that are asked for: ids of nodes. @typedef {{from: string, to: string}} Ends */

/** How nodes can be sized; Go's network.Measures has the same. @typedef {'degree'|'betweenness'|'reach'} Measure */

/** @type {readonly Measure[]} */
export const MEASURES = Object.freeze(['degree', 'betweenness', 'reach']);

/**
 * All of it can be null or empty, which is none.
 * @typedef {object} State
 * @property {string|null} select  id of a node, relation, event, speaker or passage
 * @property {string|null} hover   likewise, for as long as the pointer is there
 * @property {string|null} focus   id of the node that is shown with its neighbours only
 * @property {readonly string[]} hide    sorted tokens, such as "relation.arms"
 * @property {string|null} asOf    YYYY, YYYY-MM or YYYY-MM-DD: what doesn't hold then is hidden
 * @property {readonly string[]} remove  sorted ids of the nodes and relations that a what-if takes out
 * @property {Readonly<Ends>|null} chain whose chains of command stand out
 * @property {Measure|null} size   what nodes are sized by
 * @property {string|null} step    id of a step of the story; going to one sets the rest as the step has it
 * @property {Readonly<View>|null} view  null is the fitted view
 */

/**
 * @typedef {{type: 'select', id: string|null} | {type: 'hover', id: string|null} | {type: 'focus', id: string|null}
 *   | {type: 'hide', what: string[]} | {type: 'show', what: string[]} | {type: 'asOf', date: string|null}
 *   | {type: 'remove', ids: string[]} | {type: 'restore', ids: string[]}
 *   | {type: 'chain', from: string|null, to: string|null} | {type: 'size', measure: Measure|null}
 *   | {type: 'step', id: string|null} | {type: 'view', view: View|null} | {type: 'fit'} | {type: 'reset'}
 *   | {type: 'replace', state: Partial<State>}} Action  "replace" takes what is left out for none
 */

/** What the page knows; anything else is refused. ids are all that can be selected. @typedef {Record<'ids'|'nodes'|'relations'|'tokens', Set<string>> & {steps: ReadonlyMap<string, Partial<State>>}} Known  steps: what each makes of the state */

/** @type {State} */
export const start = Object.freeze({
  select: null, hover: null, focus: null, hide: Object.freeze([]), asOf: null, remove: Object.freeze([]),
  chain: null, size: null, step: null, view: null,
});

export class Store {
  /** @type {State} */
  #state = start;
  #listeners = new Listeners();
  /** @type {Parameters<Listener>[]} changes that no listener has heard of yet */
  #news = [];
  #telling = false;

  /** @param {Known} known */
  constructor(known) {
    this.known = known;
  }

  get state() {
    return this.#state;
  }

  /**
   * Changes the state. Throws a TypeError, and changes nothing, when the action
   * is malformed or names something unknown.
   * @param {Action} action
   */
  dispatch(action) {
    const previous = this.#state;
    const state = this.#next(action);
    if (same(previous, state)) return;
    this.#state = state;
    this.#news.push([state, previous, action]);
    this.#tell();
  }

  /**
   * Calls listener(state, previous, action) after each change.
   * @param {'change'} event
   * @param {Listener} listener
   * @returns {() => void} takes the listener off again
   */
  on(event, listener) {
    return this.#listeners.on(event, listener);
  }

  // Listeners may dispatch: each change is told in full before the next one, so
  // that all listeners hear of the changes in the order in which they happened.
  #tell() {
    if (this.#telling) return;
    this.#telling = true;
    for (let news = this.#news.shift(); news; news = this.#news.shift()) this.#listeners.tell(...news);
    this.#telling = false;
  }

  /** @param {Action} action @returns {State} */
  #next(action) {
    const now = this.#state;
    switch (action?.type) {
      case 'select':
      case 'hover':
      case 'focus':
        return this.#check({ ...now, [action.type]: action.id });
      case 'step':
        return this.#check({ ...start, hover: now.hover, ...this.known.steps.get(action.id ?? ''), step: action.id });
      case 'hide':
        return this.#check({ ...now, hide: [...now.hide, ...list(action.what)] });
      case 'show': {
        const what = this.#all(action.what, 'tokens', 'token');
        return this.#check({ ...now, hide: now.hide.filter((token) => !what.includes(token)) });
      }
      case 'asOf':
        return this.#check({ ...now, asOf: action.date });
      case 'remove':
        return this.#check({ ...now, remove: [...now.remove, ...list(action.ids)] });
      case 'restore': {
        const ids = this.#parts(action.ids);
        return this.#check({ ...now, remove: now.remove.filter((id) => !ids.includes(id)) });
      }
      case 'chain': {
        const { from, to } = action;
        return this.#check({ ...now, chain: from === null && to === null ? null : /** @type {Ends} */ ({ from, to }) });
      }
      case 'size':
        return this.#check({ ...now, size: action.measure });
      case 'view':
        return this.#check({ ...now, view: action.view });
      case 'fit':
        return this.#check({ ...now, view: null });
      case 'reset':
        return start;
      case 'replace': {
        const s = action.state;
        if (typeof s !== 'object' || s === null) throw new TypeError(`state is ${show(s)}, not an object`);
        return this.#check({ ...start, ...s });
      }
    }
    throw new TypeError(`unknown action ${show(action)}: type is one of select, hover, focus, hide, show, asOf, remove, restore, chain, size, step, view, fit, reset, replace`);
  }

  /** The state, checked, in its one form. @param {State} s @returns {State} */
  #check(s) {
    return Object.freeze({
      select: this.#one(s.select, 'ids', 'id'),
      hover: this.#one(s.hover, 'ids', 'id'),
      focus: this.#one(s.focus, 'nodes', 'node'),
      hide: sorted(this.#all(s.hide, 'tokens', 'token')),
      asOf: date(s.asOf),
      remove: sorted(this.#parts(s.remove)),
      chain: this.#ends(s.chain),
      size: measure(s.size),
      step: this.#one(s.step, 'steps', 'step'),
      view: view(s.view),
    });
  }

  /**
   * @param {unknown} id @param {keyof Known} of @param {string} what it is, in words
   * @returns {string|null}
   */
  #one(id, of, what) {
    if (id === null) return null;
    if (typeof id !== 'string') throw new TypeError(`${what} is ${show(id)}, neither a string nor null`);
    if (!this.known[of].has(id)) throw new TypeError(`unknown ${what} ${show(id)}`);
    return id;
  }

  /** @param {unknown} all @param {keyof Known} of @param {string} what @returns {string[]} */
  #all(all, of, what) {
    for (const one of list(all)) {
      if (!this.known[of].has(one)) throw new TypeError(`unknown ${what} ${show(one)}`);
    }
    return list(all);
  }

  /** Ids of nodes and relations. @param {unknown} all */
  #parts(all) {
    for (const id of list(all)) {
      if (!isPart(this.known, id)) throw new TypeError(`unknown node or relation ${show(id)}`);
    }
    return list(all);
  }

  /** @param {unknown} ends */
  #ends(ends) {
    if (ends === null) return null;
    const { from, to } = /** @type {Partial<Ends>} */ (ends ?? {});
    if (typeof from !== 'string' || typeof to !== 'string') throw new TypeError(`chain is ${show(ends)}, not {from, to} with ids of nodes`);
    this.#all([from, to], 'nodes', 'node');
    return Object.freeze({ from, to });
  }
}

/** Whether a what-if can take it out. @param {Known} known @param {string} id */
export const isPart = ({ nodes, relations }, id) => nodes.has(id) || relations.has(id);

/** Whether text is a day, a month or a year of the calendar. @param {string} text */
export function isDate(text) {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const whole = `${year}-${month}-${day}`;
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
}

/** @param {unknown} v @returns {string|null} */
function date(v) {
  if (v === null) return null;
  if (typeof v !== 'string' || !isDate(v)) throw new TypeError(`date is ${show(v)}, not YYYY, YYYY-MM or YYYY-MM-DD`);
  return v;
}

/** @param {unknown} v @returns {Measure|null} */
function measure(v) {
  if (v === null) return null;
  const known = MEASURES.find((one) => one === v);
  if (!known) throw new TypeError(`unknown measure ${show(v)}: it is one of ${MEASURES.join(', ')}`);
  return known;
}

/** @param {unknown} v @returns {Readonly<View>|null} */
function view(v) {
  if (v === null) return null;
  const { x, y, zoom } = /** @type {View} */ (v ?? {});
  if (![x, y, zoom].every(Number.isFinite) || zoom <= 0) {
    throw new TypeError(`view is ${show(v)}, not {x, y, zoom} in numbers with zoom above 0`);
  }
  return Object.freeze({ x, y, zoom });
}

/** @param {unknown} v @returns {string[]} */
function list(v) {
  if (!Array.isArray(v)) throw new TypeError(`${show(v)} is not an array of strings`);
  return v;
}

/** @param {string[]} all */
const sorted = (all) => Object.freeze([...new Set(all)].sort());

/** @param {State} a @param {State} b */
function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @param {unknown} value */
function show(value) {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
