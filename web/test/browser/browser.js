// Shared by the browser tests: the built site, served by the project's own server, and
// pages of Chromium whose errors are collected.
//
// `make test` builds the site and sets SITE, PROXYNET (the command) and CHROMIUM. Under
// run.js, BROWSER is the address of a running Chromium, and SITE_ADDRESS that of a
// server of the site; without them a file starts its own.

import { spawn } from 'node:child_process';
import puppeteer from 'puppeteer-core';

/** @import {BrowserContext, Page} from 'puppeteer-core' */
/** A separate browser, or a context in one. @typedef {Pick<BrowserContext, 'newPage'|'close'>} Session */

/** Milliseconds that a page may take to load while other tests load the machine. */
export const PATIENCE = 90_000;
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/**
 * Options for opening a page.
 * @typedef {object} View
 * @property {boolean} [phone]        390 × 844 with touch, else 1280 × 800
 * @property {boolean} [dark]
 * @property {boolean} [motion]       for a reader who doesn’t prefer reduced motion: changes take several frames, each 0.1 s of the processor’s time
 * @property {boolean} [picture]      the page shows the static picture instead of the graph
 * @property {boolean} [noScript]
 * @property {string} [path]          after the site's address, such as "#select=qaani"
 * @property {boolean} [still]        return at once, without waiting for the live graph
 * @property {boolean} [waiting]      on a phone: leave the graph unloaded until the page is touched
 * @property {(page: Page) => Promise<unknown>} [prepare]  before the page is opened
 */

/** Opens a session, and serves a built site. End it with its close. @param {string} [site] */
export async function start(site) {
  const { address, stop } = await serve(site);
  return new Tester(await newSession(), address, stop);
}

/**
 * Serves a built site as the command does.
 * @param {string} [folder] of another site than SITE
 */
export async function serve(folder) {
  const shared = process.env.SITE_ADDRESS;
  if (shared && folder === undefined) return { address: shared, stop: () => {} };
  const site = folder ?? named('SITE');
  const server = spawn(named('PROXYNET'), ['serve', '--site', site, '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((resolve, reject) => {
    server.on('exit', (status) => reject(new Error(`the server ended with status ${status}`)));
    server.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found) resolve(found[0]);
    });
  });
  return { address: String(address), stop: () => void server.kill() };
}

/**
 * The flags for each software renderer. Mesa takes two thirds of SwiftShader's CPU
 * time, but only SwiftShader comes with Chromium.
 */
const GRAPHICS = {
  swiftshader: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  mesa: ['--use-gl=angle', '--use-angle=gl-egl', '--disable-gpu-compositing'],
};

/** Starts Chromium with WebGL in software, chosen by $GRAPHICS, and without its own background requests. @param {string[]} more flags */
export function launch(...more) {
  return puppeteer.launch({
    executablePath: named('CHROMIUM'), timeout: PATIENCE,
    env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
    args: [
      '--no-sandbox', ...GRAPHICS[process.env.GRAPHICS === 'mesa' ? 'mesa' : 'swiftshader'], '--ignore-gpu-blocklist',
      '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
      ...more,
    ],
  });
}

/** Sets $GRAPHICS, unless it is given, to the fastest way to draw that Chromium has here. */
export async function chooseGraphics() {
  process.env.GRAPHICS ||= await hasMesa() ? 'mesa' : 'swiftshader';
}

/** Reports whether Chromium can draw with Mesa's renderer here. */
async function hasMesa() {
  const before = process.env.GRAPHICS;
  process.env.GRAPHICS = 'mesa';
  const browser = await launch();
  process.env.GRAPHICS = before ?? '';
  const page = await browser.newPage();
  const name = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    return gl?.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  });
  await browser.close();
  return /llvmpipe/.test(name ?? '');
}

/**
 * Opens an empty session, without cookies, storage or cache of other tests: a context
 * of the Chromium that run.js started, if there is one.
 * @returns {Promise<Session>}
 */
export async function newSession() {
  if (!process.env.BROWSER) return launch();
  const browser = await puppeteer.connect({ browserWSEndpoint: process.env.BROWSER });
  const context = await browser.createBrowserContext();
  return {
    newPage: () => context.newPage(),
    async close() {
      await context.close();
      await browser.disconnect();
    },
  };
}

export class Tester {
  /**
   * @param {Session} browser
   * @param {string} address
   * @param {() => void} stop
   */
  constructor(browser, address, stop) {
    this.browser = browser;
    this.address = address;
    this.stop = stop;
  }

  async close() {
    await this.browser.close();
    this.stop();
  }

