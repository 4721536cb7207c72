import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../page/opener.js';

const open = await opener();

test('the dialog gives the link of the view, the snippets and the picture', async (t) => {
  const page = await open(t, { path: '#select=qaani&hide=relation.arms' });
  await page.evaluate(() => window.proxynet.dispatch({ type: 'view', view: { x: 1, y: 2, zoom: 3 } }));
  await page.click('#share');
  const values = await page.$$eval('#sharing textarea', (all) => all.map((field) => field.value));
  const address = page.url().replace(/#.*/, '');
  assert.equal(values[0], `${address}#select=qaani&hide=relation.arms&view=1,2,3`);
  assert.ok(values[1].includes(`<proxy-network src="${address}" select="qaani" filter="relation.arms">`), values[1]);
  assert.ok(values[2].startsWith(`<iframe src="${address}#select=qaani`), values[2]);
  const sizes = await page.$$eval('#sharing a[download]', (links) => Promise.all(links.map(async (link) => (await (await fetch(/** @type {HTMLAnchorElement} */ (link).href)).text()).length)));
  assert.ok(sizes.length === 2 && sizes.every((size) => size > 10_000), String(sizes));
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('#sharing', (dialog) => /** @type {HTMLDialogElement} */ (dialog).open), false);
  assert.equal(await page.evaluate(() => window.proxynet.state.select), 'qaani', 'Escape did more than close the dialog');
});
