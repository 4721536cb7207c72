// When the live picture can't start, the reader keeps the static one, the
// evidence, and one quiet line.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, start, Tester, until } from '../browser/browser.js';

/** @import {HTTPRequest, Page} from 'puppeteer-core' */

/** @type {Tester} */
let tester;
before(async () => { tester = await start(); });
after(() => tester.close());

/** What a reader without the live picture still has. @param {Page} page */
async function quiet(page) {
  await until(page, 'the failure', () => document.documentElement.dataset.viewer === 'failed');
  const shown = await page.evaluate(() => ({
    line: document.querySelector('#status')?.textContent ?? '',
    picture: [...document.querySelectorAll('#picture svg')].filter((svg) => svg.checkVisibility({ visibilityProperty: true })).length,
    canvas: document.querySelectorAll('body > canvas').length,
    progress: document.querySelector('#progress')?.checkVisibility(),
  }));
  assert.match(shown.line, /\S/);
  assert.equal(shown.picture, 1, 'the static picture does not show');
  assert.equal(shown.canvas, 0, 'a canvas is left');
  assert.equal(shown.progress, false, 'the progress bar is left');
  // The static picture is clicked as the live one would be.
  await page.click('#picture svg:not([hidden]) a[data-select="hezbollah"] text, #picture .poster-wide a[data-select="hezbollah"] text');
  await until(page, 'the passages of Hezbollah', () => document.querySelector('#detail [data-passage="p18-hezbollah"]') !== null);
  const ready = await page.evaluate(() => window.proxynet.ready.then(() => 'resolved', (/** @type {Error} */ error) => error.message));
  assert.notEqual(ready, 'resolved');
}

/**
 * Answers the requests whose address matches.
 * @param {RegExp} address
 * @param {(request: HTTPRequest) => void} answer
 */
const intercept = (address, answer) => async (/** @type {Page} */ page) => {
  await page.setRequestInterception(true);
  page.on('request', (request) => (address.test(request.url()) ? answer(request) : request.continue()));
};

/** @type {Record<string, (page: Page) => Promise<void>>} */
const CASES = {
  'the program is not there': intercept(/\.wasm$/, (request) => request.respond({ status: 404, body: '' })),
  'the program does not arrive': intercept(/\.wasm$/, (request) => request.abort()),
  'the program is no WASM': intercept(/\.wasm$/, (request) => request.respond({ contentType: 'application/wasm', body: 'no' })),
  'the network is not there': intercept(/network\..*\.json$/, (request) => request.respond({ status: 500, body: '' })),
  'the network is no JSON': intercept(/network\..*\.json$/, (request) => request.respond({ contentType: 'application/json', body: '{"format": 1' })),
  'the network is of another version': intercept(/network\..*\.json$/, (request) => request.respond({ contentType: 'application/json', body: '{"format": 99}' })),
  'the network makes the program panic': intercept(/network\..*\.json$/, (request) => request.respond({ contentType: 'application/json', body: '{"format": 1, "layouts": []}' })),
};
for (const [name, prepare] of Object.entries(CASES)) {
  test(name, async () => {
    const { page } = await tester.open({ still: true, prepare });
    await quiet(page);
    await page.close();
  });
}

test('the browser has no WebGL', async () => {
  const browser = await launch('--disable-gpu', '--disable-3d-apis');
  const { page } = await new Tester(browser, tester.address, () => {}).open({ still: true });
  await quiet(page);
  await browser.close();
});

test('the graphics are taken away later', async () => {
  const { page } = await tester.open();
  await page.$eval('body > canvas', (canvas) => {
    /** @type {HTMLCanvasElement} */ (canvas).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await until(page, 'the failure', () => document.documentElement.dataset.viewer === 'failed');
  assert.equal(await page.$('body > canvas'), null);
  assert.ok(await page.$eval('#picture .poster-wide', (svg) => svg.checkVisibility({ visibilityProperty: true })));
  await page.close();
});
