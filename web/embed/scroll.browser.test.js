// The article scrolls only if its reader scrolls it. In a real browser, with a
// cross-origin frame that is partly below the window.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { frameOf, live, startHost } from '../test/browser/article.js';
import { pause } from '../test/browser/browser.js';

/** @import {Frame, Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

const WORDS = `<p>${'Some words of an article. '.repeat(40)}</p>`;

/** The page around an embed: the reader's input field and more than a screen above, more below. @param {string} embed */
const article = (embed) => `<input id="mine">${WORDS.repeat(12)}${embed}${WORDS.repeat(30)}`;

/** The distance of the embed below the window in pixels, near enough to go live. */
const BELOW = 100;

/** Scrolls so that the embed starts this far below the window's top, and moves the focus above it. @param {Page} page @param {string} selector @param {number} top */
const place = (page, selector, top) => page.$eval(selector, (element, top) => {
  /** @type {HTMLElement} */ (document.querySelector('#mine')).focus({ preventScroll: true });
  scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
  return scrollY;
}, top);

/** The reader's scroll position and focus. @param {Page} page */
const readerOf = (page) => page.evaluate(() => ({ y: scrollY, x: scrollX, focus: document.activeElement?.id }));

/** Polls, since a frame out of view draws nothing. */
const patience = { timeout: 60_000, polling: 100 };

/** Waits until the graph is live and has answered its question. @param {Frame} frame */
async function answered(frame) {
  await frame.waitForFunction(() => 'proxynet' in window, patience);
  await frame.evaluate(() => window.proxynet.ready);
  await frame.waitForFunction(() => ![...document.querySelectorAll('.answer')].some((answer) => answer.getAttribute('aria-busy')), patience);
}

/** @type {Record<string, () => string>} */
const STARTED = {
  'chain in an attribute': () => `${host.script}<proxy-network src="${host.address}" height="600" chain="quds-force,houthis"></proxy-network>`,
  'size in an attribute': () => `${host.script}<proxy-network src="${host.address}" height="600" size="reach"></proxy-network>`,
  'select in an attribute': () => `${host.script}<proxy-network src="${host.address}" height="600" select="qaani"></proxy-network>`,
  'step in an attribute': () => `${host.script}<proxy-network src="${host.address}" height="600" step="STEP"></proxy-network>`,
  'remove in the address': () => `${host.script}<proxy-network src="${host.address}#remove=quds-force" height="600"></proxy-network>`,
  'chain in the address': () => `${host.script}<proxy-network src="${host.address}#chain=quds-force,houthis" height="600"></proxy-network>`,
  'a plain frame with chain': () => `<iframe src="${host.address}#chain=quds-force,houthis" sandbox="allow-scripts allow-popups" width="700" height="600"></iframe>`,
  'a plain frame with remove and select': () => `<iframe src="${host.address}#remove=quds-force&select=qaani" width="700" height="600"></iframe>`,
  'a plain frame with step': () => `<iframe src="${host.address}#step=STEP" width="700" height="600"></iframe>`,
  'a plain frame with the fragment of an entry': () => `<iframe src="${host.address}#e-qaani" width="700" height="600"></iframe>`,
};

for (const [name, embed] of Object.entries(STARTED)) {
  test(`embed scroll: the article stays in place while an embed below it starts: ${name}`, async () => {
    const network = await (await fetch(host.address)).text();
    const step = /data-step="?([^" >]+)/.exec(network)?.[1] ?? '';
    assert.notEqual(step, '', 'the story has no step');
    const { page } = await host.open(article(embed().replace('STEP', step)));
    const height = page.viewport()?.height ?? 0;
    await place(page, 'proxy-network, iframe', height + BELOW);
    const before = await readerOf(page);
    await answered(await page.waitForFrame((frame) => frame.url().startsWith(host.address)));
    await pause(1500);
    assert.deepEqual(await readerOf(page), before);
    await page.close();
  });
}

