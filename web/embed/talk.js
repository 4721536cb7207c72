// The article page's side of the talk with one frame.

/** @import {Order, Report} from './message.js' */
import { nonceOf, otherVersion, port as portMessage, readOrder, readReport, tooLong, write } from './message.js';

export class Talk {
  #stop = new AbortController();
  /** @type {MessagePort|null} */
  #port = null;
  #asked = 0;
  /** Reports that a frame may send once: what it was asked for, and one start of a load. @type {Set<string>} */
  #expected = new Set();
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (why: Error) => void}>} */
  #open = new Map();

  /**
   * Whether the frame's page is of this page's origin. Only then may it know what
   * this page's text holds: a frame of another origin could be anybody's.
   */
  isOwn = false;

  /**
   * Listens for the frame. A frame that loads again is given a new port. Whatever
   * a frame sends without being asked is dropped, however often it does so.
   * @param {HTMLIFrameElement} frame
   * @param {object} hooks
   * @param {() => void} hooks.here                    the frame has a port
   * @param {(report: Report) => void} hooks.report
   * @param {(version: number) => void} hooks.other  the frame is of another version
   */
  constructor(frame, { here, report, other }) {
    // A page says that it is there before it has loaded, and once.
    let mayCome = 1;
    frame.addEventListener('load', () => { mayCome = 1; }, { signal: this.#stop.signal });
    addEventListener('message', (event) => {
      if (!event.source || event.source !== frame.contentWindow) return;
      const nonce = nonceOf(event.data, 'here');
      const version = otherVersion(event.data);
      if (version !== null) other(version);
      if (nonce === null || mayCome === 0) return;
      mayCome = 0;
      this.isOwn = event.origin === location.origin && event.origin !== 'null';
      this.#drop('the frame has loaded again');
      this.#expected = new Set(['start', 'passages']);
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => {
        const told = readReport(data);
        if (told?.type === 'answer') this.#answer(told);
        else if (told && this.#expects(told)) report(told);
      };
      // To any origin: a sandboxed frame has none that could be named.
      frame.contentWindow?.postMessage(portMessage(nonce), '*', [port2]);
      here();
    }, { signal: this.#stop.signal });
  }

  /** @param {Order} order */
  send(order) {
    if (order.type === 'print') this.#expected.add('claims');
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
    /** @type {Order} */
    const order = typeof what === 'string' ? { type: what, id } : { type: 'dispatch', id, action: what };
    return new Promise((resolve, reject) => {
      const text = write(order);
      const why = tooLong(text) ?? (readOrder(text) ? null : 'an action is an object with a type');
      if (why !== null) throw new TypeError(why);
      this.#open.set(id, { resolve, reject });
      this.send(order);
    });
  }

  close() {
    this.#stop.abort();
    this.#drop('the graph has gone back to its picture');
  }

  /** Reports whether a frame may send this now. @param {Report} told */
  #expects(told) {
    switch (told.type) {
      case 'ready':
      case 'failed': return this.#expected.delete('start');
      case 'passages':
      case 'claims': return this.#expected.delete(told.type);
      case 'withheld': return this.#expected.delete(told.what);
      default: return true;
    }
  }

  /** @param {Extract<Report, {type: 'answer'}>} answer */
  #answer({ id, fault, positions, frames }) {
    const asker = this.#open.get(id);
    this.#open.delete(id);
    if (fault !== null) asker?.reject(new TypeError(fault));
    else asker?.resolve(positions ? Object.assign(Object.create(null), positions) : frames ?? undefined);
  }

  /** @param {string} why */
  #drop(why) {
    this.#port?.close();
    this.#port = null;
    for (const { reject } of this.#open.values()) reject(new Error(why));
    this.#open.clear();
  }
}
