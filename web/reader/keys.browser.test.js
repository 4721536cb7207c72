// Everything by keys alone, in a real browser: not one press of a pointer.

import assert from 'node:assert/strict';
import test from 'node:test';
import { until } from '../browser/browser.js';
import { opener } from '../page/opener.js';

/** @import {KeyInput, Page} from 'puppeteer-core' */

const open = await opener();

/** What has the focus: its id, else what it leads to, else its text. @param {Page} page */
const focused = (page) => page.evaluate(() => {
  const e = /** @type {HTMLElement} */ (document.activeElement);
  return e.id || e.dataset.select || (e.textContent ?? '').trim();
});

/** @param {Page} page @param {string|null} id */
const selected = (page, id) => until(page, `the selection of ${id}`, (id) => window.proxynet.state.select === id, id);

/** Presses Tab until something has the focus. @param {Page} page @param {string} id */
async function tabTo(page, id) {
  for (let i = 0; i < 60; i++) {
    if (await focused(page) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${id}`);
}

for (const [name, path, query, on, back] of /** @type {[string, string, string, KeyInput, KeyInput][]} */ ([
  ['from left to right', '', 'quds force', 'ArrowRight', 'ArrowLeft'],
  ['from right to left', 'fa/', 'نیروی قدس', 'ArrowLeft', 'ArrowRight'],
])) {
  test(`search, select, walk along relations and back, ${name}`, async (t) => {
    const page = await open(t, { path });
    const keys = page.keyboard;
    await keys.press('/');
    await keys.type(query);
    await until(page, 'what is found', () => document.querySelector('#found [role="option"]') !== null);
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await selected(page, 'quds-force');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#detail .title')).focus());

    await keys.press(on); // into its lists
    const list = await page.evaluate(() => {
      const links = [...(document.activeElement?.closest('.ties, .chains')?.querySelectorAll('a[data-select]') ?? [])];
      return { links: links.length, stops: links.filter((a) => a.getAttribute('tabindex') === '0').length };
    });
    assert.ok(list.links > 1 && list.stops === 1, JSON.stringify(list));
    const first = await focused(page);
    await keys.press('ArrowDown');
    assert.notEqual(await focused(page), first);
    await keys.press('Home');
    assert.equal(await focused(page), first);

    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#detail .ties a')).focus());
    const to = await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.to ?? '');
    await keys.press(on); // to the name at the other end
    await selected(page, to);
    assert.match(await page.$eval('#status', (e) => e.textContent ?? ''), /\S/);
    await keys.press(back);
    await selected(page, 'quds-force');
    await keys.press('Escape');
    await selected(page, null);
    assert.equal(await focused(page), 'quds-force', 'the list does not go on where the reader was');
    await keys.press('Enter');
    await selected(page, 'quds-force');
  });
}

test('keys move the picture and bring the whole back', async (t) => {
  const page = await open(t, { reduced: true });
  const view = () => page.evaluate(() => window.proxynet.state.view);
  await page.keyboard.press('+');
  await until(page, 'a nearer view', () => window.proxynet.state.view !== null);
  const near = await view();
  await page.keyboard.press('ArrowRight');
  await until(page, 'a move to the right', (x) => (window.proxynet.state.view?.x ?? 0) > x, near?.x);
  assert.equal((await view())?.zoom, near?.zoom);
  await page.keyboard.press('-');
  await until(page, 'a view from further away', (zoom) => (window.proxynet.state.view?.zoom ?? 9) < zoom, near?.zoom);
  await tabTo(page, 'fit');
  await page.keyboard.press('Enter');
  await until(page, 'the whole', () => window.proxynet.state.view === null);
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'the focus is lost');
});

test('a question mark lists the keys, but not while one types; the dialog gives the focus back', async (t) => {
  const page = await open(t);
  const isOpen = () => page.$eval('#keys', (dialog) => /** @type {HTMLDialogElement} */ (dialog).open);
  await page.keyboard.press('/');
  await page.keyboard.type('?');
  assert.equal(await isOpen(), false);
  await page.keyboard.press('Escape');
  await tabTo(page, 'keys-open');
  await page.keyboard.press('Enter');
  assert.equal(await isOpen(), true);
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(), false);
  assert.equal(await focused(page), 'keys-open');
  await page.keyboard.press('?');
  assert.equal(await isOpen(), true);
});

test('story, time, legend and share by keys', async (t) => {
  const page = await open(t);
  const state = () => page.evaluate(() => window.proxynet.state);
  await tabTo(page, 'story-begin');
  await page.keyboard.press('Enter');
  await until(page, 'a step', () => window.proxynet.state.step !== null);
  const { step } = await state();
  await tabTo(page, 'story-next');
  await page.keyboard.press('Enter');
  await until(page, 'the next step', (step) => window.proxynet.state.step !== step, step);
  await tabTo(page, 'story-leave');
  await page.keyboard.press('Enter');
  await until(page, 'the end of the story', () => window.proxynet.state.step === null);

  await tabTo(page, 'time-slider');
  await page.keyboard.press('Home');
  await until(page, 'a date', () => window.proxynet.state.asOf !== null);
  await tabTo(page, 'time-all');
  await page.keyboard.press('Enter');
  await until(page, 'all times', () => window.proxynet.state.asOf === null);

  await page.focus('#legend li button');
  await page.keyboard.press('Space');
  assert.notDeepEqual((await state()).hide, []);
  await page.keyboard.press('Space');
  assert.deepEqual((await state()).hide, []);

  await tabTo(page, 'share');
  await page.keyboard.press('Enter');
  assert.equal(await page.$eval('#sharing', (dialog) => /** @type {HTMLDialogElement} */ (dialog).open), true);
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'share');
});

test('what has the focus is seen to have it', async (t) => {
  const page = await open(t, { path: '#select=qaani' });
  /** @type {string[]} */
  const unseen = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const e = /** @type {HTMLElement} */ (document.activeElement);
      if (e === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      const { width, height } = e.getBoundingClientRect();
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0) return null;
      return `${e.tagName} ${e.id || e.className || e.textContent}: ${outlineWidth} ${outlineStyle}, ${width} × ${height}`;
    });
    if (fault) unseen.push(fault);
  }
  assert.deepEqual([...new Set(unseen)], []);
});