  /**
   * Opens the site. The page's errors are uncaught errors, console errors (including
   * violations of the content security policy), failed requests, and requests to other
   * hosts.
   * @param {View} [view]
   */
  async open({ phone, dark, motion, noScript, path = '', picture, still, waiting, prepare } = {}) {
    const page = await this.browser.newPage();
    await page.setViewport(phone ? PHONE : DESKTOP);
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: motion ? 'no-preference' : 'reduce' },
    ]);
    if (noScript) await page.setJavaScriptEnabled(false);
    page.setDefaultNavigationTimeout(PATIENCE);
    const errors = watch(page, this.address);
    await prepare?.(page);
    const mode = picture ? `${path.includes('#') ? '&' : '#'}mode=picture` : '';
    await page.goto(this.address + path + mode, { waitUntil: 'load' });
    if (!still && !noScript) await page.evaluate(() => window.proxynet.ready);
    if (phone && !picture && !still && !waiting && !noScript) await goLive(page);
    return { page, errors };
  }
}

/** A performance warning by the driver when Chromium composites a page with a canvas in software. */
const DRIVER = /GL Driver Message \(OpenGL, Performance, .*GPU stall due to ReadPixels/;

/** Collects the errors of a page. @param {Page} page @param {string} address */
function watch(page, address) {
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(`error: ${/** @type {Error} */ (error).message}`));
  page.on('console', (message) => {
    if (DRIVER.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warn') errors.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => errors.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) errors.push(`foreign: ${url}`);
  });
  return errors;
}

/** Loads the graph if the page waits for the reader to do so, and waits until it is live. @param {Page} page */
export async function goLive(page) {
  await page.evaluate(() => {
    if (document.documentElement.dataset.viewer !== 'picture') return;
    const { x, y } = /** @type {Element} */ (document.querySelector('#picture')).getBoundingClientRect();
    for (const pointerId of [1001, 1002]) document.querySelector('#picture')?.dispatchEvent(new PointerEvent('pointerdown', { pointerId, pointerType: 'touch', clientX: x, clientY: y, bubbles: true }));
    for (const pointerId of [1001, 1002]) document.querySelector('#picture')?.dispatchEvent(new PointerEvent('pointerup', { pointerId, pointerType: 'touch', clientX: x, clientY: y, bubbles: true }));
  });
  await page.waitForFunction(() => document.documentElement.dataset.viewer === 'live', { timeout: PATIENCE, polling: 50 });
}

/** The page's state. @param {Page} page */
export const stateOf = (page) => page.evaluate(() => window.proxynet.state);

/** The positions of all elements, in CSS pixels. @param {Page} page */
export const positionsOf = (page) => page.evaluate(() => window.proxynet.positions());

/** Waits for a number of milliseconds. @param {number} time @returns {Promise<void>} */
export const pause = (time) => new Promise((next) => { setTimeout(next, time); });

/** Moves two fingers apart, side by side, to more than twice their distance. @param {Page} page */
export async function spread(page) {
  const one = await page.touchscreen.touchStart(150, 300);
  const two = await page.touchscreen.touchStart(240, 300);
  for (let step = 1; step <= 6; step++) {
    await one.move(150 - 10 * step, 300);
    await two.move(240 + 10 * step, 300);
    await pause(80);
  }
  await one.end();
  await two.end();
}

/** Removes WebGL from a page before it is opened. @param {Page} page */
export const noWebGL = (page) => page.evaluateOnNewDocument(() => {
  HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
    apply: (get, canvas, [kind, ...rest]) => (/webgl/.test(kind) ? null : Reflect.apply(get, canvas, [kind, ...rest])),
  });
});

/** Waits for a selection. @param {Page} page @param {string|null} id */
export const selected = (page, id) => until(page, `the selection of ${id}`, (want) => window.proxynet.state.select === want, id);

/**
 * Waits until a condition holds in the page; the error names the condition.
 * @param {Page} page
 * @param {string} what
 * @param {(...args: any[]) => unknown} holds
 * @param {...unknown} args
 */
export async function until(page, what, holds, ...args) {
  try {
    await page.waitForFunction(holds, { timeout: PATIENCE, polling: 50 }, ...args);
  } catch (error) {
    throw new Error(`never seen: ${what}`, { cause: error });
  }
}

/** Waits until the graph rests: in ten frames of the browser and half a second nothing moves and nothing is drawn. @param {Page} page */
export async function settled(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => { requestAnimationFrame(next); setTimeout(next, 1000); }); // a hidden page has no frames
    const rest = () => new Promise((next) => { setTimeout(next, 40); }); // each frame costs time
    for (let last = '', same = 0, since = 0; same < 10 || performance.now() - since < 500;) {
      await frame();
      const now = JSON.stringify([window.proxynet.frames(), window.proxynet.positions()]);
      if (now === last) same++;
      else [last, same, since] = [now, 0, performance.now()];
      await rest();
    }
    // A slow renderer is several frames behind. Reading a pixel waits for it.
    const canvas = /** @type {HTMLCanvasElement|null} */ (document.querySelector('body > canvas'));
    const gl = canvas?.getContext('webgl2');
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    await frame();
    await frame();
  });
}

/** @param {string} name of a variable that `make test` sets */
function named(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run the tests with: make test`);
  return value;
}
