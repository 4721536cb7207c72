import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { promisify } from 'node:util';
import { start } from '../test/browser/browser.js';

const folder = await mkdtemp(join(tmpdir(), 'proxynet-'));
after(() => rm(folder, { recursive: true }));
await promisify(execFile)(process.env.PROXYNET ?? '', ['build', '--network', 'network/file/testdata/ferry/network.yaml', '-o', join(folder, 'site'), '--precompress=false']);
const site = await start(join(folder, 'site'));
after(() => site.close());

/** Opens the site at a state. @param {{after(done: () => Promise<void>): void}} t @param {import('../test/browser/browser.js').View} view */
async function open(t, view) {
  const { page, errors } = await site.open(view);
  t.after(async () => {
    await page.close();
    assert.deepEqual(errors, []);
  });
  return page;
}

test('legal: stages follow the current date', async (t) => {
  const page = await open(t, { path: '#select=karl-nora' });
  const current = () => page.$eval('#detail .legal', (e) => e.querySelector('[aria-current]')?.textContent?.trim() ?? '');
  const shows = (/** @type {string} */ words) => page.waitForFunction((text) => document.querySelector('#detail .legal [aria-current]')?.textContent?.includes(text), {}, words);
  await shows('acquitted');
  await page.evaluate(() => window.proxynet.dispatch({ type: 'asOf', date: '2020-06' }));
  await shows('charged');
  assert.equal(await page.$eval('#detail .legal', (e) => e.querySelectorAll('[data-later]').length), 1);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'asOf', date: '2018' }));
  await page.waitForFunction(() => document.querySelectorAll('#detail .legal [data-later]').length === 3);
  assert.equal(await current(), '');
});

test('legal: a denial is visible without scrolling, also on a phone', async (t) => {
  for (const phone of [false, true]) {
    const page = await open(t, { phone, picture: true, path: '#select=karl-nora' });
    const inSight = await page.$eval('#detail .against q, #detail .against blockquote p', (e) => {
      const words = e.getBoundingClientRect();
      const panel = /** @type {Element} */ (e.closest('#detail')).getBoundingClientRect();
      return words.top >= panel.top && words.bottom <= Math.min(panel.bottom, innerHeight);
    });
    assert.ok(inSight, phone ? 'phone' : 'desktop');
  }
});

test('legend: one switch keeps what two sources say', async (t) => {
  const page = await open(t, { picture: true });
  await page.click('#several');
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), ['sources.single']);
  assert.equal(await page.$eval('#several', (e) => e.getAttribute('aria-pressed')), 'true');
  await page.click('#several');
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), []);
});

test('ask chain: chains of ownership, with contradictions at their steps', async (t) => {
  const page = await open(t, { path: '#chain=karl,sound' });
  await page.waitForSelector('[data-ask="chain"] .chain .step');
  const answer = await page.$eval('[data-ask="chain"] .answer', (e) => e.textContent ?? '');
  assert.match(answer, /One documented chain of ownership leads from Karl Lind to Sound Ferries/);
  assert.match(answer, /contradicted by The register/);
});
