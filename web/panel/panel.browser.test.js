import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../test/browser/opener.js';

const open = await opener();

/** @import {Page} from 'puppeteer-core' */

/** @param {Page} page */
const detail = (page) => page.$eval('#detail', (e) => /** @type {HTMLElement} */ (e).innerText);
/** @param {Page} page */
const selected = (page) => page.evaluate(() => window.proxynet.state.select);

test('panel: an entry leads to its passages and to the relations that they support', async (t) => {
  const page = await open(t, { picture: true });
  await page.click('#overview a[data-select="hezbollah"]');
  const node = await detail(page);
  assert.match(node, /“in Lebanon, where Hezbollah is both a political party/);
  assert.match(node, /The article · paragraph 18 · WSJ/);
  assert.match(node, /The Quds Force stands above Hezbollah\s+implied/);
  assert.doesNotMatch(node, /How to read this/);
  assert.match(await page.$eval('#status', (e) => e.textContent ?? ''), /^Hezbollah, .*: \d+ relations, \d+ passages?\.$/);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Hezbollah', 'the focus goes along');

  await page.click('#detail a[data-select="quds-hezbollah"]');
  const relation = await detail(page);
  assert.match(relation, /Implied, not said outright\s+Our reading: /);
  assert.match(relation, /paragraph 8/);

  await page.click('#detail .title a[data-select="quds-force"]');
  assert.equal(await selected(page), 'quds-force');
});

test('panel: a passage leads to its speaker and to what it supports', async (t) => {
  const page = await open(t, { picture: true, path: '#select=p9-control' });
  assert.match(await detail(page), /Hamidreza Azizi, quoted · paragraph 9/);
  await page.click('#detail .entry a[data-select="azizi"]');
  assert.match(await detail(page), /Named person\s+Hamidreza Azizi/);
});

test('panel: back, forward and close', async (t) => {
  const page = await open(t);
  const back = () => page.$eval('#back', (e) => e.checkVisibility());
  assert.equal(await back(), false, 'there is nothing to go back to');
  await page.click('#overview a[data-select="hezbollah"]');
  await page.click('#detail a[data-select="quds-hezbollah"]');
  await page.click('#back');
  await page.waitForFunction(() => window.proxynet.state.select === 'hezbollah');
  await page.goForward();
  await page.waitForFunction(() => window.proxynet.state.select === 'quds-hezbollah');
  await page.click('#close');
  assert.equal(await selected(page), null);
  assert.match(await detail(page), /How to read this/);
  await page.click('#overview a[data-select="qaani"]');
  await page.keyboard.press('Escape');
  assert.equal(await selected(page), null, 'Escape closes too');
});

test('panel: hovering a link highlights its node', async (t) => {
  const page = await open(t, { path: '#select=qaani' });
  await page.hover('#detail .relation-groups a');
  assert.notEqual(await page.evaluate(() => window.proxynet.state.hover), null);
  await page.hover('#search');
  assert.equal(await page.evaluate(() => window.proxynet.state.hover), null);
});

test('bottom sheet: collapsed at first, rises on a selection, can be dragged', async (t) => {
  const page = await open(t, { phone: true, picture: true, motion: true });
  /** @param {number} want */
  const rests = (want) => page.waitForFunction((height) => document.querySelector('#panel')?.clientHeight === height, {}, want - 1); // minus its border
  await rests(104);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'hezbollah' }));
  await rests(422);
  await page.tap('#raise');
  await rests(104);
  await page.touchscreen.touchStart(195, 754);
  for (let y = 740; y >= 60; y -= 40) await page.touchscreen.touchMove(195, y);
  await page.touchscreen.touchEnd();
  await rests(804);
  await page.click('#close');
  assert.equal(await selected(page), null);
});

test('panel: nothing is wider than a small screen', async (t) => {
  for (const noScript of [false, true]) {
    const page = await open(t, { size: [320, 640], noScript, picture: !noScript, path: noScript ? '' : '#select=axis' });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  }
});

test('panel: targets are large enough', async (t) => {
  for (const phone of [false, true]) {
    const least = phone ? 44 : 24;
    const page = await open(t, { phone, picture: true });
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#raise')).click());
    const small = await page.$$eval('#panel :is(button, a, input)', (all, least) => all
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < least).map((e) => e.textContent), least);
    assert.deepEqual(small, [], `lower than ${least} pixels`);
  }
});
