// A WebKitGTK browser with a profile on disk. Under WebDriver it keeps nothing, so it is
// driven through its Web Inspector's protocol instead: https://github.com/WebKit/WebKit/tree/main/Source/JavaScriptCore/inspector/protocol
// Its pages have the methods of Puppeteer's that the kills need.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { PATIENCE, pause } from '../browser/browser.js';

/** Milliseconds between two checks of a condition. */
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

  /** @param {string} program  MiniBrowser @param {string} profile  a folder */
  static async launch(program, profile) {
    const inspector = `127.0.0.1:${await freePort()}`;
    const child = spawn(program, ['about:blank'], {
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

  /** A tab that isn't in the list yet. */
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
    socket.addEventListener('close', () => this.#forget('the tab has ended'));
  }

  /** Rejects all pending requests. @param {string} why */
  #forget(why) {
    for (const { reject } of this.#asked.values()) reject(new Error(why));
    this.#asked.clear();
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
    if (method === 'Target.didCommitProvisionalTarget' || method === 'Target.targetDestroyed') this.#forget('the page is gone');
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

  /** @param {number} time */
  setDefaultTimeout(time) {
    this.#timeout = time;
  }

  workers() {
    return [];
  }

  /** @param {string} url */
  async goto(url) {
    await this.evaluate((url) => { location.href = url; }, url);
    await this.#awaited(`the page ${url}`, () => this.evaluate((url) => location.href.startsWith(url) && document.readyState !== 'loading', url));
  }

  async reload() {
    await this.evaluate(() => {
      Reflect.set(globalThis, 'old', true);
      location.reload();
    });
    await this.#awaited('the page after a reload', () => this.evaluate(() => !Reflect.get(globalThis, 'old') && document.readyState !== 'loading'));
  }

  async bringToFront() {
    await this.evaluate(() => focus());
  }

  async close() {
    await this.evaluate(() => close()).catch(() => {}); // it may not answer any more
  }

  /** Waits for an answer other than false; a page that is being loaded doesn't answer. @param {string} what @param {() => Promise<unknown>} look @param {number} [time] */
  #awaited(what, look, time = this.#timeout) {
    return awaited(what, () => look().catch(() => false), time);
  }

  /** @param {(...args: any[]) => unknown} holds @param {{timeout?: number}} options @param {...unknown} args */
  async waitForFunction(holds, { timeout } = {}, ...args) {
    const script = String(holds);
    await this.#awaited(script, async () => Boolean(await this.evaluate(/** @type {any} */ (`(...args) => Boolean((${script})(...args))`), ...args)), timeout);
  }

  /** @param {string} selector @param {{hidden?: boolean}} [options] */
  async waitForSelector(selector, { hidden = false } = {}) {
    await this.#awaited(`${selector}${hidden ? ', hidden' : ''}`, () => this.evaluate((selector, hidden) => {
      const one = document.querySelector(selector);
      return hidden ? !one?.checkVisibility() : one !== null;
    }, selector, hidden));
  }

  /** @param {string} selector @returns {Promise<boolean>} */
  $(selector) {
    return this.evaluate((selector) => document.querySelector(selector) !== null, selector);
  }

  /** @param {string} selector @param {(one: any, ...args: any[]) => unknown} run @param {...unknown} args */
  async $eval(selector, run, ...args) {
    return this.evaluate(/** @type {any} */ (`(selector, ...args) => (${run})(document.querySelector(selector), ...args)`), selector, ...args);
  }

  keyboard = {
    /** @param {string} letter */
    down: (letter) => this.evaluate((letter) => { document.execCommand('insertText', false, letter); }, letter),
    up: async () => {},
    /** @param {string} text */
    type: (text) => this.evaluate((text) => { document.execCommand('insertText', false, text); }, text),
    /** @param {string} key */
    press: (key) => this.evaluate((key) => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true })); }, key),
  };
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
