// The article page's end of the channel to one frame.

/** @import {Order, Report} from './message.js' */
import { nonceOf, otherVersion, port as portMessage, readOrder, readReport, tooLong, write } from './message.js';

export class Channel {
  #stop = new AbortController();
  /** @type {MessagePort|null} */
  #port = null;
  #lastId = 0;
  /** The reports that the frame may still send once: those requested, and the one that ends a load. @type {Set<string>} */
  #expected = new Set();
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (why: Error) => void}>} */
  #open = new Map();

  /**
   * Whether the frame has the origin of this page. Only then may it learn what the
   * text of this page contains.
   */
  isOwn = false;

  /**
   * Listens for the frame. A frame that loads again gets a new port. Reports that
   * were not requested are dropped.
   * @param {HTMLIFrameElement} frame
   * @param {object} hooks
   * @param {() => void} hooks.here  called when the frame has a port
   * @param {(report: Report) => void} hooks.report
   * @param {(version: number) => void} hooks.other  called when the frame has another protocol version
   */
  constructor(frame, { here, report, other }) {
    // A page sends its greeting before it has loaded, and once.
    let mayGreet = true;
    frame.addEventListener('load', () => { mayGreet = true; }, { signal: this.#stop.signal });
    // On “window”, by that name: web archives wrap listeners that are added to it.
    window.addEventListener('message', (event) => {
      if (!event.source || event.source !== frame.contentWindow) return;
      const nonce = nonceOf(event.data, 'here');
      const version = otherVersion(event.data);
      if (version !== null) other(version);
      if (nonce === null || !mayGreet) return;
      mayGreet = false;
      this.isOwn = event.origin === location.origin && event.origin !== 'null';
      this.#drop('the frame has loaded again');
      this.#expected = new Set(['start', 'passages']);
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => {
        const message = readReport(data);
        if (message?.type === 'answer') this.#answer(message);
        else if (message && this.#expects(message)) report(message);
      };
      // To any origin, since a sandboxed frame may have an opaque one.
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
   * Sends an action or a query to the frame, and returns its answer. Rejects with
   * the frame's error.
   * @param {import('../state/store.js').Action|'positions'|'frames'} what
   * @returns {Promise<any>}
   */
  ask(what) {
    const id = this.#lastId++;
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

  /** Reports whether the frame may send a report now. @param {Report} report */
  #expects(report) {
    switch (report.type) {
      case 'ready':
      case 'failed': return this.#expected.delete('start');
      case 'passages':
      case 'claims': return this.#expected.delete(report.type);
      case 'withheld': return this.#expected.delete(report.what);
      default: return true;
    }
  }

  /** @param {Extract<Report, {type: 'answer'}>} answer */
  #answer({ id, error, positions, frames }) {
    const request = this.#open.get(id);
    this.#open.delete(id);
    if (error !== null) request?.reject(new TypeError(error));
    else request?.resolve(positions ? Object.assign(Object.create(null), positions) : frames ?? undefined);
  }

  /** Closes the port and rejects open requests. @param {string} why */
  #drop(why) {
    this.#port?.close();
    this.#port = null;
    for (const { reject } of this.#open.values()) reject(new Error(why));
    this.#open.clear();
  }
}
