// If the graph can't start, the reader keeps the static picture, the evidence, and one
// line of explanation.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { launch, positionsOf, start, Tester, until } from '../test/browser/browser.js';

/** @import {ServerResponse} from 'node:http' */
/** @import {HTTPRequest, Page} from 'puppeteer-core' */

/** @type {Tester} */
let tester;
before(async () => { tester = await start(); });
after(() => tester.close());

/** Checks what a reader without the live picture has. @param {Page} page */
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
  // The static picture can be clicked like the graph.
  await page.click('#picture svg:not([hidden]) a[data-select="hezbollah"] text, #picture .poster-wide a[data-select="hezbollah"] text');
  await until(page, 'the passages of Hezbollah', () => document.querySelector('#detail [data-passage="p18-hezbollah"]') !== null);
}

/** Checks the API of a script. @param {Page} page */
async function refused(page) {
  const ready = await page.evaluate(() => window.proxynet.ready.then(() => 'resolved', (/** @type {Error} */ error) => error.message));
  assert.notEqual(ready, 'resolved');
}

/**
 * Intercepts the requests whose address matches.
 * @param {RegExp} address
 * @param {(request: HTTPRequest) => void} answer
 */
const intercept = (address, answer) => async (/** @type {Page} */ page) => {
  await page.setRequestInterception(true);
  page.on('request', (request) => (address.test(request.url()) ? answer(request) : request.continue()));
};

/** The built program. */
const program = () => {
  const folder = process.env.SITE ?? '';
  const name = readdirSync(folder).find((file) => /^viewer\..*\.wasm$/.test(file)) ?? '';
  return new Uint8Array(readFileSync(`${folder}/${name}`));
};

/** @type {Record<string, (page: Page) => Promise<void>>} */
const CASES = {
  'the program is not there': intercept(/\.wasm$/, (request) => request.respond({ status: 404, body: '' })),
  'the program does not arrive': intercept(/\.wasm$/, (request) => request.abort()),
  'the program is no WASM': intercept(/\.wasm$/, (request) => request.respond({ contentType: 'application/wasm', body: 'no' })),
  'the program is cut short': intercept(/\.wasm$/, (request) => {
    const whole = program();
    return request.respond({ contentType: 'application/wasm', body: whole.subarray(0, whole.length / 2) });
  }),
  'the host’s policy forbids WASM': async (page) => {
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      if (request.resourceType() !== 'document') return request.continue();
      const body = await (await fetch(request.url())).text();
      request.respond({ contentType: 'text/html', headers: { 'Content-Security-Policy': "script-src 'self'" }, body });
    });
  },
  'the network is not there': intercept(/network\..*\.json$/, (request) => request.respond({ status: 500, body: '' })),
  'the network is no JSON': intercept(/network\..*\.json$/, (request) => request.respond({ contentType: 'application/json', body: '{"format": 1' })),
  'the network is of another version': intercept(/network\..*\.json$/, (request) => request.respond({ contentType: 'application/json', body: '{"format": 99}' })),
  'the network makes the program panic': intercept(/network\..*\.json$/, (request) => request.respond({ contentType: 'application/json', body: '{"format": 1, "layouts": []}' })),
};
for (const [name, prepare] of Object.entries(CASES)) {
  test(`fallback: ${name}`, async () => {
    const { page } = await tester.open({ still: true, prepare });
    await quiet(page);
    await refused(page);
    await page.close();
  });
}

test('fallback: the program fails while it runs', async () => {
  const { page } = await tester.open({
    still: true,
    prepare: (fresh) => fresh.evaluateOnNewDocument(() => {
      // A throwing handler in the page makes the program panic.
      Object.defineProperty(globalThis, 'proxynetHost', {
        configurable: true,
        get: () => undefined,
        set(host) {
          host.rest = () => { throw new Error('an error in the page'); };
          Object.defineProperty(globalThis, 'proxynetHost', { configurable: true, value: host });
        },
      });
    }),
  });
  await quiet(page);
  assert.deepEqual(await page.evaluate(() => [window.proxynet.frames(), window.proxynet.positions()]), [0, {}], 'of a graph that has ended');
  await page.close();
});

