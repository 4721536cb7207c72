import assert from 'node:assert/strict';
import test from 'node:test';
import { positionsOf, settled, stateOf, until } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** The slider's accessible text. @param {Page} page */
const says = (page) => page.$eval('#time-slider', (e) => e.getAttribute('aria-valuetext'));

test('timeline: the slider moves from date to date and announces them', async (t) => {
  const page = await open(t);
  assert.equal(await says(page), 'All times');
  await page.focus('#time-slider');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await says(page), 'As of February 2024: The United States strikes militias in Syria and Iraq');
  assert.equal((await stateOf(page)).asOf, '2024-02');
  await page.keyboard.press('Home');
  assert.match(await says(page) ?? '', /^As of 1980/);
  for (let i = 0; i < 30 && (await stateOf(page)).asOf !== '2020-01'; i++) await page.keyboard.press('PageUp');
  assert.match(await says(page) ?? '', /^As of January 2020: A U\.S\. drone strike kills Soleimani/);
  assert.match(await page.$eval('#status', (e) => e.textContent ?? ''), /January 2020/);
  await until(page, 'the date in the address', () => location.hash.includes('as-of=2020-01'));

  await page.click('#time-all');
  assert.equal((await stateOf(page)).asOf, null);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'time-slider');
});

test('timeline: commands end and begin, and nothing moves', async (t) => {
  const page = await open(t, { path: '#as-of=2019' });
  await settled(page);
  const before = await positionsOf(page);
  assert.ok(before['soleimani-commanded-quds'] && !before['qaani-commands-quds']);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'asOf', date: '2020-02' }));
  await settled(page);
  const after = await positionsOf(page);
  assert.ok(!after['soleimani-commanded-quds'] && after['qaani-commands-quds']);
  for (const id of ['tehran', 'quds-force', 'qaani', 'soleimani', 'axis', 'hamas']) {
    assert.deepEqual([after[id].x, after[id].y], [before[id].x, before[id].y], `${id} stays where it is`);
  }
});

test('timeline: a mouse drags the slider to the date under it', async (t) => {
  const page = await open(t);
  const at = await page.evaluate(() => {
    const mark = document.querySelector('.time-marks [data-select="soleimani-killed"]')?.getBoundingClientRect();
    const slider = document.querySelector('#time-slider')?.getBoundingClientRect();
    return { x: (mark?.x ?? 0) + (mark?.width ?? 0) / 2, from: (slider?.right ?? 0) - 12, y: (slider?.y ?? 0) + 12 };
  });
  await page.mouse.move(at.from, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y, { steps: 4 });
  await page.mouse.move(at.x, at.y, { steps: 4 });
  await page.mouse.up();
  assert.match((await stateOf(page)).asOf ?? '', /^20(19|20-01)$/, 'the dot of the killing is over January 2020');
});

test('timeline: an event opens its entry, by mouse and by keys', async (t) => {
  const page = await open(t, { picture: true });
  await page.hover('.time-marks [data-select="october-7"]');
  assert.equal(await page.$eval('#time-what', (e) => e.textContent), '7 October 2023: Hamas attacks Israel');
  await page.click('.time-marks [data-select="october-7"]');
  assert.match(await page.$eval('#detail > .entry', (e) => /** @type {HTMLElement} */ (e).innerText), /Hamas attacks Israel[^]*conflicts triggered by Hamas/);

  const stops = await page.$$eval('.time-marks a', (all) => all.filter((a) => a.tabIndex === 0).length);
  assert.equal(stops, 1, 'Tab stops once at the events');
  await page.focus('.time-marks [tabindex="0"]');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  assert.equal((await stateOf(page)).select, 'blinken-warns');
});

test('timeline: playback stops at the end', async (t) => {
  const page = await open(t, { path: '#as-of=2023-10' });
  await page.click('#time-play');
  assert.equal(await page.$eval('#time-play', (e) => /** @type {HTMLElement} */ (e).innerText.trim()), 'Pause');
  await until(page, 'the last date', () => window.proxynet.state.asOf === '2024-02' && document.querySelector('#time-play')?.textContent?.trim() === 'Play');

  await page.click('#time-play'); // again, from the beginning
  await until(page, 'the first date', () => window.proxynet.state.asOf === '1980');
  await page.click('#time-play');
  assert.equal(await page.$eval('#time-play', (e) => /** @type {HTMLElement} */ (e).innerText.trim()), 'Play');
});

test('timeline: on a phone a button opens it, and the picture stays in place', async (t) => {
  const page = await open(t, { phone: true });
  const stage = () => page.$eval('.stage', (e) => e.getBoundingClientRect().height);
  const whole = await stage();
  assert.equal(await page.$eval('#time', (e) => e.checkVisibility()), false);
  await page.tap('#time-open');
  assert.equal(await page.$eval('#time', (e) => e.checkVisibility()), true);
  assert.equal(await page.$eval('#time-open', (e) => e.getAttribute('aria-expanded')), 'true');
  assert.ok(await stage() > 400, 'the picture is not pushed out');
  const small = await page.$$eval('.time-marks a', (all) => all.filter((a) => {
    const { x, y, width, height } = a.getBoundingClientRect();
    return width < 24 || height < 24 || document.elementFromPoint(x + width / 2, y + height / 2) !== a;
  }).length);
  assert.equal(small, 0, 'a thumb finds every event');
  await page.tap('#time-open');
  assert.equal(await stage(), whole);
});
