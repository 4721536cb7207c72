// Panning and zooming the graph with single taps.

import assert from 'node:assert/strict';
import test from 'node:test';
import { positionsOf, settled, until } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

/** @import {Frame, Page} from 'puppeteer-core' */

const open = await opener();

/**
 * The visible buttons: their names, the shortest of their sides in CSS pixels, and the
 * node names that they cover.
 * @param {Page|Frame} page
 */
const buttonsOf = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll(':is(.moves, .zoom) button')].filter((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return button.checkVisibility({ opacityProperty: true }) && document.elementFromPoint(x + width / 2, y + height / 2)?.closest('button') === button;
  });
  const boxes = all.map((button) => button.getBoundingClientRect());
  const hidden = Object.entries(window.proxynet.positions()).filter(([, { x, y }]) => boxes.some((b) => x > b.left && x < b.right && y > b.top && y < b.bottom));
  return {
    names: all.map((button) => button.getAttribute('aria-label') ?? button.textContent),
    least: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
    overPicture: boxes.some((box) => box.bottom > (document.querySelector('.stage')?.getBoundingClientRect().top ?? 0) + 1 && box.top < (document.querySelector('.foot')?.getBoundingClientRect().top ?? 0) - 1),
    hidden: hidden.map(([id]) => id),
  };
});

/** Clicks the centre of a button. @param {Page|Frame} page @param {string} selector */
const press = async (page, selector) => {
  for (const button of await page.$$(selector)) if (await button.isVisible()) return button.tap();
  throw new Error(`${selector} is not to be seen`);
};

/** @param {Page|Frame} page */
async function goThrough(page, least = 44) {
  const rest = await buttonsOf(page);
  assert.deepEqual(rest.names.slice(-2), ['Zoom out', 'Zoom in']);
  assert.ok(rest.least >= least, `a side of ${rest.least} pixels`);
  assert.equal(rest.overPicture, false, 'buttons are over the picture');
  const before = (await page.evaluate(() => window.proxynet.positions())).tehran.r;
  await press(page, '[data-zoom="1.25"]');
  await until(/** @type {Page} */ (page), 'a nearer view', () => window.proxynet.state.view !== null);
  await until(/** @type {Page} */ (page), 'a larger name', (before) => window.proxynet.positions().tehran.r > before * 1.2, before);
  const x = (await page.evaluate(() => window.proxynet.state.view))?.x ?? NaN;
  await press(page, '.moves [data-move="60 0"]');
  await until(/** @type {Page} */ (page), 'a move', (x) => (window.proxynet.state.view?.x ?? 0) > x, x);
  const moved = await buttonsOf(page);
  assert.equal(moved.names.length, 7, String(moved.names));
  assert.ok(moved.least >= least, `a side of ${moved.least} pixels`);
  await press(page, ':is(.moves, .zoom) .fit');
  await until(/** @type {Page} */ (page), 'the whole', () => window.proxynet.state.view === null);
}

for (const [name, size] of /** @type {[string, [number, number]][]} */ ([['390 × 844', [390, 844]], ['320 × 568', [320, 568]]])) {
  test(`zoom: on a phone of ${name} the buttons are visible and cover nothing`, async (t) => {
    const page = await open(t, { phone: true, prepare: (page) => page.setViewport({ width: size[0], height: size[1], isMobile: true, hasTouch: true }) });
    await settled(page);
    await goThrough(page);
    await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'qaani' }));
    await until(page, 'the sheet at half', () => document.querySelector('#panel')?.getAttribute('data-snap') === 'half');
    assert.deepEqual((await buttonsOf(page)).names, ['Zoom out', 'Zoom in'], 'with the sheet raised');
    await page.tap('#raise');
    await settled(page);
    assert.equal(await page.$eval('#hint', (hint) => hint.textContent), 'Esmail Qaani', 'a lowered sheet says what is selected');
    await page.tap('#close');
    assert.equal(await page.evaluate(() => window.proxynet.state.select), null);
    assert.equal(await page.$eval('#panel', (panel) => panel.getAttribute('data-snap')), 'peek');
    await until(page, 'everything in view', (width, height) => Object.values(window.proxynet.positions()).every(({ x, y }) => x > 0 && x < width && y > 0 && y < height), ...size);
  });
}

test('zoom: the buttons are visible and cover nothing in a small frame', async (t) => {
  const page = await open(t, { phone: true });
  const address = page.url();
  await page.setContent(`<iframe src="${address}" width="360" height="480"></iframe>`);
  const frame = await (await page.$('iframe'))?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  await frame.waitForSelector('html[data-movable]', { timeout: 60_000 });
  await goThrough(frame, 40);
});
