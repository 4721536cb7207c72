// Events around an open page that the graph must survive.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, positionsOf, settled, start, stateOf, until } from '../test/browser/browser.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {import('../test/browser/browser.js').Tester} */
let tester;
before(async () => { tester = await start(); });
after(() => tester.close());

/** Checks that a click still selects. @param {Page} page @param {string} id */
async function lives(page, id) {
  await settled(page);
  const { x, y } = (await positionsOf(page))[id];
  await page.mouse.click(x, y);
  await until(page, `the selection of ${id}`, (want) => window.proxynet.state.select === want, id);
  await until(page, 'its entry', (want) => document.querySelector('#detail .entry')?.getAttribute('data-id') === want, id);
}

test('weather: on a slow connection the page is complete at once, then progress, then the graph', { timeout: 170_000 }, async () => {
  const { page, errors } = await tester.open({
    still: true,
    prepare: (fresh) => fresh.emulateNetworkConditions({ download: 1.6e6 / 8, upload: 750e3 / 8, latency: 150 }), // 3G, in bytes per second
  });
  await until(page, 'the progress', () => Number(document.querySelector('#progress:not([hidden])')?.getAttribute('aria-valuenow')) > 0);
  await page.click('#picture .poster-wide a[data-select="hezbollah"] text');
  await until(page, 'the passages', () => document.querySelector('#detail [data-passage="p18-hezbollah"]') !== null);
  await page.evaluate(() => window.proxynet.ready);
  await lives(page, 'houthis');
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: the clock jumps by a day', async () => {
  const { page, errors } = await tester.open();
  for (const [days, id] of /** @type {[number, string][]} */ ([[1, 'houthis'], [-2, 'qaani']])) {
    await page.evaluate((days) => {
      const now = Date.now;
      Date.now = () => now() + days * 86_400_000;
    }, days);
    await lives(page, id);
  }
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: zooming the page to 200% keeps the state', async () => {
  const { page } = await tester.open({ path: '#select=qaani' });
  await Promise.all([page.waitForNavigation(), page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 })]);
  await page.evaluate(() => window.proxynet.ready);
  assert.equal((await stateOf(page)).select, 'qaani');
  const { width, clientWidth } = await page.$eval('body > canvas', (canvas) => {
    const { width, clientWidth } = /** @type {HTMLCanvasElement} */ (canvas);
    return { width, clientWidth };
  });
  assert.equal(width, 2 * clientWidth);
  await page.close();
});

test('weather: the window is resized', async () => {
  const { page, errors } = await tester.open();
  for (const [width, height, id] of /** @type {[number, number, string][]} */ ([[700, 900, 'houthis'], [1600, 500, 'qaani'], [1280, 800, 'hezbollah']])) {
    await page.setViewport({ width, height });
    await lives(page, id);
  }
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: the tab was hidden', async () => {
  const { page, errors } = await tester.open({ motion: true });
  const other = await tester.browser.newPage();
  await other.bringToFront();
  assert.equal(await page.evaluate(() => document.visibilityState), 'hidden');
  const drawn = await page.evaluate(() => window.proxynet.frames());
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'tehran' }));
  await pause(3000);
  assert.equal(await page.evaluate(() => window.proxynet.frames()), drawn, 'frames are drawn in a hidden tab');
  await page.bringToFront();
  await other.close();
  await lives(page, 'houthis');
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: the page is left and restored', async () => {
  const { page, errors } = await tester.open();
  await lives(page, 'houthis');
  await page.goto('about:blank');
  await page.goBack();
  await until(page, 'the page', () => window.proxynet !== undefined);
  await page.evaluate(() => window.proxynet.ready);
  assert.equal((await stateOf(page)).select, 'houthis');
  await lives(page, 'qaani');
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: the page is printed', { timeout: 170_000 }, async () => {
  const { page, errors } = await tester.open({ path: '#select=qaani' });
  const pdf = await page.pdf({ timeout: 120_000 });
  assert.ok(pdf.length > 50_000, `the print has ${pdf.length} bytes`);
  await lives(page, 'houthis');
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: storage is disabled', async () => {
  const { page, errors } = await tester.open({
    prepare: (fresh) => fresh.evaluateOnNewDocument(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get() { throw new DOMException('forbidden', 'SecurityError'); } });
      }
      Object.defineProperty(document, 'cookie', { get() { throw new DOMException('forbidden', 'SecurityError'); } });
    }),
  });
  await lives(page, 'houthis');
  assert.deepEqual(errors, []);
  await page.close();
});

test('weather: the host sends another type for the program', async () => {
  const { page, errors } = await tester.open({
    prepare: async (fresh) => {
      await fresh.setRequestInterception(true);
      fresh.on('request', async (request) => {
        if (!/\.wasm$/.test(request.url())) return request.continue();
        const body = new Uint8Array(await (await fetch(request.url())).arrayBuffer());
        request.respond({ contentType: 'application/octet-stream', body });
      });
    },
  });
  await lives(page, 'houthis');
  assert.deepEqual(errors, []);
  await page.close();
});
