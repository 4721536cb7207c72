// The page in its languages, in a real browser.

import assert from 'node:assert/strict';
import test from 'node:test';
import { until } from '../test/browser/browser.js';
import { frameOf, live, startHost } from '../test/browser/article.js';
import { opener } from '../test/browser/opener.js';

const open = await opener();

test('language: the link keeps the selection, names are translated, the panel changes sides', async (t) => {
  const page = await open(t, { path: '#select=quds-force' });
  await Promise.all([page.waitForNavigation(), page.click('.languages a[hreflang="fa"]')]);
  await page.evaluate(() => window.proxynet.ready);
  assert.match(page.url(), /\/fa\/#select=quds-force$/);
  assert.equal(await page.$eval('#detail .title', (e) => e.textContent), 'نیروی قدس');
  const { panel, stage } = await page.evaluate(() => ({
    panel: document.querySelector('#panel')?.getBoundingClientRect().x ?? NaN, stage: document.querySelector('.stage')?.getBoundingClientRect().x ?? NaN,
  }));
  assert.ok(panel < stage, `the panel is at ${panel}, the picture at ${stage}`);
  const spot = await page.evaluate(() => window.proxynet.positions().qaani);
  await page.mouse.click(spot.x, spot.y);
  await until(page, 'the selection of what was clicked', () => window.proxynet.state.select === 'qaani');
  assert.match(await page.$eval('#status', (e) => e.textContent ?? ''), /^اسماعیل قاآنی، شخص: [۰-۹]+ رابطه/);
});

test('language: an embed has the requested language in its page and texts', async () => {
  const host = await startHost();
  const { page, errors } = await host.open(`${host.script}<proxy-network src="${host.address}" lang="fa-IR" select="hamas"></proxy-network>`);
  await live(page);
  const frame = await frameOf(page);
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'fa');
  assert.equal(await page.$eval('proxy-network', (e) => e.shadowRoot?.querySelector('.start')?.textContent), 'کاوش در شبکه');
  assert.equal(await page.$eval('proxy-network', (e) => e.shadowRoot?.querySelector('img')?.src.endsWith('/fa/picture.wide.svg')), true);
  assert.deepEqual(errors, []);
  await page.close();
  await host.close();
});
