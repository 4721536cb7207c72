// How often a graph that was lost may begin again: a graphics driver that fails
// over and over must not keep the reader's device busy.

/** Restarts that are allowed within PERIOD. */
const MOST = 3;
/** Milliseconds. */
const PERIOD = 10 * 60_000;
/** Milliseconds before the first restart; each further one waits four times as long. */
const WAIT = 500;

export class Restarts {
  /** @type {number[]} when there were restarts, in milliseconds of the clock */
  #times = [];

  /**
   * How long to wait before the next restart, in milliseconds; null when there
   * have been too many.
   * @param {number} now of a clock that never jumps, such as performance.now()
   */
  next(now) {
    this.#times = this.#times.filter((time) => now - time < PERIOD);
    if (this.#times.length >= MOST) return null;
    this.#times.push(now);
    return WAIT * 4 ** (this.#times.length - 1);
  }
}
