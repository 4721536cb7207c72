// Limits how often the graph restarts after it lost its graphics context: a driver
// that keeps failing must not keep the reader's device busy.

/** The most restarts within PERIOD. */
const MAX_RESTARTS = 3;
/** Milliseconds. */
const PERIOD = 10 * 60_000;
/** Milliseconds before the first restart; each further one waits four times as long. */
const WAIT = 500;

export class ContextLossRetries {
  /** The times of the restarts, in milliseconds of the clock. @type {number[]} */
  #times = [];

  /**
   * The milliseconds to wait before the next restart, or null if there have been
   * too many.
   * @param {number} now of a clock that never jumps, such as performance.now()
   */
  next(now) {
    this.#times = this.#times.filter((time) => now - time < PERIOD);
    if (this.#times.length >= MAX_RESTARTS) return null;
    this.#times.push(now);
    return WAIT * 4 ** (this.#times.length - 1);
  }
}
