// The graph, in a real browser, on the built site.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import { pause, positionsOf, selected, settled, spread, start, stateOf, until } from '../test/browser/browser.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {import('../test/browser/browser.js').Tester} */
let tester;
before(async () => { tester = await start(); });
after(() => tester.close());

/** The quotes in the panel. @param {Page} page */
const quotes = (page) => page.$$eval('#detail .passage', (found) => found.map((quote) => quote.getAttribute('data-passage')));

/**
 * Every node in the visible static picture: the centre of its box or, for a frame, the
 * area of its title, which is its target.
 *
 * @param {Page} page
 */
const staticPlaces = (page) => page.evaluate(() => {
  const shown = [...document.querySelectorAll('#picture svg')].find((svg) => svg.getClientRects().length > 0);
  /** @type {Record<string, {x: number, y: number, width: number, height: number, title: {left: number, right: number, top: number, bottom: number}[]}>} */
  const places = {};
  for (const link of shown?.querySelectorAll('a') ?? []) {
    const box = link.querySelector('rect')?.getBoundingClientRect();
    if (box) places[link.dataset.select ?? ''] = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height, title: [...link.querySelectorAll('.p-title')].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { left, right, top, bottom };
      }) };
  }
  return places;
});

for (const view of [{}, { dark: true }, { phone: true }, { path: 'fa/' }, { path: 'fa/', phone: true, dark: true }, { path: 'ar/' }, { path: 'ar/', phone: true }]) {
  test(`viewer: the graph is where the static picture was: ${JSON.stringify(view)}`, async () => {
    const { page, errors } = await tester.open(view);
    const live = await positionsOf(page);
    const places = Object.entries(await staticPlaces(page));
    assert.ok(places.length > 20, `the static picture has ${places.length} nodes`);
    for (const [id, { x, y, title }] of places) {
      const there = title.length > 0
        ? live[id].x > Math.min(...title.map((line) => line.left)) && live[id].x < Math.max(...title.map((line) => line.right))
          && live[id].y > title[0].top && live[id].y < (title.at(-1)?.bottom ?? 0)
        : Math.hypot(live[id].x - x, live[id].y - y) < 1;
      assert.ok(there, `${id}: static at ${x}, ${y}; live at ${live[id].x}, ${live[id].y}`);
    }

    await settled(page);
    const clip = await page.$eval('#picture', (picture) => {
      const { x, y, width, height } = picture.getBoundingClientRect();
      return { x, y, width, height };
    });
    const graph = await page.screenshot({ clip, captureBeyondViewport: false }); // otherwise Puppeteer resizes the page, and the graph follows
    await page.$eval('body > canvas', (canvas) => { /** @type {HTMLElement} */ (canvas).style.visibility = 'hidden'; });
    await page.$$eval('#picture svg', (all) => all.forEach((svg) => { svg.style.visibility = 'visible'; }));
    const poster = await page.screenshot({ clip, captureBeyondViewport: false });
    const [one, two] = [graph, poster].map((data) => PNG.sync.read(Buffer.from(data)));
    const share = difference(one, two, { x: 0, y: 0, width: one.width, height: one.height });
    assert.ok(share < 0.02, `${(share * 100).toFixed(2)} % of the pixels differ`);
    assert.ok(share > 0, 'the two pictures are one and the same');
    for (const [id, { x, y, width, height }] of places) { // a name has few of all pixels but many of its box's: shifted by half a pixel, 10% differ
      const share = difference(one, two, { x: Math.ceil(x - clip.x - width / 2), y: Math.ceil(y - clip.y - height / 2), width: Math.floor(width), height: Math.floor(height) });
      assert.ok(share < 0.07, `${(share * 100).toFixed(1)} % of the pixels of ${id} differ`);
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
}

/** Delays a page's script until the page has been drawn without it, as on a slow connection. @param {Page} page */
async function drawnFirst(page) {
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (request.url().endsWith('/page/app.js')) {
      await page.evaluate(() => new Promise((drawn) => { new PerformanceObserver(drawn).observe({ type: 'paint', buffered: true }); })).catch(() => {});
    }
    await request.continue();
  });
}

for (const view of [{ path: '#step=the-killing' }, { phone: true, path: '#select=qaani' }]) {
  test(`viewer: nothing shifts while scripts and graph load: ${JSON.stringify(view)}`, async () => {
    const { page } = await tester.open({
      ...view, motion: true,
      prepare: async (fresh) => {
        await drawnFirst(fresh);
        await fresh.evaluateOnNewDocument(() => {
          const jumps = /** @type {string[]} */ ([]);
          Reflect.set(window, 'jumps', jumps);
          new PerformanceObserver((list) => jumps.push(...list.getEntries().map((entry) => JSON.stringify([entry.toJSON(), Reflect.get(entry, 'sources').map((/** @type {{node?: Element}} */ { node }) => node?.id || node?.outerHTML?.slice(0, 80))])))).observe({ type: 'layout-shift', buffered: true });
        });
      },
    });
    await settled(page);
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'jumps')), []);
    await page.close();
  });
}

