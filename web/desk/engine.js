// The engine: Go in a worker. It is a cache of the text, so it can be stopped and
// restarted at any time; open requests are sent again.

import { t } from './translate.js';

/** Milliseconds without an answer after which the engine is restarted. */
const PATIENCE = 20_000;
/** The same for slow requests, such as arranging a large picture. */
const LONG = { picture: 120_000, arrange: 600_000, publish: 600_000, programs: 60_000 };
/** Failed starts in a row after which the engine is considered unable to run here. */
const MOST = 3;

/** @typedef {{op: string, args: any, tried: number, resolve: (result: any) => void, reject: (why: Error) => void}} Question */

export class Engine {
  /** @type {Worker|null} */
  #worker = null;
  /** @type {Map<number, Question>} open requests, in order */
  #open = new Map();
  #last = 0;
  #patience = 0;
  /** Restarts so far. */
  restarts = 0;
  /** Failures since it was last ready. */
  #failures = 0;

  /**
   * @param {object} parts
   * @param {() => Promise<Worker>} parts.start   makes a worker with the program
   * @param {() => {op: string, args: any}[]} parts.again  the requests that bring a new engine up to date
   * @param {(state: 'starting'|'ready'|'failed', why?: string) => void} parts.onState
   */
  constructor({ start, again, onState }) {
    this.start = start;
    this.again = again;
    this.onState = onState;
  }

  /**
   * Sends a request to the engine. Rejects with the engine's error, or with the signal's
   * reason.
   * @param {string} op
   * @param {object} [args]
   * @param {AbortSignal} [signal]  withdraws the request
   * @returns {Promise<any>}
   */
  ask(op, args = {}, signal) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++this.#last;
      const question = { op, args, tried: 0, resolve, reject };
      this.#open.set(id, question);
      signal?.addEventListener('abort', () => {
        if (!this.#open.delete(id)) return; // it was answered
        this.#wait();
        reject(signal.reason);
      });
      if (this.#worker) this.#send(id, question);
      else void this.run();
    });
  }

  /** Whether a request is open. */
  get busy() {
    return this.#open.size > 0;
  }

  /** @type {Promise<void>|null} */
  #starting = null;

  /** Starts the engine if it isn't running. */
  run() {
    this.#starting ??= this.#begin().finally(() => { this.#starting = null; });
    return this.#starting;
  }

  async #begin() {
    if (this.#worker) return;
    this.onState('starting');
    try {
      const worker = await this.start();
      worker.addEventListener('message', ({ data }) => this.#hear(worker, data));
      worker.addEventListener('error', (event) => this.#hear(worker, { fatal: event.message || 'the worker has failed' }));
      this.#worker = worker;
    } catch (why) {
      return this.#fail(String(why));
    }
    for (const { op, args } of this.again()) this.#worker.postMessage({ id: 0, op, args, language: document.documentElement.lang });
    for (const [id, question] of this.#open) this.#send(id, question);
    this.#wait();
  }

  /** Gives up until the next request. @param {string} why */
  #fail(why) {
    this.onState('failed', why);
    for (const { reject } of this.#take()) reject(new Error(why));
  }

  /** @param {number} id @param {Question} question */
  #send(id, { op, args }) {
    this.#worker?.postMessage({ id, op, args, language: document.documentElement.lang });
    if (this.#open.size === 1) this.#wait();
  }

  /** @param {Worker} worker @param {any} data */
  #hear(worker, data) {
    if (worker !== this.#worker) return; // a worker that was stopped
    if (data.fatal !== undefined) return this.end(String(data.fatal));
    if (data.ready) {
      this.#failures = 0;
      this.onState('ready');
    }
    const question = this.#open.get(data.id);
    this.#open.delete(data.id);
    this.#wait();
    if (!question) return;
    if (data.error !== undefined) question.reject(new Error(data.error));
    else question.resolve(data.result);
  }

  /** Waits for the answer to the oldest request. */
  #wait() {
    clearTimeout(this.#patience);
    const oldest = this.#open.values().next().value;
    if (!oldest || !this.#worker) return;
    this.#patience = Number(setTimeout(() => this.end(t('desk.too-slow')), Reflect.get(LONG, oldest.op) ?? PATIENCE));
  }

  /**
   * Restarts the engine. The oldest request may have caused the failure, so it is sent
   * at most twice.
   * @param {string} why
   */
  end(why) {
    this.#worker?.terminate();
    this.#worker = null;
    clearTimeout(this.#patience);
    this.restarts++;
    if (++this.#failures >= MOST) {
      this.#failures = 0;
      return this.#fail(why);
    }
    const [oldest] = this.#open;
    if (oldest && ++oldest[1].tried > 1) {
      this.#open.delete(oldest[0]);
      oldest[1].reject(new Error(why));
    }
    void this.run();
  }

  /** Stops the engine permanently. */
  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    clearTimeout(this.#patience);
    for (const { reject } of this.#take()) reject(new Error('the engine has ended'));
  }

  /** Removes all requests. */
  #take() {
    const all = [...this.#open.values()];
    this.#open.clear();
    return all;
  }
}

/**
 * Makes workers with the program, which is loaded and compiled once. On a site the
 * worker's script is a file of the site, which the strictest policies allow. A page
 * opened from disk can start a worker only of a Blob, so there the script is assembled
 * here.
 * @param {{compile: typeof import('../viewer/load.js').compile, loadText: typeof import('../viewer/load.js').loadText}} load
 * @param {{engine: string, exec: string, worker: string}} addresses
 * @returns {() => Promise<Worker>}
 */
export function workers({ compile, loadText }, { engine, exec, worker }) {
  const inPage = worker.startsWith('inline:');
  /** The script, and the address of what it must load itself. @returns {Promise<{script: string, exec?: string}>} */
  const scripts = async () => {
    if (!inPage) return { script: worker, exec: new URL(exec, document.baseURI).href };
    const texts = await Promise.all([loadText(exec), loadText(worker)]);
    return { script: URL.createObjectURL(new Blob(texts.map((text) => `${text}\n`), { type: 'text/javascript' })) };
  };
  /** @type {Promise<[WebAssembly.Module, {script: string, exec?: string}]>|null} */
  let loaded = null;
  return async () => {
    loaded ??= Promise.all([compile(engine, () => {}), scripts()]);
    loaded.catch(() => { loaded = null; });
    const [module, { script, exec }] = await loaded;
    const made = new Worker(script);
    made.postMessage({ module, exec });
    return made;
  };
}
