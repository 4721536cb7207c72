// The embed in print, with its host's colors and fonts, in a real browser, with a
// cross-origin frame.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, until } from '../test/browser/browser.js';
import { errorsOf, frameOf, live, startHost } from '../test/browser/article.js';

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

/** @param {string} html */
const embed = (html = '') => `${host.script}<proxy-network src="${host.address}" height="500">${html}</proxy-network><p>The article goes on.</p>`;

for (const [name, legends, body] of /** @type {[string, number, () => string][]} */ ([
  ['a bare tag', 0, () => embed()],
  ['the dialog’s snippet', 1, () => `<style>img { max-width: 100%; height: auto; }</style>${host.snippet()}<p>The article goes on.</p>`],
])) {
  test(`embed print: the picture, claims and passages, ${name}`, async () => {
    const { page, errors } = await host.open(body());
    await live(page);
    await until(page, 'the picture', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.drawn'));
    // The claims were requested when the browser was idle; printing does not wait.
    await pause(2000);
    const before = await page.$eval('proxy-network', (element) => [element.offsetHeight, element.shadowRoot?.querySelectorAll('.claims li').length]);
    assert.equal(before[1], 0, 'it is set before it is needed');
    await page.emulateMediaType('print');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const seen = await page.$eval('proxy-network', (element) => {
      const shadow = /** @type {ShadowRoot} */ (element.shadowRoot);
      const shown = (/** @type {string} */ selector) => [...shadow.querySelectorAll(selector)].filter((part) => part.checkVisibility({ visibilityProperty: true }));
      const end = /** @type {Element} */ (element.nextElementSibling).getBoundingClientRect().top;
      return {
        frame: shown('iframe').length, bar: shown('.reading, .start').length, picture: shown('.picture').length, legend: shown('.legend').length, link: shown('.whole').length,
        claims: shown('.claims ul li').map((item) => item.textContent), quotes: shown('.claims ol li').map((item) => item.textContent),
        clear: end >= Math.max(...shown('.claims').map((part) => part.getBoundingClientRect().bottom)),
      };
    });
    assert.deepEqual([seen.frame, seen.bar, seen.picture, seen.legend, seen.link, seen.clear], [0, 0, 1, legends, 1, true]);
    const frame = await frameOf(page);
    const want = await frame.evaluate(() => [document.querySelectorAll('#relations .entry').length, document.querySelectorAll('#passages .entry').length]);
    assert.deepEqual([seen.claims.length, seen.quotes.length], want);
    assert.ok(want[0] > 60 && want[1] > 60, String(want));
    assert.ok(seen.claims.some((text) => /^The Quds Force stands above Hezbollah Implied, not said outright\. Our reading:.*\[\d+(, \d+)*\]$/.test(text ?? '')), seen.claims.join('\n'));
    assert.ok(seen.quotes.every((text) => !text?.includes('not found')), 'a passage is called missing');
    await page.emulateMediaType('screen');
    assert.equal(await page.$eval('proxy-network', (element) => element.offsetHeight), before[0]);
    assert.ok((await page.pdf({ format: 'A4' })).length > 20_000);
    assert.deepEqual([errors, await errorsOf(page)], [[], []]);
    await page.close();
  });
}

test('theme tokens: colors and fonts are applied in the frame unless they lack contrast', async () => {
  const { page, errors } = await host.open(`<style>
    body { --proxynet-ink: #102030; --proxynet-paper: rgb(255 250 240); --proxynet-accent: darkred; --proxynet-font-serif: "Times New Roman", serif; --proxynet-font-sans: url(x); --proxynet-muted: red; }
    .grey { --proxynet-ink: #999; --proxynet-muted: #555; }
  </style>${embed().replace('<proxy-network', '<proxy-network theme="light"')}`);
  await live(page);
  const frame = await frameOf(page);
  const worn = () => frame.evaluate(() => Object.fromEntries(['ink', 'paper', 'accent', 'font-serif', 'font-sans', 'muted'].map((name) => [name, document.documentElement.style.getPropertyValue(`--proxynet-${name}`)])));
  // Red on that paper has a contrast of 3.8: no color is applied, but the fonts are.
  assert.deepEqual(await worn(), { 'ink': '', 'paper': '', 'accent': '', 'font-serif': '"Times New Roman", serif', 'font-sans': '', 'muted': '' });
  await page.evaluate(() => {
    document.body.style.setProperty('--proxynet-muted', '#555');
    document.querySelector('proxy-network')?.setAttribute('theme', 'auto');
  });
  await frame.waitForFunction(() => document.documentElement.style.getPropertyValue('--proxynet-ink') !== '');
  assert.deepEqual(await worn(), { 'ink': '#102030', 'paper': '#fffaf0', 'accent': '#8b0000', 'font-serif': '"Times New Roman", serif', 'font-sans': '', 'muted': '#555555' });
  assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 250, 240)');
  assert.equal(await frame.$eval('h1', (title) => getComputedStyle(title).color), 'rgb(16, 32, 48)');
  await page.evaluate(() => {
    document.body.removeAttribute('style');
    document.body.className = 'grey';
    document.querySelector('proxy-network')?.setAttribute('theme', 'light');
  });
  await frame.waitForFunction(() => document.documentElement.style.getPropertyValue('--proxynet-ink') === '');
  assert.deepEqual([errors, await errorsOf(page), await errorsOf(frame)], [[], [], []]);
  await page.close();
});
