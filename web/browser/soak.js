// Hours in a page, in minutes: acts as readers do, over and over, and sees that
// nothing grows. `make soak MINUTES=30`.
//
// After a warm-up of a fifth of the time, heap, DOM nodes, listeners and the
// program's memory must stay within GROWTH of what they were then.

import { settled, start } from './browser.js';

/** @import {CDPSession, Page} from 'puppeteer-core' */

const MINUTES = Number(process.env.MINUTES ?? 30);
const GROWTH = 0.1;
/** What is no growth, however small the whole: rubbish not yet taken away, and the steps in which Go takes memory. */
const SLACK = { heap: 1e6, nodes: 200, listeners: 20, memory: 4 << 20 };

/** @typedef {Record<keyof typeof SLACK, number>} Size */

/** The same numbers in each run (Mulberry32, by Tommy Ettinger). @param {number} seed */
function randomOf(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomOf(1);
/** @template T @param {readonly T[]} list */
const any = (list) => list[Math.floor(random() * list.length)];

/** What a page holds now, its waste taken away. @param {Page} page @param {CDPSession} session @returns {Promise<Size>} */
async function weigh(page, session) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  /** @param {string} name */
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const memory = await page.evaluate(() => /** @type {WebAssembly.Memory[]} */ (Reflect.get(window, 'memories')).reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), memory };
}

/** What readers do. @type {((page: Page) => Promise<unknown>)[]} */
const ACTS = [
  async (page) => {
    const places = Object.values(await page.evaluate(() => window.proxynet.positions()));
    const { x, y } = any(places);
    await page.mouse.click(x, y);
  },
  async (page) => {
    const { x, y } = any(Object.values(await page.evaluate(() => window.proxynet.positions())));
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 5; i++) await page.mouse.move(x + i * 8 * (random() - 0.5), y + i * 8 * (random() - 0.5));
    await page.mouse.up();
  },
  async (page) => {
    await page.mouse.move(300 + 300 * random(), 300 + 200 * random());
    await page.mouse.wheel({ deltaY: 400 * (random() - 0.5) });
  },
  (page) => act(page, { type: 'fit' }),
  async (page) => act(page, { type: random() < 0.5 ? 'hide' : 'show', what: [any(['relation.arms', 'relation.money', 'node.person', 'status.implied', 'relation.command'])] }),
  async (page) => act(page, { type: 'asOf', date: any([null, '1985', '2012', '2019', '2020-02', '2024-02']) }),
  async (page) => act(page, { type: random() < 0.5 ? 'remove' : 'restore', ids: [any(await nodesOf(page))] }),
  async (page) => act(page, { type: 'focus', id: random() < 0.3 ? any(await nodesOf(page)) : null }),
  async (page) => act(page, random() < 0.5 ? { type: 'chain', from: null, to: null } : { type: 'chain', from: any(await nodesOf(page)), to: any(await nodesOf(page)) }),
  async (page) => act(page, { type: 'size', measure: any([null, 'degree', 'betweenness', 'reach']) }),
  async (page) => act(page, { type: 'step', id: random() < 0.5 ? null : any([null, ...await stepsOf(page)]) }),
  async (page) => {
    await page.focus('#search');
    await page.keyboard.type(any(['houthi', 'qaani', 'arms', 'tehran', 'strike']));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(any(['Enter', 'Escape']));
    await page.$eval('#search', (input) => { /** @type {HTMLInputElement} */ (input).value = ''; });
  },
  (page) => act(page, { type: 'reset' }),
];

/** Does what the state allows: a removed end of a chain, say, is refused. @param {Page} page @param {object} action */
const act = (page, action) => page.evaluate((action) => {
  try {
    window.proxynet.dispatch(/** @type {any} */ (action));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}, action);

/** @param {Page} page */
const nodesOf = (page) => page.$$eval('.evidence .entry[data-type="node"]', (all) => all.map((entry) => /** @type {HTMLElement} */ (entry).dataset.id ?? ''));

/** @param {Page} page */
const stepsOf = (page) => page.$$eval('[data-step]', (all) => all.map((step) => /** @type {HTMLElement} */ (step).dataset.step ?? ''));

const tester = await start();
const { page, faults } = await tester.open({
  prepare: (fresh) => fresh.evaluateOnNewDocument(() => {
    /** @type {WebAssembly.Memory[]} */
    const memories = [];
    Reflect.set(window, 'memories', memories);
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = /** @type {any} */ (async (/** @type {[any, any]} */ ...args) => {
      const made = await instantiate(...args);
      const { exports } = /** @type {WebAssembly.Instance} */ (/** @type {any} */ (made).instance ?? made);
      memories.push(/** @type {WebAssembly.Memory} */ (exports.mem));
      return made;
    });
  }),
});
const session = await page.createCDPSession();
await session.send('Performance.enable');
await session.send('HeapProfiler.enable');

// Questions are answered by a program of their own, which comes with the first.
const [from, to] = await nodesOf(page);
await act(page, { type: 'chain', from, to });
await page.waitForFunction(() => /** @type {unknown[]} */ (Reflect.get(window, 'memories')).length > 1);

const begun = Date.now();
const share = () => (Date.now() - begun) / (MINUTES * 60_000);
/** @type {Size|null} */
let warm = null;
let acts = 0;
for (let told = 0; share() < 1; acts++) {
  await any(ACTS)(page);
  if (share() > told / 10 + 0.2) {
    await act(page, { type: 'reset' });
    await settled(page);
    const size = await weigh(page, session);
    warm ??= size;
    told++;
    console.log(`${(share() * MINUTES).toFixed(1)} min, ${acts} acts: ${Object.entries(size).map(([name, value]) => `${name} ${value}`).join(', ')}`);
  }
}
await act(page, { type: 'reset' });
await settled(page);
const end = await weigh(page, session);
await tester.close();

let status = 0;
for (const name of /** @type {(keyof Size)[]} */ (Object.keys(end))) {
  const from = warm?.[name] ?? 0;
  const grown = end[name] > from * (1 + GROWTH) + SLACK[name];
  if (grown) status = 1;
  console.log(`${grown ? 'GROWN ' : 'flat  '} ${name}: ${from} after the warm-up, ${end[name]} after ${acts} acts`);
}
if (faults.length > 0) {
  status = 1;
  console.log(`faults: ${faults.join('\n')}`);
}
process.exit(status);