/**
 * The share of the pixels in a box that differ clearly.
 * @param {PNG} one
 * @param {PNG} two
 * @param {{x: number, y: number, width: number, height: number}} box
 */
function difference(one, two, { x, y, width, height }) {
  let differ = 0;
  for (let row = y; row < y + height; row++) {
    for (let i = 4 * (row * one.width + x); i < 4 * (row * one.width + x + width); i += 4) {
      const most = Math.max(...[0, 1, 2].map((k) => Math.abs(one.data[i + k] - two.data[i + k])));
      if (most > 96) differ++;
    }
  }
  return differ / (width * height);
}

test('viewer: the compiled program can be cached, and a click on a node shows its passages', async () => {
  const { page, errors } = await tester.open({
    prepare: (fresh) => fresh.evaluateOnNewDocument(() => {
      const compile = WebAssembly.compileStreaming;
      Reflect.set(WebAssembly, 'compileStreaming', async (/** @type {Response} */ response) => {
        Reflect.set(window, 'compiled', response.url);
        return compile(response);
      });
    }),
  });
  assert.match(await page.evaluate(() => Reflect.get(window, 'compiled')), /viewer\.[0-9a-f]+\.wasm$/);
  const places = await positionsOf(page);
  for (const [id, passage] of [['tehran', 'p8-chain'], ['hezbollah', 'p18-hezbollah'], ['us', 'p6-strikes']]) {
    await page.mouse.click(places[id].x, places[id].y);
    await selected(page, id);
    assert.ok((await quotes(page)).includes(passage), `the panel does not show ${passage} for ${id}`);
  }
  assert.deepEqual(errors, []);
  await page.close();
});

// TestHitFindsEveryRelation in viz/scene clicks the position of every relation in every
// format, and TestCardLeavesThePointer checks that the card opened there leaves it
// free.
test('viewer: a click on a relation shows its passages, and nothing of the page covers any relation', async () => {
  const { page, errors } = await tester.open();
  const network = await (await fetch(await page.$eval('meta[name="proxynet-network"]', (meta) => new URL(/** @type {HTMLMetaElement} */ (meta).content, document.baseURI).href))).json();
  const places = await positionsOf(page);
  assert.equal(Object.keys(places).length, network.nodes.length + network.relations.length);
  const covered = await page.evaluate((places) => Object.entries(places).filter(([, { x, y }]) => !document.elementFromPoint(x, y)?.closest('#picture, canvas')).map(([id]) => id), places);
  assert.deepEqual(covered, []);
  const EVERY = 16;
  let last = { x: 0, y: 0 };
  for (const { id, passages } of network.relations.filter((/** @type {unknown} */ _, /** @type {number} */ i) => i % EVERY === 0)) {
    await page.mouse.move(1, 1); // otherwise the card of the last line covers others
    const near = Math.hypot(places[id].x - last.x, places[id].y - last.y) < 15;
    await pause(near ? 600 : 100); // otherwise two clicks are a double click
    last = places[id];
    await page.mouse.click(last.x, last.y);
    await selected(page, id);
    assert.deepEqual((await quotes(page)).toSorted(), passages.toSorted(), id);
    await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: null }));
  }
  const wrong = await page.evaluate((relations) => relations.filter(({ id, passages }) => { // at once, so that few frames are drawn
    window.proxynet.dispatch({ type: 'select', id });
    const shown = [...document.querySelectorAll('#detail .passage')].map((quote) => quote.getAttribute('data-passage'));
    return String(shown.toSorted()) !== String(passages.toSorted());
  }), /** @type {{id: string, passages: string[]}[]} */ (network.relations));
  assert.deepEqual(wrong, []);
  assert.deepEqual(errors, []);
  await page.close();
});

test('viewer: a click on the background clears the selection', async () => {
  const { page } = await tester.open({ path: '#select=tehran' });
  const free = await page.evaluate(() => {
    const { x, y, width, height } = /** @type {Element} */ (document.querySelector('#picture')).getBoundingClientRect();
    const all = Object.values(window.proxynet.positions());
    for (let px = x + 5; px < x + width; px += 7) {
      for (let py = y + 5; py < y + height; py += 7) {
        if (all.every((p) => Math.hypot(p.x - px, p.y - py) > 60)) return { x: px, y: py };
      }
    }
    return { x: x + 2, y: y + height - 2 };
  });
  await page.mouse.click(free.x, free.y);
  await selected(page, null);
  await page.close();
});

