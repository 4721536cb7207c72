// The content below an embed does not shift. In a real browser on a slow connection,
// which draws the page long before the embed's script has loaded.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, until } from '../test/browser/browser.js';
import { frameOf, live, shiftOf, startHost } from '../test/browser/article.js';

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

const WORDS = `<p>${'Some words of an article. '.repeat(40)}</p>`;

// A host without styles for images, and the usual styles.
for (const css of ['', 'img { max-width: 100%; height: auto; } blockquote { margin: 0; }']) {
  for (const phone of [false, true]) {
    test(`embed shift: the snippet of the dialog shifts nothing, ${phone ? 'phone' : 'desktop'}, ${css ? 'ordinary' : 'no'} styles`, async () => {
      const { page, errors } = await host.open(`<style>${css}</style><h1>A title</h1>${host.snippet()}${WORDS.repeat(4)}`, { phone, slow: true, motion: true });
      await until(page, 'the embed’s own picture', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.drawn'));
      const high = await page.$eval('proxy-network', (element) => element.offsetHeight);
      await page.emulateNetworkConditions(null);
      await live(page);
      await pause(500);
      assert.equal(await shiftOf(page), 0, 'layout shift');
      assert.equal(await page.$eval('proxy-network', (element) => element.offsetHeight), high);
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(wide <= seen, `the page is ${wide} wide in a window of ${seen}`);
      const { width, height } = await (await frameOf(page)).$eval('#picture', (picture) => picture.getBoundingClientRect().toJSON());
      const zoom = Math.min(...phone ? [width / 390, height / 645] : [width / 880, height / 528]);
      assert.ok(zoom > 0.75, `the picture is ${width} × ${height}, at ${zoom} of its size`);
      const [legend, column] = await page.$eval('proxy-network', (element) => ['.legend', '.outer'].map((part) => element.shadowRoot?.querySelector(part)?.clientWidth ?? 0));
      assert.ok(legend > 0.8 * column, `the legend is ${legend} wide in a column of ${column}`);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
}

test('embed shift: a bare snippet shifts the content below at most once, by its own height', async () => {
  const { page } = await host.open(`<h1>A title</h1>${host.script}<proxy-network src="${host.address}"></proxy-network>${WORDS.repeat(4)}`, { slow: true, motion: true });
  await until(page, 'the embed’s own picture', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.drawn'));
  await page.emulateNetworkConditions(null);
  const shift = await shiftOf(page);
  await live(page);
  await pause(500);
  assert.ok(shift < 1, `${shift} before the graph is live`);
  assert.equal(await shiftOf(page), shift, 'it shifts once more');
  await page.close();
});

test('embed shift: with a blocking script in the head a bare tag shifts nothing', async () => {
  const { page } = await host.open(`<h1>A title</h1><proxy-network src="${host.address}"></proxy-network>${WORDS.repeat(4)}`, { slow: true, motion: true, head: `<script type="module" blocking="render" src="${host.address}embed.js"></script>` });
  await until(page, 'the embed’s own picture', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.drawn'));
  await page.emulateNetworkConditions(null);
  await live(page);
  assert.equal(await shiftOf(page), 0);
  await page.close();
});

