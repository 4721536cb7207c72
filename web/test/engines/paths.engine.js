// The main paths through the built site, in Chromium, Firefox and WebKit. `make
// test-engines` runs them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { pause, serve } from '../browser/browser.js';
import { SMALL } from '../browser/desk.js';
import { names, open } from './engine.js';

/** @import {Tab} from './engine.js' */

/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
const dir = mkdtempSync(join(tmpdir(), 'proxynet-'));
const desk = join(dir, 'desk.html');
before(async () => {
  execFileSync(process.env.PROXYNET ?? '', ['desk', '-o', desk], { stdio: 'ignore' });
  site = await serve();
});
after(async () => {
  rmSync(dir, { recursive: true });
  await site.stop();
});

/**
 * Waits until a condition holds in the page; the error names the condition.
 * @template {unknown[]} A
 * @param {Tab} tab @param {string} what @param {(...args: A) => unknown} holds @param {A} args
 */
async function until(tab, what, holds, ...args) {
  for (let i = 0; i < 600; i++) {
    if (await tab.evaluate(holds, ...args)) return;
    await pause(100);
  }
  throw new Error(`never seen: ${what}`);
}

/** Opens the site and waits for its live picture, or resets the open page. @param {Tab} tab */
async function visit(tab) {
  const there = await tab.evaluate((address) => location.href.startsWith(`${address}#`) || location.href === address, site.address);
  if (!there) await tab.goto(site.address);
  await until(tab, 'the scripts', () => 'proxynet' in window);
  await tab.evaluate(() => window.proxynet.ready);
  await tab.evaluate(() => window.proxynet.dispatch({ type: 'reset' }));
}

/** The positions of all elements after the graph has come to rest. @param {Tab} tab */
async function positionsOf(tab) {
  for (let last = '', same = 0; ;) {
    const now = await tab.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); // a slow engine takes longer than the pause
      return window.proxynet.positions();
    });
    same = JSON.stringify(now) === last ? same + 1 : 0;
    if (same === 3) return now;
    last = JSON.stringify(now);
    await pause(150);
  }
}

/** @param {Tab} tab @param {string|null} id */
const selected = (tab, id) => until(tab, `the selection of ${id}`, (want) => window.proxynet.state.select === want, id);

/** The centre of the element that matches a selector. @param {Tab} tab @param {string} selector */
const middleOf = (tab, selector) => tab.evaluate((found) => {
  const { x, y, width, height } = /** @type {Element} */ (document.querySelector(found)).getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}, selector);

