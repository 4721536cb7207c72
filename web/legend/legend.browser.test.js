import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../page/opener.js';

const open = await opener();

test('a row of the legend hides and shows what it stands for', async (t) => {
  const page = await open(t);
  const row = '#legend li[data-hides^="relation.arms"] button';
  const pressed = () => page.$eval(row, (e) => e.getAttribute('aria-pressed'));
  const hide = () => page.evaluate(() => window.proxynet.state.hide);
  assert.equal(await pressed(), 'true');
  await page.click(row);
  assert.equal(await pressed(), 'false');
  assert.ok((await hide()).includes('relation.money'), 'all kinds of the family are hidden');
  await page.click(row);
  assert.deepEqual(await hide(), []);
});

test('what is hidden is said, and shown again at once', async (t) => {
  const page = await open(t, { path: '#select=qaani&hide=node.people,status.implied' });
  assert.match(await page.$eval('#hiding', (e) => /** @type {HTMLElement} */ (e).innerText), /Part of the network is hidden/);
  await page.click('#hiding button');
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), []);
  assert.equal(await page.$eval('#hiding', (e) => e.checkVisibility()), false);
});
