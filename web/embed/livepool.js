// Limits how many embeds of a page are live: each takes a graphics context, of which
// browsers give a page only a few. The others show their picture.

/**
 * @typedef {object} Member
 * @property {() => void} start  makes the embed live
 * @property {() => void} stop   shows its picture again
 */

/** The most embeds that are live at once. */
export const MAX_LIVE = 4;

export class LivePool {
  /** Live members, the one last near the viewport last. @type {Set<Member>} */
  #live = new Set();
  /** Members waiting to go live, in the order of their requests. @type {Set<Member>} */
  #waiting = new Set();
  /** Members near the viewport. @type {Set<Member>} */
  #near = new Set();

  /** @param {number} maxLive */
  constructor(maxLive = MAX_LIVE) {
    this.maxLive = maxLive;
  }

  /**
   * Requests that a member goes live. If the pool is full, a member away from the
   * viewport is stopped. If there is none, the request waits; an urgent one stops
   * the oldest member instead.
   * @param {Member} member
   * @param {boolean} [urgent]  the reader requested it
   */
  request(member, urgent = false) {
    if (this.#live.has(member)) return;
    if (this.#live.size >= this.maxLive) {
      const out = [...this.#live].find((live) => !this.#near.has(live)) ?? (urgent ? [...this.#live][0] : null);
      if (!out) {
        this.#waiting.add(member);
        return;
      }
      this.#live.delete(out);
      out.stop();
    }
    this.#waiting.delete(member);
    this.#live.add(member);
    member.start();
  }

  /** Records that a member is near the viewport, or no longer. @param {Member} member @param {boolean} near */
  setNear(member, near) {
    if (near) {
      this.#near.add(member);
    } else {
      this.#near.delete(member);
      this.#waiting.delete(member);
    }
    if (this.#live.delete(member)) this.#live.add(member); // moves it to the end
    this.#startWaiting();
  }

  /** Removes a member that is no longer live or waiting. @param {Member} member */
  remove(member) {
    this.#near.delete(member);
    this.#waiting.delete(member);
    this.#live.delete(member);
    this.#startWaiting();
  }

  #startWaiting() {
    for (const member of [...this.#waiting]) {
      this.#waiting.delete(member);
      this.request(member);
    }
  }
}
