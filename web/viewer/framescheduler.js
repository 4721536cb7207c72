// Stops the graph's animation frames while nothing changes: Ebiten requests a frame
// after each one, and this request is held back while the graph is idle.

/** Milliseconds after which the start goes on without the browser's frame: an embed that is out of view gets none. */
const LONGEST_WAIT = 100;

export class FrameScheduler {
  #starting = true;
  #resting = false;
  /** @type {FrameRequestCallback|null} */
  #held = null;
  #request = window.requestAnimationFrame.bind(window);

  /**
   * Calls start, which keeps a reference to requestAnimationFrame, with one that
   * this scheduler can hold back. The page's own function stays as it is.
   * @template T
   * @param {() => T} start
   * @returns {T}
   */
  capture(start) {
    const own = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      if (!this.#resting) return this.#next(callback);
      this.#held = callback;
      return 0;
    };
    try {
      return start();
    } finally {
      window.requestAnimationFrame = own;
    }
  }

  /** @param {FrameRequestCallback} callback */
  #next(callback) {
    if (!this.#starting) return this.#request(callback);
    let called = false;
    const once = (/** @type {number} */ time) => {
      if (!called) callback(time);
      called = true;
    };
    setTimeout(() => once(performance.now()), LONGEST_WAIT);
    return this.#request(once);
  }

  /** Ends the start: from now on frames come only from the browser. */
  started() {
    this.#starting = false;
  }

  rest() {
    this.#resting = true;
  }

  wake() {
    this.#resting = false;
    const callback = this.#held;
    this.#held = null;
    if (callback) this.#next(callback);
  }
}