/** A reader's actions, by what they show; the first four move no node. @type {Record<string, (tab: Tab) => Promise<void>>} */
const PATHS = {
  async 'the live graph is where the static picture was'(tab) {
    await visit(tab);
    const live = await positionsOf(tab);
    const still = await tab.evaluate(() => Object.fromEntries([...document.querySelectorAll('#picture .poster-wide a[data-select]')].flatMap((link) => {
      const box = link.querySelector('rect')?.getBoundingClientRect();
      return box && !link.querySelector('.p-title') /* the target of a frame is its title */ ? [[/** @type {HTMLElement|SVGElement} */ (link).dataset.select ?? '', { x: box.x + box.width / 2, y: box.y + box.height / 2 }]] : [];
    })));
    assert.ok(Object.keys(still).length > 20);
    for (const [id, { x, y }] of Object.entries(still)) assert.ok(Math.hypot(live[id].x - x, live[id].y - y) < 1, `${id} has moved`);
  },

  async 'a click on a node and on a relation shows their passages'(tab) {
    await visit(tab);
    for (const [id, passage] of [['hezbollah', 'p18-hezbollah'], ['quds-houthis', 'p6-clients']]) {
      const place = (await positionsOf(tab))[id];
      await tab.click(place.x, place.y);
      await selected(tab, id);
      await until(tab, `the passage ${passage}`, (want) => document.querySelector(`#detail [data-passage="${want}"]`)?.checkVisibility(), passage);
    }
  },

  async 'the wheel zooms, and a reload shows the same view'(tab) {
    await visit(tab);
    const { x, y, r } = (await positionsOf(tab))['quds-force'];
    await tab.wheel(x, y, -400);
    await until(tab, 'a view in the address', () => location.hash.includes('view='));
    const zoomed = await positionsOf(tab);
    assert.ok(zoomed['quds-force'].r > r * 1.2);
    await tab.reload();
    await until(tab, 'the scripts', () => 'proxynet' in window);
    await tab.evaluate(() => window.proxynet.ready);
    await until(tab, 'the same view', ({ x, y }) => {
      const again = window.proxynet.positions()['quds-force'];
      return Math.hypot(again.x - x, again.y - y) < 2;
    }, zoomed['quds-force']);
  },

  async 'a search finds a name, and Enter selects it'(tab) {
    await visit(tab);
    const place = await middleOf(tab, '#search');
    await tab.click(place.x, place.y);
    await tab.type('houthi');
    await until(tab, 'something found', () => document.querySelectorAll('#found [role="option"]').length > 0);
    await tab.press('ArrowDown');
    await tab.press('Enter');
    await selected(tab, 'houthis');
  },

  async 'a node is dragged, and its neighbours follow'(tab) {
    await visit(tab);
    const from = await positionsOf(tab);
    const to = { x: from.soleimani.x - 60, y: from.soleimani.y + 72 };
    await tab.drag(from.soleimani, to);
    const now = await positionsOf(tab);
    assert.ok(Math.hypot(now.soleimani.x - to.x, now.soleimani.y - to.y) < 3, `it was dropped at ${now.soleimani.x}, ${now.soleimani.y}, not ${to.x}, ${to.y}, from ${from.soleimani.x}, ${from.soleimani.y}`);
    assert.ok(Math.hypot(now.axis.x - from.axis.x, now.axis.y - from.axis.y) > 0.5, 'its neighbour stays');
  },

  async 'an article and the graph embedded in it read each other'(tab) {
    await tab.goto(site.address + 'article.html');
    await until(tab, 'the embed', () => customElements.get('proxy-network') !== undefined);
    await tab.evaluate(() => document.querySelector('proxy-network')?.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await tab.evaluate(() => document.querySelector('proxy-network')?.ready);
    await tab.evaluate(() => document.querySelector('proxy-network')?.dispatch({ type: 'select', id: 'houthis' }));
    await until(tab, 'a marked passage', () => [...CSS.highlights].some(([name, all]) => name.endsWith('-selected') && all.size > 0));
    await tab.evaluate(() => document.querySelector('proxy-network')?.dispatch({ type: 'select', id: null }));
    const selection = () => tab.evaluate(() => document.querySelector('proxy-network')?.state.select);
    for (let i = 0; i < 10 && await selection() !== 'qaani'; i++) { // browsers update hit testing some time after a scroll
      const { x, y } = await tab.evaluate(async () => {
        const element = /** @type {import('../../embed/embed.js').ProxyNetworkElement} */ (document.querySelector('proxy-network'));
        const box = element.getBoundingClientRect();
        const place = (await element.positions()).qaani;
        return { x: box.x + place.x, y: box.y + place.y };
      });
      await tab.click(x, y);
      await pause(700);
    }
    assert.equal(await selection(), 'qaani');
  },
};

/** A network that lacks only one relation, which its article states. */
const WORK = SMALL.replace(/relations:\n.*\n$/, 'relations: []\n');

/**
 * The path of an author: opens the desk from disk and a network in it; makes a relation
 * from the article's words by keys, undoes and redoes it; reloads without loss; saves
 * the file, previews the page and publishes it.
 * @param {Tab} tab
 */
async function edit(tab) {
  await tab.goto(pathToFileURL(desk).href);
  await until(tab, 'the engine', () => document.documentElement.dataset.engine === 'ready' && document.querySelector('#start:not([hidden]) .drop') !== null);
  await tab.evaluate((work) => {
    const data = new DataTransfer();
    data.items.add(new File([work], 'network.yaml'));
    data.items.add(new File(['Anna commands Berta.\n'], 'article.txt'));
    document.querySelector('#start')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, WORK);
  const read = () => document.querySelector('#article p')?.textContent?.includes('Anna commands Berta') && document.querySelector('#article')?.getAttribute('lang') === 'en';
  await until(tab, 'the article', read);
  const claims = (/** @type {string} */ n) => until(tab, `${n || 'no'} claims`, (n) => document.querySelector('#tab-claims .count')?.textContent === n, n);

  await tab.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector('#article')).focus();
    const text = /** @type {Text} */ (document.querySelector('#article p')?.firstChild);
    getSelection()?.setBaseAndExtent(text, 0, text, 'Anna commands Berta'.length);
  });
  await until(tab, 'the bar', () => document.querySelector('#bar:not([hidden])') !== null);
  await tab.press('r');
  const choose = async (/** @type {string} */ id) => {
    await until(tab, `the choice of ${id}`, (id) => Boolean(document.activeElement?.closest('[role=radiogroup]')?.querySelector(`[data-id="${id}"]`)), id);
    await tab.press(String(await tab.evaluate((id) => document.querySelector(`#form [data-id="${id}"] kbd`)?.textContent?.toLowerCase(), id)));
  };
  await choose('command');
  await until(tab, 'the verb', () => document.activeElement instanceof HTMLInputElement && document.activeElement.value !== '');
  await tab.type('commands');
  await tab.press('Enter');
  await choose('stated');
  await tab.press('Enter');
  await claims('1');
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.top-acts button')).click());
  await claims('');
  await tab.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('.top-acts button')[1]).click());
  await claims('1');

  await until(tab, 'that it is kept', () => document.documentElement.dataset.kept === 'yes');
  await tab.reload();
  await until(tab, 'the article, after a reload', read);
  await claims('1');
  await tab.evaluate(() => {
    Reflect.deleteProperty(globalThis, 'showDirectoryPicker'); // Chromium would ask for a folder
    /** @type {string[]} */
    const written = [];
    Object.assign(globalThis, { written });
    const make = URL.createObjectURL;
    URL.createObjectURL = (/** @type {Blob} */ blob) => {
      void blob.text().then((text) => written.push(text));
      return make(blob);
    };
  });
  /** Clicks a menu entry and returns the file that it saves. @param {string} entry @param {number} n */
  const writes = async (entry, n) => {
    await tab.evaluate((entry) => /** @type {HTMLElement} */ (document.querySelector(entry)).click(), entry);
    await until(tab, `file ${n}`, (n) => Reflect.get(globalThis, 'written').length === n, n);
    return tab.evaluate(() => String(Reflect.get(globalThis, 'written').at(-1)));
  };
  assert.match(await writes('.menu:not(.publish) .menu-list button', 1), /relations:\n.*\n? .*from: anna/s);
  assert.match(await writes('.publish .menu-list button', 2), /^<!doctype html>[^]*Anna commands Berta/i);
  assert.match(await writes('.top-acts > .secondary', 3), /^<!doctype html>/i);
  await until(tab, 'the preview', () => document.querySelector('dialog[open] iframe') !== null);
}

