// A page of a browser with a W3C WebDriver (w3.org/TR/webdriver2), such as WebKit's:
// the parts that the tests in this folder need.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** @import {Tab} from './engine.js' */

/** Milliseconds between attempts while the driver starts, and the number of attempts. */
const TRY = 100;
const TRIES = 200;

/** The keys of WebDriver (section “Keyboard actions”) that differ from the letter they write. */
/** @type {Record<string, string>} */
const KEYS = { Enter: '\uE007', ArrowDown: '\uE015' };

/**
 * Starts a driver and a browser in it.
 * @param {string} program
 * @param {object} capabilities
 * @param {NodeJS.ProcessEnv} env
 */
export async function launch(program, capabilities, env) {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (let i = 0; i < TRIES; i++) {
    if (await fetch(`${address}/status`).then((answer) => answer.ok, () => false)) break;
    await new Promise((next) => setTimeout(next, TRY));
  }
  const { sessionId } = await call('POST', `${address}/session`, { capabilities: { alwaysMatch: capabilities } });
  const session = `${address}/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: 120_000, pageLoad: 120_000 });
  return {
    tab: new DrivenTab(session),
    async close() {
      await call('DELETE', session).catch(() => {}); // it may have ended already
      driver.kill();
    },
  };
}

/** @implements {Tab} */
class DrivenTab {
  /** @param {string} session its address */
  constructor(session) {
    this.session = session;
  }

  /** @param {string} url */
  async goto(url) {
    await call('POST', `${this.session}/url`, { url: 'about:blank' }); // otherwise a new fragment alone loads nothing
    await call('POST', `${this.session}/url`, { url });
  }

  reload() {
    return call('POST', `${this.session}/refresh`, {});
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    const inner = await this.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await call('POST', `${this.session}/window/rect`, { width: width + inner[0], height: height + inner[1] });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  async evaluate(run, ...args) {
    const script = `const [args, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
      Promise.resolve().then(() => (${run})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await call('POST', `${this.session}/execute/async`, { script, args });
    if (error) throw new Error(error);
    return value;
  }

  /** @param {number} x @param {number} y */
  async click(x, y) {
    await this.#act([pointer([move(x, y), { type: 'pointerDown', button: 0 }])]);
    await this.evaluate(twoFrames);
    await this.#act([pointer([{ type: 'pointerUp', button: 0 }])]);
  }

  /** @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {number} steps */
  async drag(from, to, steps = 12) {
    await this.#act([pointer([move(from.x, from.y), { type: 'pointerDown', button: 0 }])]);
    await this.evaluate(twoFrames);
    for (let i = 1; i <= steps; i++) {
      await this.#act([pointer([move(from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps)])]);
      await this.evaluate(twoFrames);
    }
    await this.#act([pointer([{ type: 'pointerUp', button: 0 }])]);
  }

  /** @param {number} x @param {number} y @param {number} deltaY */
  async wheel(x, y, deltaY) {
    await this.#act([pointer([move(x, y)])]);
    await this.#act([{ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY, duration: 0 }] }]);
  }

  /** @param {string} text */
  type(text) {
    return this.#act([{ type: 'key', id: 'keys', actions: [...text].flatMap((key) => [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }]) }]);
  }

  /** @param {string} key */
  press(key) {
    return this.type(KEYS[key] ?? key);
  }

  /** Performs actions. The driver keeps pressed keys and buttons between calls. @param {object[]} actions */
  #act(actions) {
    return call('POST', `${this.session}/actions`, { actions });
  }
}

/** @param {object[]} actions */
const pointer = (actions) => ({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });

/** @param {number} x @param {number} y */
const move = (x, y) => ({ type: 'pointerMove', origin: 'viewport', x: Math.round(x), y: Math.round(y), duration: 0 });

/** Waits, in a page, for the frames in which the graph polls the pointer: a slow engine takes longer than any fixed delay. */
export const twoFrames = async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
};

/** Sends a command to the driver. @param {string} method @param {string} url @param {object} [body] */
async function call(method, url, body) {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }) });
  const { value } = /** @type {{value: any}} */ (await answer.json());
  if (!answer.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value.error}: ${value.message}`);
  return value;
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
