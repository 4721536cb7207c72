// Browsers lend a page few graphics contexts, and each live graph takes one. So
// only some embeds of a page are live; the others show their picture.

/**
 * @typedef {object} Member
 * @property {() => void} start goes live
 * @property {() => void} stop  shows the picture again
 */

/** The most that are live at once. */
export const MOST = 4;

export class Crowd {
  /** @type {Set<Member>} in the order in which they were last near the reader */
  #live = new Set();
  /** @type {Set<Member>} those that would go live, in the order of asking */
  #waiting = new Set();
  /** @type {Set<Member>} those near what the reader sees */
  #near = new Set();

  /** @param {number} most */
  constructor(most = MOST) {
    this.most = most;
  }

  /**
   * A member wants to go live. One that nobody is near gives way. Where all are
   * near, it waits; when the reader asked for it, the oldest gives way.
   * @param {Member} member
   * @param {boolean} [urgent] the reader asked for it
   */
  ask(member, urgent = false) {
    if (this.#live.has(member)) return;
    if (this.#live.size >= this.most) {
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

  /** A member has come near what the reader sees, or gone. @param {Member} member @param {boolean} near */
  see(member, near) {
    if (near) {
      this.#near.add(member);
    } else {
      this.#near.delete(member);
      this.#waiting.delete(member);
    }
    if (this.#live.delete(member)) this.#live.add(member); // now the latest
    this.#serve();
  }

  /** A member has ended by itself. @param {Member} member */
  leave(member) {
    this.#near.delete(member);
    this.#waiting.delete(member);
    this.#live.delete(member);
    this.#serve();
  }

  #serve() {
    for (const member of [...this.#waiting]) {
      this.#waiting.delete(member);
      this.ask(member);
    }
  }
}
