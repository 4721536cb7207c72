// Linked reading of article and graph, in a real browser, with a cross-origin frame.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pause, until } from '../test/browser/browser.js';
import { errorsOf, frameOf, live, startHost } from '../test/browser/article.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
before(async () => { host = await startHost(); });
after(() => host.close());

const FILL = `<p>${'Some words that are nobody’s passage. '.repeat(60)}</p>`;

// Three passages with different quotation marks, one of them twice; the other passages
// are missing.
const TEXT = `<main id="text"><p id="first">In his circle are, "From the Houthi rebel movement in <em>Yemen</em> to Shia paramilitaries in Syria and Iraq, Qaani's militia clients".</p>${FILL}
<p id="second">And <q>in Yemen, where the Houthis have captured the capital and are viewed as the de facto government</q>.</p>${FILL}
<p id="third">The question now is whether the militias will listen.</p><p>${'Twice: it was a message directed squarely at Qaani: Back off. '.repeat(2)}</p>${FILL}</main>`;

/** @param {string} [attributes] */
const page = (attributes = '') => `${host.script}<proxy-network src="${host.address}" article="#text" height="600" ${attributes}></proxy-network>${TEXT}`;

/** The texts that are marked as selected. @param {Page} page */
const marked = (page) => page.evaluate(() => [...CSS.highlights].filter(([name]) => name.endsWith('-selected')).flatMap(([, highlight]) => [...highlight].map(String)));

/** The text of the bar. @param {Page} page */
const said = (page) => page.$eval('proxy-network', (element) => element.shadowRoot?.querySelector('.reading [role=status]')?.textContent);

/** Opens the page and waits until the article has been read. @param {string} body */
async function open(body) {
  const opened = await host.open(body);
  await live(opened.page);
  await until(opened.page, 'the passages', () => CSS.highlights.size > 0);
  return opened;
}

