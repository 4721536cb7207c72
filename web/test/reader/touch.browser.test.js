// The page by touch, with real touch events.

import assert from 'node:assert/strict';
import test from 'node:test';
import { pause, positionsOf, settled, until } from '../browser/browser.js';
import { opener } from '../browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** @param {Page} page */
const snap = (page) => page.$eval('#panel', (panel) => panel.getAttribute('data-snap'));

/** Drags a finger over the page, too slowly for a fling. @param {Page} page @param {[number, number]} from @param {[number, number]} to */
async function draw(page, [x, y], [toX, toY]) {
  const STEPS = 8;
  const finger = await page.touchscreen.touchStart(x, y);
  for (let i = 1; i <= STEPS; i++) {
    await finger.move(x + (toX - x) * i / STEPS, y + (toY - y) * i / STEPS);
    await pause(60);
  }
  await finger.end();
}

test('touch: taps on a name, a relation and an event show their passages', async (t) => {
  const page = await open(t, { phone: true });
  await settled(page);
  const places = await positionsOf(page);
  for (const id of ['qaani', 'us-killed-soleimani']) {
    await page.touchscreen.tap(places[id].x, places[id].y);
    await until(page, id, (id) => window.proxynet.state.select === id, id);
    assert.ok(await page.$eval('#detail > .entry .passage', (passage) => passage.checkVisibility()), id);
    assert.equal(await snap(page), 'half');
    await page.tap('#close');
    await until(page, 'the whole again', () => document.querySelector('#panel')?.getAttribute('data-snap') === 'peek');
    await settled(page);
  }
  await page.tap('#time-open');
  await page.tap('.time-marks a:nth-child(3)');
  await until(page, 'the event', () => document.querySelector('#detail > .entry[data-type="event"] .passage') !== null);
});

test('touch: the sheet is dragged from one height to the next, and the story is swiped through', async (t) => {
  const page = await open(t, { phone: true });
  for (const [from, to, want] of /** @type {[number, number, string][]} */ ([[745, 430, 'half'], [428, 60, 'full'], [46, 415, 'half'], [428, 735, 'peek']])) {
    await draw(page, [195, from], [195, to]);
    await until(page, want, (want) => document.querySelector('#panel')?.getAttribute('data-snap') === want, want);
  }
  await page.tap('#story-open');
  const first = await page.evaluate(() => window.proxynet.state.step);
  await draw(page, [300, 600], [90, 604]);
  await until(page, 'the next step', (first) => window.proxynet.state.step !== first, first);
  await draw(page, [90, 600], [300, 604]);
  await until(page, 'the step before', (first) => window.proxynet.state.step === first, first);
});
