// A WebKitGTK browser with a profile on disk. Under WebDriver it keeps nothing, so it is
// driven through its Web Inspector's protocol instead: https://github.com/WebKit/WebKit/tree/main/Source/JavaScriptCore/inspector/protocol
// Its pages have those functions of Puppeteer's that the kills need.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { PATIENCE, pause } from '../browser/browser.js';

/** Milliseconds between two looks at something that is awaited. */
const LOOK = 50;

/** @template T @param {string} what @param {() => Promise<T|null|undefined|false>} look @param {number} [time] @returns {Promise<T>} */
async function awaited(what, look, time = PATIENCE) {
  for (const end = performance.now() + time; performance.now() < end; await pause(LOOK)) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`never seen: ${what}`);
}

/** A browser, whose first tab stays empty and opens the others. */
export class InspectedBrowser {
  /** @type {Set<string>} the addresses of its tabs */
  #known = new Set();
  /** @type {InspectedPage|undefined} */
  #first;

  /** @param {import('node:child_process').ChildProcess} child @param {string} inspector  the host of its inspector's server */
  constructor(child, inspector) {
    this.child = child;
    this.inspector = inspector;
  }

  /** @param {string} program @param {string} profile  a folder @param {string} address  of a page of the same host that needs nothing */
  static async launch(program, profile, address) {
    const inspector = `127.0.0.1:${await freePort()}`;
    const child = spawn('xvfb-run', ['-a', program, address], {
      detached: true, stdio: 'ignore',
      env: {
        ...process.env, WEBKIT_INSPECTOR_HTTP_SERVER: inspector, XDG_DATA_HOME: `${profile}/data`, XDG_CACHE_HOME: `${profile}/cache`, XDG_CONFIG_HOME: `${profile}/config`,
        LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1',
      },
    });
    const browser = new InspectedBrowser(child, inspector);
    browser.#first = await browser.#next();
    return browser;
  }

  process() {
    return this.child;
  }

  /** A tab that wasn't known. */
  async #next() {
    const path = await awaited('a tab', async () => {
      const list = await fetch(`http://${this.inspector}/`).then((answer) => answer.text(), () => '');
      return [...list.matchAll(/\/socket\/\d+\/\d+\/WebPage/g)].map(([found]) => found).find((found) => !this.#known.has(found));
    });
    this.#known.add(path);
    return InspectedPage.connect(`ws://${this.inspector}${path}`);
  }

  async newPage() {
    await this.#first?.evaluate(() => { open('about:blank', '_blank', 'noopener'); });
    return this.#next();
  }

  close() {
    if (this.child.pid) process.kill(-this.child.pid, 'SIGKILL');
    return Promise.resolve();
  }
}

export class InspectedPage {
  #next = 0;
  /** @type {Map<number, {resolve: (result: any) => void, reject: (error: Error) => void}>} */
  #asked = new Map();
  #target = '';
  #timeout = PATIENCE;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#asked.values()) reject(new Error('the tab has ended'));
      this.#asked.clear();
    });
  }

  /** @param {string} address */
  static async connect(address) {
    const socket = new WebSocket(address);
    const page = new InspectedPage(socket);
    await awaited('the inspector of a tab', async () => page.#target);
    return page;
  }

  /** @param {any} message @returns {void} */
  #take({ method, params, id, result, error }) {
    if (method === 'Target.targetCreated' && params.targetInfo.type === 'page' && !params.targetInfo.isProvisional) this.#target = params.targetInfo.targetId;
    if (method === 'Target.didCommitProvisionalTarget') this.#target = params.newTargetId;
    if (method === 'Target.dispatchMessageFromTarget') return this.#take(JSON.parse(params.message));
    const asked = this.#asked.get(id);
    if (!asked || result && Object.keys(result).length === 0 && !error) return; // that a message was passed on
    this.#asked.delete(id);
    if (error) asked.reject(new Error(error.message));
    else asked.resolve(result);
  }

  /** @param {string} method @param {object} params @returns {Promise<any>} */
  #ask(method, params) {
    const id = ++this.#next;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      const message = JSON.stringify({ id, method, params });
      this.socket.send(JSON.stringify({ id, method: 'Target.sendMessageToTarget', params: { targetId: this.#target, message } }));
    });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(run, ...args) {
    const expression = `JSON.stringify({ value: (${run})(...${JSON.stringify(args)}) })`;
    const { result, wasThrown } = await this.#ask('Runtime.evaluate', { expression, returnByValue: true, emulateUserGesture: true });
    if (wasThrown) throw new Error(result.description ?? String(result.value));
    return JSON.parse(result.value).value;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
