import assert from 'node:assert/strict';
import test from 'node:test';
import { settled, stateOf, until } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** The step that the panel shows. @param {Page} page */
const title = (page) => page.$eval('#detail > .step .title', (e) => /** @type {HTMLElement} */ (e).innerText);

/** @param {Page} page @param {string} words */
const tells = (page, words) => until(page, `the step “${words}”`, (words) => document.querySelector('#detail > .step .title')?.textContent === words, words);

test('story: is started, stepped through and closed', async (t) => {
  const page = await open(t, { path: '#hide=node.people', motion: true });
  assert.match(await page.$eval('#story-begin', (e) => /** @type {HTMLElement} */ (e).innerText), /The story in 8 steps/);
  await page.click('#story-begin');
  await tells(page, 'A chain from Tehran');
  assert.equal(await page.$eval('#story-at', (e) => e.textContent), '1 of 8');
  assert.deepEqual((await stateOf(page)).hide, [], 'a step shows what it shows');
  assert.equal(await page.$eval('#story-previous', (e) => /** @type {HTMLButtonElement} */ (e).disabled), true);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'story-next', 'Enter goes on');

  await page.keyboard.press('Enter');
  await tells(page, 'The web under Soleimani');
  assert.equal((await stateOf(page)).asOf, '2019');
  assert.match(await page.evaluate(() => location.hash), /step=soleimani-web/);
  assert.match(await page.$eval('#status', (e) => e.textContent ?? ''), /^2 of 8: The web under Soleimani\. Qassem Soleimani commanded/);
  const quotes = await page.$$eval('#detail > .step .passage', (all) => all.length);
  assert.ok(quotes >= 3, `${quotes} passages bear the step out`);

  await page.click('#story-leave');
  assert.deepEqual({ ...(await stateOf(page)) }.hide, ['node.people'], 'the reader is back where the story began');
  assert.equal((await stateOf(page)).step, null);
  assert.equal(await page.$eval('#overview', (e) => e.checkVisibility()), true);
});

test('story: keys change the step, and the history goes back', async (t) => {
  const page = await open(t, { path: '#step=the-killing' });
  assert.equal(await title(page), 'The killing of Soleimani');
  for (const [key, want] of /** @type {const} */ ([
    ['ArrowRight', 'The successor'], ['PageDown', 'After October 7'], ['ArrowLeft', 'The successor'], ['PageUp', 'The killing of Soleimani'],
  ])) {
    await page.keyboard.press(key);
    await tells(page, want);
  }
  await page.goBack();
  await tells(page, 'The successor');

  await page.focus('#search');
  await page.keyboard.press('ArrowRight');
  assert.equal(await title(page), 'The successor', 'keys pressed in the search are its own');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  await page.keyboard.press('Escape');
  assert.equal((await stateOf(page)).step, null);
});

test('story: a selection is shown, and closing it returns to the step', async (t) => {
  const page = await open(t, { path: '#step=the-strikes' });
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'us-message' }));
  assert.equal(await page.$('#detail > .step'), null);
  assert.match(await page.evaluate(() => location.hash), /select=us-message.*step=the-strikes/);
  await page.click('#close');
  await tells(page, 'Strikes, and a message');
});

test('story: on a phone a swipe changes the step, visible above the sheet', async (t) => {
  const page = await open(t, { phone: true, path: '#step=the-killing', motion: true });
  const swipe = async (/** @type {number} */ from, /** @type {number} */ to) => {
    await page.touchscreen.touchStart(from, 600);
    await page.touchscreen.touchMove((from + to) / 2, 602);
    await page.touchscreen.touchMove(to, 603);
    await new Promise((rest) => setTimeout(rest, 200)); // otherwise Chromium detects a fling, and the next tap stops it
    await page.touchscreen.touchEnd();
  };
  await swipe(320, 80);
  await tells(page, 'The successor');
  await settled(page);
  const { sheet, head, at } = await page.evaluate(() => ({
    sheet: document.querySelector('#panel')?.getBoundingClientRect().top ?? 0,
    head: document.querySelector('.masthead')?.getBoundingClientRect().bottom ?? 0,
    at: window.proxynet.positions(),
  }));
  for (const id of ['qaani', 'quds-force', 'axis']) {
    assert.ok(at[id].y > head && at[id].y < sheet && at[id].x > 0 && at[id].x < 390, `${id} is at ${at[id].x}, ${at[id].y}; the sheet begins at ${sheet}`);
  }
  assert.equal(await page.$eval('#search', (e) => e.checkVisibility()), false, 'the story has the room');
  await swipe(80, 320);
  await tells(page, 'The killing of Soleimani');
  await page.tap('#story-leave');
  await until(page, 'the story left', () => window.proxynet.state.step === null);
});

test('story: an embed starts at a step', async (t) => {
  const page = await open(t, { path: 'article.html', still: true });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = './#step=the-successor';
    frame.width = '390';
    frame.height = '636';
    frame.id = 'embedded';
    document.body.prepend(frame);
  });
  const frame = await (await page.waitForSelector('#embedded'))?.contentFrame();
  assert.ok(frame);
  await frame.waitForSelector('#detail > .step .title', { timeout: 30_000 });
  assert.equal(await frame.$eval('#detail > .step .title', (e) => e.textContent), 'The successor');
});
