// The three engines for the tests in this folder: Chromium, Firefox and WebKit, each
// with a window on its own display and WebGL in software, behind one small interface.

import { spawn } from 'node:child_process';
import puppeteer from 'puppeteer-core';
import { launch as launchChromium, pause } from '../browser/browser.js';
import { launch as launchDriven, twoFrames } from './webdriver.js';

/** @import {Browser, KeyInput, Page} from 'puppeteer-core' */

/**
 * A page and its input devices. Points are in CSS pixels of the window.
 * @typedef {object} Tab
 * @property {(url: string) => Promise<unknown>} goto
 * @property {() => Promise<unknown>} reload
 * @property {(width: number, height: number) => Promise<unknown>} resize
 * @property {<A extends unknown[], R>(run: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 * @property {(x: number, y: number) => Promise<unknown>} click
 * @property {(from: {x: number, y: number}, to: {x: number, y: number}) => Promise<unknown>} drag
 * @property {(x: number, y: number, deltaY: number) => Promise<unknown>} wheel
 * @property {(text: string) => Promise<unknown>} type  into what has the focus
 * @property {(key: string) => Promise<unknown>} press
 */

/** @typedef {{tab: Tab, close: () => Promise<unknown>}} Opened */

/** Environment variables that make every engine draw in software, and let WebKit run as root in a container. */
const SOFTWARE = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' };

/** The engines by name. @type {Record<string, (env: NodeJS.ProcessEnv, webgl: boolean) => Promise<Opened>>} */
const ENGINES = {
  chromium: async (env, webgl) => puppet(await launchChromium(...(webgl ? [] : ['--disable-gpu', '--disable-3d-apis']))),
  firefox: async (env, webgl) => puppet(await puppeteer.launch({
    browser: 'firefox', executablePath: env.FIREFOX, headless: false, env: strings(env), timeout: 120_000,
    extraPrefsFirefox: { 'webgl.force-enabled': webgl, 'webgl.disabled': !webgl, 'datareporting.policy.dataSubmissionEnabled': false, 'app.update.enabled': false },
  })),
  webkit: (env, webgl) => launchDriven('WebKitWebDriver', {
    'webkitgtk:browserOptions': { binary: env.MINIBROWSER, args: ['--automation', `--enable-webgl=${webgl}`] },
  }, env),
};

export const names = Object.keys(ENGINES);

/** Opens a page in the engine of that name, with or without WebGL. @param {string} name @returns {Promise<Opened>} */
export async function open(name, webgl = true) {
  const display = await startDisplay();
  const { tab, close } = await ENGINES[name]({ ...process.env, ...SOFTWARE, DISPLAY: display.name }, webgl).catch((why) => {
    display.stop();
    throw why;
  });
  return { tab, close: () => close().finally(display.stop) };
}

/** A virtual display. */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (status) => reject(new Error(`Xvfb ended with status ${status}`)));
    server.stdio[3]?.once('data', (text) => resolve(String(text).trim()));
  });
  return { name: `:${number}`, stop: () => void server.kill() };
}

/** @param {Browser} browser @returns {Promise<Opened>} */
async function puppet(browser) {
  const page = await browser.newPage();
  return { tab: new PuppetTab(page), close: () => browser.close() };
}

/** @implements {Tab} */
class PuppetTab {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} url */
  async goto(url) {
    await this.page.goto('about:blank'); // otherwise a new fragment alone loads nothing
    await this.page.goto(url, { waitUntil: 'load', timeout: 120_000 });
  }

  reload() {
    return this.page.reload({ timeout: 120_000 });
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    return this.page.setViewport({ width, height });
  }

  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} run
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(run, ...args) {
    return this.page.evaluate(/** @type {any} */ (run), ...args);
  }

  /** @param {number} x @param {number} y */
  async click(x, y) {
    const { mouse } = this.page;
    await mouse.move(x, y);
    await mouse.down();
    await this.#drawn();
    await mouse.up();
  }

  /** @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {number} steps */
  async drag(from, to, steps = 12) {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await this.#drawn();
    for (let i = 1; i <= steps; i++) {
      await mouse.move(from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps);
      await this.#drawn();
    }
    await mouse.up();
  }

  /** Waits for the frames in which the graph polls the pointer: a slow engine takes longer than any fixed delay. */
  #drawn() {
    return this.page.evaluate(twoFrames);
  }

  /** @param {number} x @param {number} y @param {number} deltaY */
  async wheel(x, y, deltaY) {
    await this.page.mouse.move(x, y);
    await this.page.mouse.wheel({ deltaY });
  }

  /** @param {string} text */
  type(text) {
    return this.page.keyboard.type(text);
  }

  /** @param {string} key */
  press(key) {
    return this.page.keyboard.press(/** @type {KeyInput} */ (key));
  }
}

/** Returns the variables that have a value. @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
function strings(env) {
  return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined).map(([name, value]) => [name, String(value)]));
}
