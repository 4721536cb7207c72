// Embeds that are hidden at first, scaled, or on a high-resolution screen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, until } from '../test/browser/browser.js';
import { errorsOf, live, startHost } from '../test/browser/article.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

const embed = () => `${host.script}<proxy-network src="${host.address}" height="500"></proxy-network>`;

/**
 * Clicks on a node of the only embed until Chromium routes the click to the frame.
 * @param {Page} page
 * @param {string} id
 * @param {number} scale  of the embed in the page
 */
async function click(page, id, scale = 1) {
  for (let i = 0; i < 30; i++) {
    const at = await page.$eval('proxy-network', async (element, id, scale) => {
      const { x, y } = element.getBoundingClientRect();
      const place = (await element.positions())[id];
      return { x: x + place.x * scale, y: y + place.y * scale, select: element.state.select };
    }, id, scale);
    if (at.select === id) return;
    await page.mouse.click(at.x, at.y);
    await pause(200);
  }
  assert.fail(`a click doesn’t select ${id}`);
}

test('embed: hidden at first, it goes live when shown, and a click hits the right node', async () => {
  for (const hide of ['display: none', 'content-visibility: hidden', 'block-size: 0; overflow: hidden']) {
    const { page, errors } = await host.open(`<div id="tab" style="${hide}">${embed()}</div>`);
    await pause(1000);
    await page.$eval('#tab', (tab) => tab.removeAttribute('style'));
    await live(page);
    await click(page, 'tehran');
    assert.deepEqual([errors, await errorsOf(page)], [[], []], hide);
    await page.close();
  }
});

for (const scale of [0.5, 0.8, 1.25]) {
  test(`embed: scaled by ${scale}, a click hits the node under it`, async () => {
    const { page } = await host.open(`<div style="inline-size: 700px; transform: scale(${scale}); transform-origin: 0 0">${embed()}</div>`);
    await live(page);
    for (const id of ['tehran', 'houthis']) {
      await page.$eval('proxy-network', (element) => element.dispatch({ type: 'reset' }));
      await pause(600); // the sheet collapses
      await click(page, id, scale);
    }
    await page.close();
  });
}

for (const ratio of [1, 1.5, 3]) {
  test(`embed: the graph has ${ratio} pixels per CSS pixel`, async () => {
    // A cross-origin frame has the pixel ratio of the machine, not of the test.
    const { page } = await host.open('<p>An article</p>');
    await page.setViewport({ width: 900, height: 700, deviceScaleFactor: ratio });
    await page.goto(host.address);
    await page.evaluate(() => window.proxynet.ready);
    await until(page, 'the canvas in the screen’s pixels', (ratio) => {
      const canvas = /** @type {HTMLCanvasElement|null} */ (document.querySelector('body > canvas'));
      if (!canvas || devicePixelRatio !== ratio) return false;
      const { width, height } = canvas.getBoundingClientRect();
      return Math.abs(canvas.width - width * ratio) <= 2 && Math.abs(canvas.height - height * ratio) <= 2;
    }, ratio);
    await page.close();
  });
}
