// The page's one truth: what is selected, hovered, hidden and in view. Canvas,
// panel, address and host page send actions to it, and redraw from it.

/** The camera: centre in world units, and zoom. @typedef {{x: number, y: number, zoom: number}} View */

/**
 * select, hover: id of a node, relation, event, speaker or passage.
 * hide: sorted tokens, such as "relation.arms". view: null is the fitted view.
 * @typedef {{readonly select: string|null, readonly hover: string|null, readonly hide: readonly string[], readonly view: Readonly<View>|null}} State
 */

/**
 * @typedef {{type: 'select', id: string|null} | {type: 'hover', id: string|null}
 *   | {type: 'hide', what: string[]} | {type: 'show', what: string[]}
 *   | {type: 'view', view: View|null} | {type: 'fit'} | {type: 'reset'}
 *   | {type: 'replace', state: State}} Action
 */

/** @typedef {(state: State, previous: State, action: Action) => void} Listener */

/** @type {State} */
export const start = Object.freeze({ select: null, hover: null, hide: Object.freeze([]), view: null });

export class Store {
  /** @type {State} */
  #state = start;
  /** @type {Set<Listener>} */
  #listeners = new Set();
  /** @type {Parameters<Listener>[]} changes that no listener has heard of yet */
  #news = [];
  #telling = false;

  /**
   * @param {Iterable<string>} ids every id that can be selected
   * @param {Iterable<string>} tokens every token that can be hidden
   */
  constructor(ids, tokens) {
    this.ids = new Set(ids);
    this.tokens = new Set(tokens);
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
    if (event !== 'change') throw new TypeError(`unknown event ${show(event)}: there is only "change"`);
    if (typeof listener !== 'function') throw new TypeError('the listener is not a function');
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  // Listeners may dispatch: each change is told in full before the next one, so
  // that all listeners hear of the changes in the order in which they happened.
  #tell() {
    if (this.#telling) return;
    this.#telling = true;
    for (let news = this.#news.shift(); news; news = this.#news.shift()) {
      for (const listener of [...this.#listeners]) {
        try {
          listener(...news);
        } catch (error) {
          reportError(error); // one listener's fault must not silence the others
        }
      }
    }
    this.#telling = false;
  }

  /** @param {Action} action @returns {State} */
  #next(action) {
    const { select, hide } = this.#state;
    switch (action?.type) {
      case 'select':
        return freeze({ ...this.#state, select: this.#id(action.id) });
      case 'hover':
        return freeze({ ...this.#state, hover: this.#id(action.id) });
      case 'hide':
        return freeze({ ...this.#state, hide: [...hide, ...this.#what(action.what)] });
      case 'show': {
        const what = this.#what(action.what);
        return freeze({ ...this.#state, hide: hide.filter((token) => !what.includes(token)) });
      }
      case 'view':
        return freeze({ ...this.#state, view: view(action.view) });
      case 'fit':
        return freeze({ ...this.#state, view: null });
      case 'reset':
        return start;
      case 'replace': {
        const s = action.state;
        if (typeof s !== 'object' || s === null) throw new TypeError(`state is ${show(s)}, not an object`);
        return freeze({ select: this.#id(s.select), hover: this.#id(s.hover), hide: this.#what(s.hide), view: view(s.view) });
      }
    }
    throw new TypeError(`unknown action ${show(action)}: type is one of select, hover, hide, show, view, fit, reset, replace`);
  }

  /** @param {unknown} id */
  #id(id) {
    if (id === null) return null;
    if (typeof id !== 'string') throw new TypeError(`id is ${show(id)}, neither a string nor null`);
    if (!this.ids.has(id)) throw new TypeError(`unknown id ${show(id)}`);
    return id;
  }

  /** @param {unknown} what @returns {string[]} */
  #what(what) {
    if (!Array.isArray(what)) throw new TypeError(`${show(what)} is not an array of tokens`);
    for (const token of what) {
      if (!this.tokens.has(token)) throw new TypeError(`unknown token ${show(token)}`);
    }
    return what;
  }
}

/** @param {unknown} v @returns {View|null} */
function view(v) {
  if (v === null) return null;
  const { x, y, zoom } = /** @type {View} */ (v ?? {});
  if (![x, y, zoom].every(Number.isFinite) || zoom <= 0) {
    throw new TypeError(`view is ${show(v)}, not {x, y, zoom} in numbers with zoom above 0`);
  }
  return { x, y, zoom };
}

/** @param {State} state @returns {State} */
function freeze({ select, hover, hide, view }) {
  return Object.freeze({
    select, hover,
    hide: Object.freeze([...new Set(hide)].sort()),
    view: view && Object.freeze(view),
  });
}

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