for (const phone of [false, true]) {
  test(`embed scroll: the article stays in place while its script changes the graph${phone ? ', on a phone' : ''}`, async () => {
    const { page } = await host.open(article(`${host.script}<proxy-network src="${host.address}" height="600"></proxy-network>`), { phone, motion: !phone });
    const height = page.viewport()?.height ?? 0;
    await place(page, 'proxy-network', 0);
    await live(page);
    const network = await (await fetch(host.address)).text();
    const steps = [...new Set([...network.matchAll(/data-step="?([^" >]+)/g)].map((found) => found[1]))].slice(0, 3);
    const actions = [
      { type: 'select', id: 'quds-force' }, { type: 'select', id: 'houthis' }, { type: 'select', id: null },
      { type: 'chain', from: 'quds-force', to: 'houthis' }, { type: 'chain', from: null, to: null },
      { type: 'remove', ids: ['quds-force'] }, { type: 'restore', ids: ['quds-force'] }, { type: 'size', measure: 'degree' },
      { type: 'focus', id: 'quds-force' }, { type: 'view', view: { x: 100, y: 100, zoom: 2 } }, { type: 'fit' }, { type: 'reset' },
      ...steps.map((id) => ({ type: 'step', id })), { type: 'reset' },
    ];
    // Above the window, end visible, start visible, far below.
    for (const top of phone ? [-550, height - 60] : [-700, -550, height - 60, height + 1500]) {
      await place(page, 'proxy-network', top);
      const before = await readerOf(page);
      for (const action of actions) {
        await page.$eval('proxy-network', (element, action) => element.dispatch(/** @type {any} */ (action)), action);
        await pause(150);
        assert.deepEqual(await readerOf(page), before, `moved by ${JSON.stringify(action)}, the embed at ${top}`);
      }
    }
    await page.close();
  });
}

test('embed scroll: buttons of a half visible graph do not scroll the article', async () => {
  const { page } = await host.open(article(`${host.script}<proxy-network src="${host.address}" height="600"></proxy-network>`));
  await place(page, 'proxy-network', 100);
  await live(page);
  const frame = await frameOf(page);
  for (const top of [-300, 400]) {
    await place(page, 'proxy-network', top);
    const before = await readerOf(page);
    for (const selector of ['#story-open', '#story-next', '#story-next', '#story-leave', '#raise', '[data-step]', '[name="go"]', '.answer .end']) {
      await frame.evaluate((selector) => /** @type {HTMLElement|null} */ (document.querySelector(selector))?.click(), selector);
      await pause(300);
      assert.equal((await readerOf(page)).y, before.y, `moved by ${selector}`);
    }
  }
  await page.close();
});

test('embed scroll: an answer is scrolled into view in the panel', async () => {
  const { page } = await host.open(article(`${host.script}<proxy-network src="${host.address}" height="600"></proxy-network>`));
  await place(page, 'proxy-network', 0);
  await live(page);
  await page.$eval('proxy-network', (element) => element.dispatch({ type: 'remove', ids: ['quds-force'] }));
  const frame = await frameOf(page);
  await frame.waitForFunction(() => /\d/.test(document.querySelector('[data-ask="without"] .sentence')?.textContent ?? ''), patience);
  const seen = await frame.evaluate(() => {
    const panel = /** @type {Element} */ (document.querySelector('#detail')).getBoundingClientRect();
    const answer = /** @type {Element} */ (document.querySelector('[data-ask="without"]')).getBoundingClientRect();
    return answer.top >= panel.top - 1 && answer.top < panel.bottom;
  });
  assert.ok(seen, 'the answer is out of sight');
  await page.close();
});

test('page scroll: all scripts use its helpers', async () => {
  const own = new URL('../', import.meta.url);
  const files = (await readdir(own, { recursive: true })).filter((name) => name.endsWith('.js') && !/^(test|node_modules|desk)\/|\.test\.js$/.test(name)); // the desk is never in a frame
  assert.ok(files.length > 60);
  /** The files in which a plain call is correct: in the article's page after a click, and after a key that moves the focus as Tab does. */
  const may = { 'embed/bar.js': /scrollIntoView/, 'panel/rovingfocus.js': /\.focus\(\)/, 'time/time.js': /\.focus\(\)/, 'keys/keys.js': /\.focus\(\)/ };
  for (const name of files) {
    const text = (await readFile(new URL(name, own), 'utf8')).replace(/^\s*(\/\/|\/?\*).*$/gm, '');
    for (const [call] of text.matchAll(/scrollIntoView\w*\(|\.focus\(\)|autofocus/g)) {
      assert.ok(/** @type {Record<string, RegExp>} */ (may)[name]?.test(call), `${name} calls ${call}: use page/scroll.js`);
    }
  }
});
