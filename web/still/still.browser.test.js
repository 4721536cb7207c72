// The picture of a phone before the live graph is loaded.

import assert from 'node:assert/strict';
import test from 'node:test';
import { goLive, selected, until } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** The position of a node in the still picture in CSS pixels, and its opacity. @param {Page} page @param {string} id */
const drawn = (page, id) => page.evaluate((id) => {
  const box = /** @type {Element} */ (document.querySelector(`.poster-tall rect[data-node="${id}"]`));
  const { x, y, width, height } = box.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, faded: getComputedStyle(box).stroke.startsWith('color(') };
}, id);

test('still picture: answers taps, steps and fingers before any WASM is loaded, and the graph takes its place', async (t) => {
  const page = await open(t, { phone: true, waiting: true });
  const programs = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length);

  const hezbollah = await drawn(page, 'hezbollah');
  await page.touchscreen.tap(hezbollah.x, hezbollah.y);
  await selected(page, 'hezbollah');
  await until(page, 'its passages', () => document.querySelector('#detail [data-passage="p18-hezbollah"]') !== null);
  const top = await page.$eval('#panel', (panel) => panel.getBoundingClientRect().top);
  await until(page, 'the name above the sheet', (top) => (document.querySelector('.poster-tall a[data-select="hezbollah"]')?.getBoundingClientRect().bottom ?? 0) < top, top);
  assert.deepEqual([(await drawn(page, 'hezbollah')).faded, (await drawn(page, 'taliban')).faded], [false, true]);

  await page.evaluate(() => window.proxynet.dispatch({ type: 'step', id: 'the-successor' }));
  assert.deepEqual([(await drawn(page, 'qaani')).faded, (await drawn(page, 'hamas')).faded], [false, true]);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'reset' }));
  assert.equal(await programs(), 0);

  const before = await drawn(page, 'us');
  const finger = await page.touchscreen.touchStart(200, 250);
  await finger.move(180, 240);
  await finger.move(150, 225);
  await finger.end();
  const after = await drawn(page, 'us');
  assert.ok(Math.hypot(after.x - before.x + 50, after.y - before.y + 25) < 2, `the picture went from ${before.x}, ${before.y} to ${after.x}, ${after.y}`);
  await goLive(page);
  const live = (await page.evaluate(() => window.proxynet.positions())).us;
  assert.ok(Math.hypot(live.x - after.x, live.y - after.y) < 1, `the graph is at ${live.x}, ${live.y}, the picture was at ${after.x}, ${after.y}`);
});

test('still picture: mode=picture loads no graph, on a desktop either', async (t) => {
  const page = await open(t, { path: '#mode=picture' });
  await page.click('#picture .poster-wide a[data-select="tehran"] text');
  await selected(page, 'tehran');
  await page.keyboard.press('+');
  await until(page, 'the picture zoomed', () => window.proxynet.state.view !== null && document.querySelector('.poster-wide')?.getAttribute('style')?.includes('scale'));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.viewer), 'picture');
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))), false);
});

test('still picture: after two crashes the graph is not started again', async (t) => {
  const page = await open(t, {
    still: true,
    prepare: (page) => page.evaluateOnNewDocument(() => history.replaceState({ running: true, crashes: 1 }, '')), // the state after a page ended while the graph ran
  });
  await until(page, 'the picture', () => document.documentElement.dataset.viewer === 'failed');
  assert.match(await page.$eval('#status', (status) => status.textContent ?? ''), /\S/);
  assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))), false);
});
