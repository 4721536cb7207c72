// The listeners to changes of the state.

/** @import {State} from './declaration.js' */
/** @import {Action} from './store.js' */
/** @typedef {(state: State, previous: State, action: Action) => void} Listener */

export class Listeners {
  /** @type {Set<Listener>} */
  #all = new Set();

  /**
   * Calls listener(state, previous, action) after each change.
   * @param {'change'} event
   * @param {Listener} listener
   * @returns {() => void} removes the listener
   */
  on(event, listener) {
    if (event !== 'change') throw new TypeError(`unknown event ${JSON.stringify(event)}: there is only "change"`);
    if (typeof listener !== 'function') throw new TypeError('the listener is not a function');
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  /** Calls every listener. @param {Parameters<Listener>} change */
  notify(...change) {
    for (const listener of [...this.#all]) {
      try {
        listener(...change);
      } catch (error) {
        reportError(error); // an error in one listener does not stop the others
      }
    }
  }
}