test('viewer: a drag moves a node and its neighbors, and a double click resets it', async () => {
  const { page, errors } = await tester.open({ motion: true });
  const from = await positionsOf(page);
  const { x, y } = from.soleimani;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(x - 5 * step, y + 6 * step);
    await pause(60);
  }
  await page.mouse.up();
  await settled(page);
  const to = await positionsOf(page);
  assert.ok(Math.hypot(to.soleimani.x - (x - 60), to.soleimani.y - (y + 72)) < 3, `it was dropped at ${to.soleimani.x}, ${to.soleimani.y}`);
  for (const id of ['axis', 'syria-fighters']) {
    const moved = Math.hypot(to[id].x - from[id].x, to[id].y - from[id].y);
    assert.ok(moved > 1, `the neighbour ${id} moved by ${moved}`);
  }
  assert.equal((await stateOf(page)).select, null);
  for (let tries = 1, off = Infinity; off >= 3; tries++) { // on a slow machine a frame takes longer than the limit for a double click
    await page.mouse.click(to.soleimani.x, to.soleimani.y, { delay: 60 });
    await pause(100);
    await page.mouse.click(to.soleimani.x, to.soleimani.y, { delay: 60 });
    await settled(page);
    const { soleimani } = await positionsOf(page);
    off = Math.hypot(soleimani.x - x, soleimani.y - y);
    assert.ok(off < 3 || tries < 8, `it went back to ${soleimani.x}, ${soleimani.y}, not to ${x}, ${y}`);
  }
  assert.deepEqual(errors, []);
  await page.close();
});

test('viewer: the wheel zooms to the pointer, and the address keeps the view', async () => {
  const { page, errors } = await tester.open({ motion: true });
  const { x, y } = (await positionsOf(page))['quds-force'];
  await page.mouse.move(x, y);
  await page.mouse.wheel({ deltaY: -400 });
  await until(page, 'a view in the address', () => location.hash.includes('view='));
  const zoomed = await positionsOf(page);
  assert.ok(Math.hypot(zoomed['quds-force'].x - x, zoomed['quds-force'].y - y) < 1, 'what was under the pointer has moved');
  assert.ok(zoomed['quds-force'].r > (await positionsOf(page)).tehran.r * 0.5);
  await page.reload();
  await page.evaluate(() => window.proxynet.ready);
  await settled(page);
  const again = await positionsOf(page);
  for (const id of ['quds-force', 'tehran', 'houthis']) {
    assert.ok(Math.hypot(again[id].x - zoomed[id].x, again[id].y - zoomed[id].y) < 2, `${id} is elsewhere after a reload`);
  }
  await page.click('#fit');
  await until(page, 'no view in the address', () => !location.hash.includes('view='));
  assert.deepEqual(errors, []);
  await page.close();
});

test('viewer: a tap selects, two fingers zoom', async () => {
  const { page, errors } = await tester.open({ phone: true, motion: true });
  const places = await positionsOf(page);
  await page.touchscreen.tap(places.houthis.x, places.houthis.y);
  await selected(page, 'houthis');
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: null }));
  await settled(page);
  const before = (await positionsOf(page)).tehran.r;
  await spread(page);
  await until(page, 'a view in the state', () => window.proxynet.state.view !== null);
  const now = (await positionsOf(page)).tehran.r;
  assert.ok(now > before * 1.5, `a node's radius went from ${before} to ${now}`);
  assert.deepEqual(errors, []);
  await page.close();
});

test('viewer: the selection is not left under the sheet', async () => {
  const { page } = await tester.open({ phone: true, path: '#select=palestinian-allies' });
  await settled(page);
  const { y } = (await positionsOf(page))['palestinian-allies'];
  const top = await page.$eval('#panel', (panel) => panel.getBoundingClientRect().top);
  assert.ok(y < top, `it is at ${y}, and the sheet begins at ${top}`);
  await page.close();
});

test('viewer: draws nothing while nothing changes', async () => {
  const { page } = await tester.open({ motion: true });
  await settled(page);
  const frames = () => page.evaluate(() => window.proxynet.frames());
  const drawn = await frames();
  assert.ok(drawn > 0);
  await pause(2000);
  assert.equal(await frames(), drawn);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'tehran' }));
  await settled(page);
  assert.ok(await frames() > drawn, 'a change is not drawn');
  await page.close();
});

test('viewer: the canvas captures neither focus nor keys', async () => {
  const { page } = await tester.open();
  const { x, y } = (await positionsOf(page)).tehran;
  await page.mouse.click(x, y);
  await selected(page, 'tehran');
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'CANVAS');
  const seen = new Set();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80)));
  }
  assert.ok(seen.size > 6, `Tab went to ${seen.size} places`);
  assert.ok(![...seen].some((html) => html?.startsWith('<canvas')), 'Tab went to the canvas');
  await page.focus('#search');
  await page.keyboard.type('houthi');
  assert.equal(await page.$eval('#search', (input) => /** @type {HTMLInputElement} */ (input).value), 'houthi');
  await page.close();
});

test('viewer: a change of the theme is drawn', async () => {
  const { page } = await tester.open();
  const corner = async () => {
    const shot = PNG.sync.read(Buffer.from(await page.screenshot({ clip: { x: 2, y: 300, width: 1, height: 1 }, captureBeyondViewport: false })));
    return [...shot.data.subarray(0, 3)];
  };
  assert.ok(Math.min(...await corner()) > 200);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await settled(page);
  assert.ok(Math.max(...await corner()) < 60);
  await page.close();
});
