import assert from 'node:assert/strict';
import test from 'node:test';
import { positionsOf, settled } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

const open = await opener();

test('legend: a row hides and shows what it describes', async (t) => {
  const page = await open(t, { picture: true });
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

test('legend: a kind can be hidden alone, and its family shows that', async (t) => {
  const page = await open(t);
  const family = '#legend li[data-hides^="relation.arms "]';
  await page.click(`${family} summary`);
  await page.click(`${family} li[data-hides="relation.money"] button`);
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), ['relation.money']);
  assert.equal(await page.$eval(`${family} > button`, (e) => e.getAttribute('aria-pressed')), 'mixed');
  await settled(page);
  const shown = await positionsOf(page);
  assert.ok(!shown['tehran-funds'] && shown['tehran-arms']);
  await page.click('#hiding button');
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), []);
});

test('legend: one switch keeps what the article states in its own voice', async (t) => {
  const page = await open(t);
  await page.click('#own-voice');
  assert.equal(await page.$eval('#own-voice', (e) => e.getAttribute('aria-pressed')), 'true');
  await settled(page);
  const shown = await positionsOf(page);
  for (const [id, want] of Object.entries({ 'tehran-arms': true, 'qaani-ties': false, 'quds-hezbollah': false, 'axis-follows': false })) {
    assert.equal(id in shown, want, id);
  }
  await page.click('#own-voice');
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), []);
});

test('legend: hiding a speaker hides what nobody else says', async (t) => {
  const page = await open(t);
  await page.click('#legend li[data-hides="speaker.takeyh"] button');
  await settled(page);
  const shown = await positionsOf(page);
  assert.ok(!shown['qaani-ties'] && shown['qaani-consolidates']);
});

test('legend: a note says that part is hidden, and shows it again', async (t) => {
  const page = await open(t, { picture: true, path: '#select=qaani&hide=node.people,status.implied' });
  assert.match(await page.$eval('#hiding', (e) => /** @type {HTMLElement} */ (e).innerText), /Part of the network is hidden/);
  await page.click('#hiding button');
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.hide), []);
  assert.equal(await page.$eval('#hiding', (e) => e.checkVisibility()), false);
});