/** Faulty responses of a host for one file, by description. @type {Record<string, [RegExp, (response: ServerResponse) => void]>} */
const HOSTS = {
  'the connection breaks while the program arrives': [/\.wasm$/, (response) => {
    const whole = program();
    response.writeHead(200, { 'Content-Type': 'application/wasm', 'Content-Length': whole.length });
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
  }],
  'the network is larger than can be read': [/network\..*\.json$/, (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    const spaces = Buffer.alloc(2 ** 22, ' ');
    Readable.from(Array(65).fill(spaces)).pipe(response);
  }],
};
for (const [name, [file, answer]] of Object.entries(HOSTS)) {
  test(`fallback: ${name}`, async () => {
    const server = createServer(async (request, response) => {
      if (file.test(request.url ?? '')) return answer(response);
      const whole = await fetch(tester.address + (request.url ?? '').slice(1));
      response.writeHead(whole.status, { 'Content-Type': whole.headers.get('Content-Type') ?? '' });
      response.end(Buffer.from(await whole.arrayBuffer()));
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const { page } = await new Tester(tester.browser, `http://127.0.0.1:${port}/`, () => {}).open({ still: true });
    await quiet(page);
    await page.close();
    server.close();
  });
}

test('fallback: no memory for the program', async () => {
  // In pages of 64 KiB; less than the program needs to start.
  const browser = await launch('--js-flags=--wasm-max-mem-pages=64');
  const { page } = await new Tester(browser, tester.address, () => {}).open({ still: true });
  await quiet(page);
  await browser.close();
});

test('fallback: no WebGL', async () => {
  const browser = await launch('--disable-gpu', '--disable-3d-apis');
  const { page } = await new Tester(browser, tester.address, () => {}).open({ still: true });
  await quiet(page);
  await browser.close();
});

/** Loses the graphics context and records what the page shows from then on, since some of it is visible for half a second only. @param {Page} page */
const lose = (page) => page.$eval('body > canvas', (canvas) => {
  /** @type {{viewer?: string, poster?: boolean}[]} */
  const shown = [];
  Reflect.set(window, 'shown', shown);
  new MutationObserver(() => shown.push({
    viewer: document.documentElement.dataset.viewer,
    poster: document.querySelector('#picture .poster-wide')?.checkVisibility({ visibilityProperty: true }),
  })).observe(document.documentElement, { attributeFilter: ['data-viewer'] });
  /** @type {HTMLCanvasElement} */ (canvas).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
});

test('context loss: the graph restarts with the same state, and not a fourth time', { timeout: 170_000 }, async () => {
  const { page } = await tester.open({ path: '#select=hezbollah' });
  for (let time = 1; time <= 3; time++) {
    // The second time while the page is resized, as when a phone is rotated.
    await Promise.all([lose(page), time === 2 && page.setViewport({ width: 1000, height: 700 })]);
    await until(page, `the live picture after loss ${time}`, () => Reflect.get(window, 'shown').length > 1 && document.documentElement.dataset.viewer === 'live');
    const [first] = await page.evaluate(() => Reflect.get(window, 'shown'));
    assert.deepEqual(first, { viewer: 'lost', poster: true }, 'the still picture does not show');
    assert.equal((await page.$$('body > canvas')).length, 1);
    assert.ok(await page.evaluate(() => Object.keys(window.proxynet.positions()).length > 20));
    assert.equal(await page.evaluate(() => window.proxynet.state.select), 'hezbollah');
    const { canvas, body } = await page.evaluate(() => {
      const size = (/** @type {Element} */ { clientWidth, clientHeight }) => [clientWidth, clientHeight];
      return { canvas: size(/** @type {Element} */ (document.querySelector('body > canvas'))), body: size(document.body) };
    });
    assert.deepEqual(canvas, body);
  }
  const { x, y } = (await positionsOf(page)).houthis;
  await page.mouse.click(x, y);
  await until(page, 'the selection', () => window.proxynet.state.select === 'houthis');
  await lose(page);
  await until(page, 'the failure', () => document.documentElement.dataset.viewer === 'failed');
  assert.equal(await page.$('body > canvas'), null);
  assert.ok(await page.$eval('#picture .poster-wide', (svg) => svg.checkVisibility({ visibilityProperty: true })));
  await page.close();
});
