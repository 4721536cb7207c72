// Stops the graph's animation frames while nothing changes: Ebiten requests a frame
// after each one, and this request is held back while the graph is idle.

export class FrameScheduler {
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
      if (!this.#resting) return this.#request(callback);
      this.#held = callback;
      return 0;
    };
    try {
      return start();
    } finally {
      window.requestAnimationFrame = own;
    }
  }

  rest() {
    this.#resting = true;
  }

  wake() {
    this.#resting = false;
    const callback = this.#held;
    this.#held = null;
    if (callback) this.#request(callback);
  }
}