/** Checks the page in a browser without WebGL. @param {Tab} tab */
async function fallBack(tab) {
  await tab.goto(site.address);
  await until(tab, 'the failure', () => document.documentElement.dataset.viewer === 'failed');
  const shown = await tab.evaluate(() => ({
    line: document.querySelector('#status')?.textContent ?? '',
    pictures: [...document.querySelectorAll('#picture svg')].filter((svg) => svg.checkVisibility({ visibilityProperty: true })).length,
    canvases: document.querySelectorAll('body > canvas').length,
  }));
  assert.match(shown.line, /\S/);
  assert.deepEqual([shown.pictures, shown.canvases], [1, 0]);
  const place = await middleOf(tab, '#picture .poster-wide a[data-select="hezbollah"] rect');
  await tab.click(place.x, place.y);
  await until(tab, 'the passages of Hezbollah', () => document.querySelector('#detail [data-passage="p18-hezbollah"]') !== null);
}

for (const name of (process.env.ENGINES || names.join()).split(',')) {
  test(name, { timeout: 590_000 }, async (t) => {
    const { tab, close } = await open(name);
    try {
      await tab.resize(1280, 800);
      for (const [what, walk] of Object.entries(PATHS)) await t.test(what, () => walk(tab));
      await t.test('the desk: a relation is made, undone, kept, saved, previewed and published', () => edit(tab));
    } finally {
      await close();
    }
    await t.test('without WebGL, the picture and the passages remain', async () => {
      const still = await open(name, false);
      try {
        await still.tab.resize(1280, 800);
        await fallBack(still.tab);
      } finally {
        await still.close();
      }
    });
  });
}