test('linked reading: the selection is marked in the text, with buttons there and back', async () => {
  const { page: article, errors } = await open(page());
  const html = () => article.evaluate(() => document.documentElement.outerHTML);
  const before = await html();
  await article.$eval('proxy-network', (element) => element.dispatch({ type: 'select', id: 'houthis' }));
  await until(article, 'two marks', () => [...CSS.highlights].some(([name, all]) => name.endsWith('-selected') && all.size === 2));
  assert.deepEqual(await marked(article), [
    'From the Houthi rebel movement in Yemen to Shia paramilitaries in Syria and Iraq, Qaani\'s militia clients',
    'in Yemen, where the Houthis have captured the capital and are viewed as the de facto government',
  ]);
  assert.equal(await said(article), '2 passages here');

  const seen = (/** @type {string} */ selector) => until(article, `${selector} in the window`, (selector) => {
    const { top, bottom } = /** @type {Element} */ (document.querySelector(selector)).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, selector);
  const press = (/** @type {string} */ label) => article.$eval('proxy-network', (element, label) => {
    const buttons = [...element.shadowRoot?.querySelectorAll('.reading button') ?? []];
    /** @type {HTMLElement} */ (buttons.find((b) => (b.getAttribute('aria-label') ?? b.textContent) === label)).click();
  }, label);
  await press('Next passage in the article');
  await seen('#first');
  await press('Next passage in the article');
  await seen('#second');
  assert.equal(await said(article), 'Passage 2 of 2');
  await press('Back to the network');
  await until(article, 'the graph in the window', () => Math.abs(/** @type {Element} */ (document.querySelector('proxy-network')).getBoundingClientRect().top) < 200);

  assert.equal(await html(), before);
  assert.deepEqual(errors, []);
  assert.deepEqual(await errorsOf(article), []);
  await article.close();
});

test('linked reading: a click on a passage selects what it supports', async () => {
  const { page: article } = await open(page());
  await article.$eval('#third', (p) => p.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y, height } = await article.$eval('#third', (p) => p.getBoundingClientRect().toJSON());
  const selected = () => article.$eval('proxy-network', (element) => element.state.select);
  for (let i = 0; i < 20 && await selected() === null; i++) { // after a scroll, Chromium takes a while to hit test
    await article.mouse.click(x + 40, y + height / 2);
    await pause(400);
  }
  assert.equal(await selected(), 'axis-follows');
  await article.close();
});

test('linked reading: a passage that is missing or ambiguous is reported', async () => {
  const { page: article } = await open(page('select="us-message"'));
  await until(article, 'the bar', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.reading [role=status]')?.textContent !== '');
  assert.equal(await said(article), '2 not found');
  assert.deepEqual(await marked(article), []);
  const frame = await frameOf(article); // cross-origin, so it gets no report
  assert.deepEqual(await frame.$$eval('.missing', (all) => all.length), 0);
  await article.close();
});

test('linked reading: a network of another origin does not learn what is being read', async () => {
  const { page: article, warnings } = await open(page('follow'));
  await article.$eval('#second', (p) => p.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await pause(1000);
  assert.equal(await article.$eval('proxy-network', (element) => element.state.hover), null);
  assert.match(warnings.join(), /follow has no effect/);
  await article.close();
});

/** The passages as received by the page's scripts. @param {Page} page */
const passages = (page) => page.$eval('proxy-network', (element) => element.passages);

/** Waits until the bar has a text. @param {Page} page @param {string} text */
const says = (page, text) => until(page, `the bar: ${text}`, (text) => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.reading [role=status]')?.textContent === text, text);

/** Waits until this many passages are marked. @param {Page} page @param {number} count */
const marks = (page, count) => until(page, `${count} marks`, (count) => {
  const all = [...CSS.highlights].filter(([name]) => /^proxynet-\d+$/.test(name)).reduce((sum, [, highlight]) => sum + [...highlight].filter((range) => !(/** @type {Range} */ (range)).collapsed).length, 0);
  return all === count;
}, count);

test('linked reading: follows text that is added, rendered again and removed', async () => {
  const { page: article, errors } = await host.open(page('select="houthis"').replace(TEXT, '<main id="text"><p>Loading…</p></main>'));
  await live(article);
  await says(article, '2 not found');
  await article.evaluate((text) => {
    Reflect.set(window, 'received', []);
    document.querySelector('proxy-network')?.addEventListener('passages', (event) => Reflect.get(window, 'received').push(/** @type {CustomEvent} */ (event).detail));
    const main = /** @type {Element} */ (document.querySelector('main'));
    main.innerHTML = new DOMParser().parseFromString(text, 'text/html').querySelector('main')?.innerHTML ?? '';
  }, TEXT);
  await marks(article, 3);
  await says(article, '2 passages here');
  assert.equal((await article.evaluate(() => Reflect.get(window, 'received'))).at(-1).found.length, 3);

  await article.evaluate(() => { // as a script does that renders the text again
    const main = /** @type {Element} */ (document.querySelector('main'));
    main.innerHTML = main.innerHTML.replace('<em>', '<strong>').replace('</em>', '</strong>');
  });
  await marks(article, 3);
  assert.equal((await marked(article)).length, 2);

  await article.evaluate(() => document.querySelector('#second')?.remove());
  await marks(article, 2);
  await says(article, '1 passage here · 1 not found');
  assert.ok((await passages(article)).missing.includes('p18-houthis'));

  await article.evaluate(() => { // replaces the whole article
    const main = /** @type {Element} */ (document.querySelector('main'));
    main.replaceWith(Object.assign(document.createElement('main'), { id: 'text', innerHTML: main.innerHTML }));
  });
  await marks(article, 2);
  await article.evaluate(() => document.querySelector('main')?.remove());
  await marks(article, 0);
  await says(article, '2 not found');
  assert.deepEqual(errors, []);
  assert.deepEqual(await errorsOf(article), []);
  await article.close();
});

test('linked reading: follows a change of the article attribute', async () => {
  const { page: article } = await open(page('select="houthis"').replace('</main>', '</main><main id="other"><p>No passage.</p></main>'));
  assert.equal(await said(article), '2 passages here');
  await article.$eval('proxy-network', (element) => element.setAttribute('article', '#other'));
  await marks(article, 0);
  await says(article, '2 not found');
  await article.$eval('proxy-network', (element) => element.setAttribute('article', '#text'));
  await marks(article, 3);
  await article.$eval('proxy-network', (element) => element.removeAttribute('article'));
  await marks(article, 0);
  assert.equal(await article.$eval('proxy-network', (element) => element.shadowRoot?.querySelector('.reading')?.checkVisibility()), false);
  await article.close();
});

test('linked reading: changes outside the article start no search', async () => {
  const { page: article } = await open(page().replace('<main', '<p id="ticker"></p><main'));
  await pause(1500);
  const styled = await article.evaluate(async () => {
    let count = 0;
    const own = window.getComputedStyle;
    window.getComputedStyle = (...all) => {
      count++;
      return own.apply(window, all);
    };
    for (let i = 0; i < 10; i++) {
      document.body.append(document.createElement('hr'));
      /** @type {Element} */ (document.querySelector('#ticker')).textContent = String(i);
      await new Promise((next) => setTimeout(next, 100));
    }
    return count;
  });
  assert.equal(styled, 0);
  await article.close();
});

test('linked reading: a missing article is reported, and the graph works', async () => {
  const { page: article, warnings } = await host.open(page().replace('#text', '#nowhere'));
  await live(article);
  await until(article, 'the graph', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.live') !== null);
  for (let i = 0; i < 50 && warnings.length === 0; i++) await new Promise((next) => setTimeout(next, 100));
  assert.match(warnings.join(), /article="#nowhere" is not understood/);
  await article.close();
});
