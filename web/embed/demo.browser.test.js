// The article pages of the demo, as shipped.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, start, until } from '../test/browser/browser.js';
import { frameOf, framesOf, live } from '../test/browser/article.js';

/** @type {import('../test/browser/browser.js').Tester} */
let tester;
before(async () => { tester = await start(); });
after(() => tester.close());

test('demo: article and graph are linked', async () => {
  const { page, errors } = await tester.open({ path: 'article.html', still: true });
  await page.$eval('proxy-network', (element) => element.scrollIntoView({ behavior: 'instant' }));
  await live(page);
  await until(page, 'the marks', () => [...CSS.highlights].some(([name, all]) => !name.endsWith('-selected') && all.size === document.querySelectorAll('main > blockquote').length));
  await page.$eval('proxy-network', (element) => element.dispatch({ type: 'select', id: 'houthis' }));
  await until(page, 'the passage', () => [...CSS.highlights].some(([name, all]) => name.endsWith('-selected') && all.size > 0));
  assert.deepEqual(errors, []);
  await page.close();
});

test('demo: a page of the same origin marks missing passages in its panel', async () => {
  const { page } = await tester.open({ path: 'article.html', still: true });
  await page.$eval('proxy-network', (element) => {
    element.setAttribute('follow', '');
    element.scrollIntoView({ behavior: 'instant' });
  });
  await live(page);
  await until(page, 'the marks', () => CSS.highlights.size > 0);
  await page.$eval('proxy-network', (element) => element.dispatch({ type: 'select', id: 'us-message' }));
  const frame = await frameOf(page);
  await frame.waitForFunction(() => [...document.querySelectorAll('#detail .passage footer')].some((footer) => / · not found in this text$/.test(footer.textContent ?? '')));
  const { missing } = await page.$eval('proxy-network', (element) => element.passages);
  const noted = await frame.$$eval('.evidence .passage:has(.missing)', (all) => all.map((quote) => /** @type {HTMLElement} */ (quote).dataset.passage));
  assert.deepEqual([...new Set(noted)].sort(), missing.sort());

  await page.$eval('main > blockquote', (quote) => quote.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await until(page, 'who is spoken of', () => document.querySelector('proxy-network')?.state.hover !== null);
  await page.close();
});

test('demo: a page without an article marks no missing passages', async () => {
  const { page } = await tester.open({ noScript: true });
  assert.equal(await page.evaluate(() => {
    const copy = /** @type {Element} */ (document.body.cloneNode(true));
    for (const script of copy.querySelectorAll('script')) script.remove(); // they contain the strings
    return copy.outerHTML.includes('not found in this text');
  }), false);
  await page.close();
});

test('demo: on the ugly page at most four of five are live, without policy violations', async () => {
  const { page, errors } = await tester.open({ path: 'ugly.html', still: true });
  await live(page);
  for (let i = 0; i < 5; i++) {
    await page.$$eval('proxy-network', (all, i) => all[i].scrollIntoView({ behavior: 'instant' }), i);
    await pause(1500);
    assert.ok(await framesOf(page) <= 4);
  }
  assert.ok(await framesOf(page) > 0);
  assert.deepEqual(errors, []);
  await page.close();
});
