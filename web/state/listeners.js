// Those who hear of changes of the state.

/** @import {Action, State} from './store.js' */
/** @typedef {(state: State, previous: State, action: Action) => void} Listener */

export class Listeners {
  /** @type {Set<Listener>} */
  #all = new Set();

  /**
   * Calls listener(state, previous, action) after each change.
   * @param {'change'} event
   * @param {Listener} listener
   * @returns {() => void} takes the listener off again
   */
  on(event, listener) {
    if (event !== 'change') throw new TypeError(`unknown event ${JSON.stringify(event)}: there is only "change"`);
    if (typeof listener !== 'function') throw new TypeError('the listener is not a function');
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  /** @param {Parameters<Listener>} news */
  tell(...news) {
    for (const listener of [...this.#all]) {
      try {
        listener(...news);
      } catch (error) {
        reportError(error); // one listener's fault must not silence the others
      }
    }
  }
}
