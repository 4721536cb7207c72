// The host's colors are applied in the frame if readable. In a real browser, in both
// color schemes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contrast, over, parse, toHex } from './color.js';
import { frameOf, live, startHost } from '../test/browser/article.js';

/** @import {Frame, Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
/** @type {Page} */
let page;
/** @type {Frame} */
let frame;
/** @type {string[]} */
let warnings;

before(async () => {
  host = await startHost();
  ({ page, warnings } = await host.open(`${host.script}<proxy-network src="${host.address}" height="500" theme="light"></proxy-network>`));
  await live(page);
  frame = await frameOf(page);
});
after(() => host.close());

/** Sets the host's colours and the theme, and waits until the frame has them. @param {string} css @param {string} theme */
async function dress(css, theme) {
  await page.$eval('proxy-network', (element, css, theme) => {
    element.setAttribute('style', css);
    element.removeAttribute('theme');
    element.setAttribute('theme', theme);
  }, css, theme);
  await page.$eval('proxy-network', (element) => element.frames()); // earlier messages have been handled
}

/** The applied tokens, and the least contrast of the page's texts. */
async function seen() {
  const { worn, texts } = await frame.evaluate(() => ({
    worn: document.documentElement.getAttribute('style') ?? '',
    texts: ['h1', '.source', '#hint', '#detail a', '#overview .summary'].flatMap((selector) => {
      const element = document.querySelector(selector);
      return element ? [[getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor]] : [];
    }),
  }));
  assert.ok(texts.length >= 4);
  const least = Math.min(...texts.map(([text, paper]) => {
    const [top, ground] = [parse(text), parse(paper)];
    assert.ok(top && ground, `${text} on ${paper}`);
    assert.equal(ground[3], 1, 'the paper is not opaque');
    return contrast(toHex(over(top, ground)), toHex(ground));
  }));
  return { worn, least };
}

/** Colors that would hide text, and values that are not colors. */
const REFUSED = [
  '--proxynet-ink: transparent', '--proxynet-ink: #0001', '--proxynet-ink: rgb(0 0 0 / 0.02)', '--proxynet-ink: rgb(0 0 0 / 45%)', '--proxynet-ink: hsl(0 0% 0% / 5%)',
  '--proxynet-ink: color-mix(in srgb, black 1%, transparent)', '--proxynet-ink: color-mix(in oklch, white, black 2%)', '--proxynet-ink: light-dark(white, black)',
  '--proxynet-ink: white', '--proxynet-ink: oklch(0.98 0 0)', '--proxynet-ink: color(display-p3 1 1 1)', '--proxynet-ink: rgb(from white r g b)',
  '--proxynet-ink: Canvas', '--proxynet-ink: lab(99% 0 0)', '--proxynet-muted: #0000; --proxynet-accent: #0000', '--proxynet-muted: #ddd', '--proxynet-focus: transparent',
  '--proxynet-paper: black', '--proxynet-paper: rgb(0 0 0 / 0.6)',
];
for (const css of REFUSED) {
  test(`theme tokens: not used in the light scheme: ${css}`, async () => {
    const before = warnings.length;
    await dress(css, 'light');
    const { worn, least } = await seen();
    assert.ok(!/--proxynet-(ink|muted|accent|focus|paper)/.test(worn), worn);
    assert.ok(least >= 4.5, `a contrast of ${least}`);
    assert.ok(warnings.slice(before).some((text) => text.includes('are not used')), 'nothing is said');
  });
}

/** Values that are not colors in any scheme. */
for (const css of ['--proxynet-ink: currentColor', '--proxynet-ink: linear-gradient(red, blue)', '--proxynet-ink: v\\61r(--proxynet-paper)', '--proxynet-paper: url(x)', '--proxynet-ink: red; --proxynet-ink: image(red)', '--proxynet-ink: attr(title color)']) {
  test(`theme tokens: not a color: ${css}`, async () => {
    for (const theme of ['light', 'dark']) {
      await dress(css, theme);
      const { worn, least } = await seen();
      assert.ok(!/--proxynet-(ink|paper)/.test(worn), worn);
      assert.ok(least >= 4.5, `a contrast of ${least}`);
    }
  });
}

test('theme tokens: colors are applied opaque, as painted on the paper', async () => {
  for (const [css, want] of /** @type {const} */ ([
    ['--proxynet-ink: #102030', { ink: '#102030' }],
    ['--proxynet-ink: rgb(0 0 0 / 90%); --proxynet-paper: #fff', { ink: '#191919', paper: '#ffffff' }],
    ['--proxynet-ink: oklch(0.2 0 0)', { ink: '#161616' }],
    ['--proxynet-ink: light-dark(black, white)', { ink: '#000000' }],
    ['--proxynet-accent: color-mix(in srgb, darkred 80%, black)', { accent: '#6f0000' }],
    ['--proxynet-paper: transparent; --proxynet-ink: black', { ink: '#000000', paper: '#fbfaf7' }],
  ])) {
    await dress(css, 'light');
    const worn = await frame.evaluate(() => Object.fromEntries([...document.documentElement.style].filter((name) => name.startsWith('--proxynet-')).map((name) => [name.slice('--proxynet-'.length), document.documentElement.style.getPropertyValue(name)])));
    assert.deepEqual(worn, want, css);
  }
});

test('theme tokens: colors are checked again when the color scheme changes', async () => {
  await dress('--proxynet-ink: #101010', 'light');
  assert.match((await seen()).worn, /--proxynet-ink: #101010/);
  await dress('--proxynet-ink: #101010', 'dark');
  assert.ok(!(await seen()).worn.includes('--proxynet-ink'));
  assert.ok((await seen()).least >= 4.5);

  await dress('--proxynet-ink: #101010', 'auto');
  for (const scheme of ['dark', 'light', 'dark', 'light']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await frame.waitForFunction((dark) => document.documentElement.style.getPropertyValue('--proxynet-ink') === (dark ? '' : '#101010'), { polling: 100 }, scheme === 'dark');
    assert.ok((await seen()).least >= 4.5, scheme);
  }
  await dress('--proxynet-ink: light-dark(#101010, #f0f0f0)', 'dark');
  assert.match((await seen()).worn, /--proxynet-ink: #f0f0f0/);
});

test('theme tokens: a value that is too long is reported', async () => {
  const before = warnings.length;
  await dress(`--proxynet-font-sans: ${'"A font with a long name", '.repeat(9)}serif`, 'light');
  assert.ok(warnings.slice(before).some((text) => /--proxynet-font-sans is ignored: it has \d+ characters, more than 200/.test(text)), String(warnings.slice(before)));
});
