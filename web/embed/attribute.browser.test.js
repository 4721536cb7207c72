// The embed's attributes and methods, in a real browser, with a cross-origin frame.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from '../test/browser/browser.js';
import { initialState } from '../state/store.js';
import { frameOf, live, startHost } from '../test/browser/article.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

/** The snippet. @param {string} attributes */
const embed = (attributes) => `${host.script}<proxy-network src="${host.address}" ${attributes}></proxy-network>`;

/** The state of the only embed. @param {Page} page */
const stateOf = (page) => page.$eval('proxy-network', (element) => /** @type {import('./embed.js').ProxyNetworkElement} */ (element).state);

/** @param {Page} page @param {string|null} id */
const selected = (page, id) => until(page, `the selection of ${id}`, (id) => document.querySelector('proxy-network')?.state.select === id, id);

test('embed: methods reach the graph, and listeners are called', async () => {
  const { page, errors } = await host.open(embed('select="qaani" filter="relation.arms" theme="dark"'));
  await live(page);
  assert.deepEqual(await stateOf(page), { ...initialState, select: 'qaani', hide: ['relation.arms'] });
  const frame = await frameOf(page);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'dark');
  const [heard, refused] = await page.evaluate(async () => {
    const element = /** @type {import('./embed.js').ProxyNetworkElement} */ (document.querySelector('proxy-network'));
    /** @type {unknown[]} */
    const heard = [];
    const off = element.on('change', (state, previous, action) => heard.push([previous.select, state.select, action.type]));
    await element.dispatch({ type: 'select', id: 'hezbollah' });
    off();
    await element.dispatch({ type: 'select', id: null });
    const refused = await element.dispatch({ type: 'select', id: 'nobody' }).catch((error) => String(error));
    element.setAttribute('select', 'tehran');
    element.setAttribute('theme', 'light');
    return [heard, refused];
  });
  assert.deepEqual(heard, [['qaani', 'hezbollah', 'select']]);
  assert.equal(refused, 'TypeError: unknown id "nobody"');
  await selected(page, 'tehran');
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'light');
  assert.deepEqual(errors, []);
  await page.close();
});

test('embed attributes: set the state, also when they change', async () => {
  const { page, errors, warnings } = await host.open(embed('focus="quds-force" as-of="2019-06" chain="tehran, hezbollah" size="reach" select="nobody" filter="relation.arms,relation.nothing"'));
  await live(page);
  const want = { ...initialState, focus: 'quds-force', asOf: '2019-06', chain: { from: 'tehran', to: 'hezbollah' }, size: 'reach', hide: ['relation.arms'] };
  assert.deepEqual(await stateOf(page), want);
  const unknown = warnings.filter((text) => text.includes('is not in this network'));
  assert.equal(unknown.length, 2, String(warnings));
  assert.ok(unknown.some((text) => text.includes('select="nobody"')) && unknown.some((text) => text.includes('filter="relation.arms,relation.nothing"')), String(unknown));
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector('proxy-network'));
    for (const name of ['chain', 'size', 'filter']) element.removeAttribute(name);
  });
  await until(page, 'the attributes taken away', () => document.querySelector('proxy-network')?.state.hide.length === 0);
  await page.$eval('proxy-network', (element) => { element.setAttribute('as-of', '2024'); element.setAttribute('focus', 'qaani'); element.setAttribute('select', 'qaani'); });
  await until(page, 'the new ones', () => document.querySelector('proxy-network')?.state.select === 'qaani');
  assert.deepEqual(await stateOf(page), { ...initialState, focus: 'qaani', asOf: '2024', select: 'qaani' });
  assert.deepEqual(errors, []);
  await page.close();
});

test('embed attributes: a view in src is opened, and attributes take precedence', async () => {
  const { page } = await host.open(`${host.script}<proxy-network src="${host.address}#select=us&as-of=2019&view=300,300,1.5" select="qaani"></proxy-network>`);
  await live(page);
  assert.deepEqual(await stateOf(page), { ...initialState, select: 'qaani', asOf: '2019', view: { x: 300, y: 300, zoom: 1.5 } });
  await page.close();
});

test('embed: has the API of the page', async () => {
  const { page } = await host.open(embed(''));
  await live(page);
  const offered = await (await frameOf(page)).evaluate(() => Object.keys(Object.getOwnPropertyDescriptors(window.proxynet)));
  assert.ok(offered.length >= 6);
  assert.deepEqual(await page.$eval('proxy-network', (element, offered) => offered.filter((name) => !(name in element)), offered), []);
  assert.ok(await page.$eval('proxy-network', (element) => element.frames()) > 0);
  await page.close();
});

test('embed attributes: an invalid value is reported, and the default used', async () => {
  const { page, warnings } = await host.open(embed('theme="sepia" interactive="hover" height="tall" aspect-ratio="wide" filter="all of it" lang="xx" focus="a,b" as-of="last year" chain="tehran" size="big" step="one two"'));
  await live(page);
  for (const name of ['theme', 'interactive', 'height', 'aspect-ratio', 'filter', 'lang', 'focus', 'as-of', 'chain', 'size', 'step']) {
    assert.equal(warnings.filter((text) => text.includes(`${name}="`) && text.includes('it may be')).length, 1, `${name}: ${warnings}`);
  }
  await page.close();
});

test('embed theme: without the attribute it follows the color-scheme of the host, also when that changes', async () => {
  const { page, errors } = await host.open(`<style>:root.night { color-scheme: dark } :root.both { color-scheme: light dark }</style>${embed('')}`);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await live(page);
  const frame = await frameOf(page);
  for (const [name, theme] of [['', 'light'], ['night', 'dark'], ['both', ''], ['', 'light']]) {
    await page.evaluate((name) => { document.documentElement.className = name; }, name);
    await frame.waitForFunction((theme) => (document.documentElement.dataset.theme ?? '') === theme, { polling: 100, timeout: 20_000 }, theme);
    assert.equal(await page.$eval('proxy-network', (e) => e.shadowRoot?.querySelector('iframe')?.style.colorScheme), theme || 'light dark');
  }
  assert.deepEqual(errors, []);
  await page.close();
});
