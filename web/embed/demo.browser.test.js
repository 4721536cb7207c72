// The demonstration's article pages, as they are shipped.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start, until } from '../browser/browser.js';
import { framesOf, live } from './host.js';

/** @type {import('../browser/browser.js').Tester} */
let tester;
before(async () => { tester = await start(); });
after(() => tester.close());

test('the article and its graph read each other', async () => {
  const { page, faults } = await tester.open({ path: 'article.html', still: true });
  await page.$eval('proxy-network', (element) => element.scrollIntoView({ behavior: 'instant' }));
  await live(page);
  await until(page, 'the marks', () => [...CSS.highlights].some(([name, all]) => !name.endsWith('-selected') && all.size === document.querySelectorAll('main > blockquote').length));
  await page.$eval('proxy-network', (element) => element.dispatch({ type: 'select', id: 'houthis' }));
  await until(page, 'the passage', () => [...CSS.highlights].some(([name, all]) => name.endsWith('-selected') && all.size > 0));
  assert.deepEqual(faults, []);
  await page.close();
});

test('on the ugly page at most four of five are live, and nothing is violated', async () => {
  const { page, faults } = await tester.open({ path: 'ugly.html', still: true });
  await live(page);
  for (let i = 0; i < 5; i++) {
    await page.$$eval('proxy-network', (all, i) => all[i].scrollIntoView({ behavior: 'instant' }), i);
    await new Promise((next) => setTimeout(next, 1500));
    assert.ok(await framesOf(page) <= 4);
  }
  assert.ok(await framesOf(page) > 0);
  assert.deepEqual(faults, []);
  await page.close();
});
