import assert from 'node:assert/strict';
import test from 'node:test';
import { initialState } from '../state/store.js';
import { opener } from '../test/browser/opener.js';

const open = await opener();

test('address: a copied one opens the same view, and a reload keeps it', async (t) => {
  const page = await open(t, { path: '#select=qaani&hide=relation.arms,relation.unknown&view=1,2,3' });
  const want = { ...initialState, select: 'qaani', hide: ['relation.arms'], view: { x: 1, y: 2, zoom: 3 } };
  assert.deepEqual(await page.evaluate(() => window.proxynet.state), want);
  await page.reload();
  await page.evaluate(() => window.proxynet.ready);
  assert.deepEqual(await page.evaluate(() => window.proxynet.state), want);
  await page.click('#fit');
  assert.equal(await page.evaluate(() => window.proxynet.state.view), null);
  await page.waitForFunction(() => location.hash === '#select=qaani&hide=relation.arms');
  await page.evaluate(() => void (location.hash = '#select=tehran'));
  await page.waitForFunction(() => window.proxynet.state.select === 'tehran');
});

test('address: selections make history entries, camera moves do not', async (t) => {
  const page = await open(t);
  const length = await page.evaluate(() => history.length);
  for (let x = 1; x < 5; x++) await page.evaluate((x) => window.proxynet.dispatch({ type: 'view', view: { x, y: 0, zoom: 1 } }), x);
  await page.waitForFunction(() => location.hash === '#view=4,0,1');
  assert.equal(await page.evaluate(() => history.length), length);
  await page.evaluate(() => {
    window.proxynet.dispatch({ type: 'view', view: { x: 9, y: 0, zoom: 1 } });
    window.proxynet.dispatch({ type: 'select', id: 'qaani' });
  });
  assert.equal(await page.evaluate(() => history.length), length + 1);
  await page.goBack();
  await page.waitForFunction(() => window.proxynet.state.select === null);
  assert.deepEqual(await page.evaluate(() => window.proxynet.state.view), { x: 9, y: 0, zoom: 1 });
});

test('window.proxynet: reports changes and refuses what is unknown', async (t) => {
  const page = await open(t, { picture: true });
  const [heard, refused] = await page.evaluate(() => {
    /** @type {(string|null)[]} */
    const heard = [];
    const off = window.proxynet.on('change', ({ select }) => heard.push(select));
    window.proxynet.dispatch({ type: 'select', id: 'us' });
    off();
    window.proxynet.dispatch({ type: 'reset' });
    try {
      window.proxynet.dispatch({ type: 'select', id: 'nobody' });
      return [heard, ''];
    } catch (error) {
      return [heard, String(error)];
    }
  });
  assert.deepEqual(heard, ['us']);
  assert.equal(refused, 'TypeError: unknown id "nobody"');
});

test('page: on a tablet held upright the picture has the whole width', async (t) => {
  const page = await open(t, { picture: true });
  for (const [width, whole] of /** @type {[number, boolean][]} */ ([[768, true], [1280, false], [959, true], [960, false]])) {
    await page.setViewport({ width, height: 1024 });
    await page.waitForFunction((whole) => (document.querySelector('#picture')?.clientWidth === innerWidth) === whole, {}, whole);
  }
});

test('page: without scripts everything is readable, and links work', async (t) => {
  const page = await open(t, { noScript: true, path: '#e-quds-hezbollah' });
  const shown = await page.$eval('.evidence', (e) => /** @type {HTMLElement} */ (e).innerText);
  for (const want of ['Esmail Qaani', 'Our reading: ', 'directed squarely at Qaani: Back off', 'paragraph 22', 'Ray Takeyh']) {
    assert.ok(shown.includes(want), `no ${want}`);
  }
  assert.equal(await page.$eval('#search', (e) => e.checkVisibility()), false);
  const top = await page.$eval('#e-quds-hezbollah', (e) => e.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 200, `the entry is at ${top}`);
});

test('page: the picture has the layout that fits its box', async (t) => {
  for (const phone of [false, true]) {
    const want = phone ? 'tall' : 'wide';
    for (const noScript of [false, true]) {
      const page = await open(t, { phone, noScript });
      const shown = await page.$$eval('#picture svg', (all) => all.filter((e) => getComputedStyle(e).display !== 'none').map((e) => e.getAttribute('class')));
      assert.deepEqual(shown, [`poster poster-${want}`]);
    }
  }
});

test('page: prints picture and evidence, whatever is selected', async (t) => {
  const page = await open(t, { path: '#select=qaani' });
  await page.emulateMediaType('print');
  const shown = await page.$$eval('.evidence, #picture .poster-tall, #overview, #search, #detail > .entry', (all) => all.filter((e) => e.checkVisibility({ visibilityProperty: true })).map((e) => e.id || e.getAttribute('class')));
  assert.deepEqual(shown, ['poster poster-tall', 'overview', 'evidence']);
});
