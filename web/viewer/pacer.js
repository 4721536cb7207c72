// When nothing changes nothing runs: Ebiten asks for an animation frame after
// each one, and while it rests its request is held back.

export class Pacer {
  #resting = false;
  /** @type {FrameRequestCallback|null} */
  #held = null;
  #request = window.requestAnimationFrame.bind(window);

  /**
   * Calls start, which takes hold of requestAnimationFrame for good, with one
   * that this pacer can hold back. The page's own stays as it is.
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
