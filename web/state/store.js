// The page's view state. Picture, panel, address and host page dispatch actions to
// the store and redraw from it.

/** @import {ChainEnds, Field, Measure, State, View} from './declaration.js' */
/** @import {Listener} from './listeners.js' */
import { FIELDS } from './declaration.js';
import { KINDS, list, show } from './kind.js';
import { Listeners } from './listeners.js';

/**
 * A change of the state. "replace" sets every field: those left out become none.
 * @typedef {{type: 'select', id: string|null} | {type: 'hover', id: string|null} | {type: 'focus', id: string|null}
 *   | {type: 'hide', what: string[]} | {type: 'show', what: string[]} | {type: 'asOf', date: string|null}
 *   | {type: 'remove', ids: string[]} | {type: 'restore', ids: string[]}
 *   | {type: 'chain', from: string|null, to: string|null} | {type: 'size', measure: Measure|null}
 *   | {type: 'step', id: string|null} | {type: 'view', view: View|null} | {type: 'fit'} | {type: 'reset'}
 *   | {type: 'replace', state: Partial<State>}} Action
 */

/**
 * The ids and words of the page; any others are refused.
 * @typedef {object} Known
 * @property {Set<string>} ids  of everything that can be selected
 * @property {Set<string>} nodes  ids
 * @property {Set<string>} relations  ids
 * @property {Set<string>} tokens  of the parts that can be hidden
 * @property {ReadonlyMap<string, Partial<State>>} steps  the fields that each step sets
 */

/** The state when nothing is chosen. @type {State} */
export const initialState = /** @type {any} */ (Object.freeze(Object.fromEntries(FIELDS.map(({ name, kind }) => [name, KINDS[kind].none]))));

export class Store {
  /** @type {State} */
  #state = initialState;
  #listeners = new Listeners();
  /** @type {Parameters<Listener>[]} changes that the listeners have not been notified of yet */
  #pending = [];
  #notifying = false;

  /** @param {Known} known */
  constructor(known) {
    this.known = known;
  }

  get state() {
    return this.#state;
  }

  /**
   * Changes the state. Throws a TypeError, and changes nothing, if the action
   * is malformed or names something unknown.
   * @param {Action} action
   */
  dispatch(action) {
    const previous = this.#state;
    const state = this.#next(action);
    if (JSON.stringify(state) === JSON.stringify(previous)) return;
    this.#state = state;
    this.#pending.push([state, previous, action]);
    this.#notify();
  }

  /**
   * Calls listener(state, previous, action) after each change.
   * @param {'change'} event
   * @param {Listener} listener
   * @returns {() => void} removes the listener
   */
  on(event, listener) {
    return this.#listeners.on(event, listener);
  }

  // A listener may dispatch. All listeners are notified of one change before the
  // next, so that each of them sees the changes in the order they were made.
  #notify() {
    if (this.#notifying) return;
    this.#notifying = true;
    for (let change = this.#pending.shift(); change; change = this.#pending.shift()) this.#listeners.notify(...change);
    this.#notifying = false;
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
        return this.#check({ ...initialState, hover: now.hover, ...this.known.steps.get(action.id ?? ''), step: action.id });
      case 'hide':
        return this.#check({ ...now, hide: [...now.hide, ...list(action.what)] });
      case 'show': {
        const what = this.#checkField('hide', action.what);
        return this.#check({ ...now, hide: now.hide.filter((token) => !what.includes(token)) });
      }
      case 'asOf':
        return this.#check({ ...now, asOf: action.date });
      case 'remove':
        return this.#check({ ...now, remove: [...now.remove, ...list(action.ids)] });
      case 'restore': {
        const ids = this.#checkField('remove', action.ids);
        return this.#check({ ...now, remove: now.remove.filter((id) => !ids.includes(id)) });
      }
      case 'chain': {
        const { from, to } = action;
        return this.#check({ ...now, chain: from === null && to === null ? null : /** @type {ChainEnds} */ ({ from, to }) });
      }
      case 'size':
        return this.#check({ ...now, size: action.measure });
      case 'view':
        return this.#check({ ...now, view: action.view });
      case 'fit':
        return this.#check({ ...now, view: null });
      case 'reset':
        return initialState;
      case 'replace': {
        const s = action.state;
        if (typeof s !== 'object' || s === null) throw new TypeError(`state is ${show(s)}, not an object`);
        return this.#check({ ...initialState, ...s });
      }
    }
    throw new TypeError(`unknown action ${show(action)}: type is one of select, hover, focus, hide, show, asOf, remove, restore, chain, size, step, view, fit, reset, replace`);
  }

  /** The state, checked and in its canonical form. @param {State} state @returns {State} */
  #check(state) {
    const checked = FIELDS.map((field) => [field.name, KINDS[field.kind].check(state[field.name], field, this.known)]);
    return /** @type {any} */ (Object.freeze(Object.fromEntries(checked)));
  }

  /** @template {keyof State} T @param {T} name @param {unknown} value @returns {State[T]} */
  #checkField(name, value) {
    const field = /** @type {Field} */ (FIELDS.find((field) => field.name === name));
    return /** @type {State[T]} */ (KINDS[field.kind].check(value, field, this.known));
  }
}
