// The article page's side of the talk with one frame.

/** @import {Order, Report} from './message.js' */
import { nonceOf, otherVersion, port as portMessage, readReport, write } from './message.js';

export class Talk {
  #stop = new AbortController();
  /** @type {MessagePort|null} */
  #port = null;
  #asked = 0;
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (why: Error) => void}>} */
  #open = new Map();

  /**
   * Listens for the frame. A frame that loads anew is given a new port.
   * @param {HTMLIFrameElement} frame
   * @param {object} hooks
   * @param {() => void} hooks.here                    the frame has a port
   * @param {(report: Report) => void} hooks.report
   * @param {(version: number) => void} hooks.other  the frame is of another version
   */
  constructor(frame, { here, report, other }) {
    addEventListener('message', (event) => {
      if (!event.source || event.source !== frame.contentWindow) return;
      const nonce = nonceOf(event.data, 'here');
      const version = otherVersion(event.data);
      if (version !== null) other(version);
      if (nonce === null) return;
      this.#drop('the frame has loaded anew');
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => {
        const told = readReport(data);
        if (told?.type === 'answer') this.#answer(told);
        else if (told) report(told);
      };
      // To any origin: a sandboxed frame has none that could be named.
      frame.contentWindow?.postMessage(portMessage(nonce), '*', [port2]);
      here();
    }, { signal: this.#stop.signal });
  }

  /** @param {Order} order */
  send(order) {
    this.#port?.postMessage(write(order));
  }

  /**
   * Asks the frame: to do something, or for what it measures. Rejects with what
   * it refuses, as it says.
   * @param {import('../state/store.js').Action|'positions'|'frames'} what
   * @returns {Promise<any>}
   */
  ask(what) {
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject });
      this.send(typeof what === 'string' ? { type: what, id } : { type: 'dispatch', id, action: what });
    });
  }

  close() {
    this.#stop.abort();
    this.#drop('the graph has gone back to its picture');
  }

  /** @param {Extract<Report, {type: 'answer'}>} answer */
  #answer({ id, fault, positions, frames }) {
    const asker = this.#open.get(id);
    this.#open.delete(id);
    if (fault !== null) asker?.reject(new TypeError(fault));
    else asker?.resolve(positions ?? frames ?? undefined);
  }

  /** @param {string} why */
  #drop(why) {
    this.#port?.close();
    this.#port = null;
    for (const { reject } of this.#open.values()) reject(new Error(why));
    this.#open.clear();
  }
}
