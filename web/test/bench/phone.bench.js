// The page on a phone: the work before the first touch, the response to taps, and the
// start of the live graph. With a CPU slowed down four times, 1.6 Mbit/s, a latency of
// 150 ms, and a touch screen of 390 × 844.

import { launch, serve } from '../browser/browser.js';
import { median, row } from './serve.js';
import { work } from './viewer.bench.js';

/** @import {Browser, CDPSession, Page} from 'puppeteer-core' */

const RUNS = Number(process.env.RUNS ?? 5);
const PROFILE = { cpu: 4, down: 1.6e6 / 8, up: 0.75e6 / 8, latency: 150 };
/** The page is at rest after this many milliseconds without a long task, a request or an input event. */
const REST = 700;

/** Records the events that a reader waits for. */
function watch() {
  const seen = {
    paint: 0, shift: 0, last: 0,
    tasks: /** @type {[number, number][]} */ ([]),
    events: /** @type {{start: number, duration: number, script: number}[]} */ ([]),
  };
  Reflect.set(window, 'seen', seen);
  /** @param {string} type @param {(entry: any) => void} note @param {object} [more] */
  const on = (type, note, more) => new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    note(entry);
    seen.last = performance.now();
  })).observe({ type, buffered: true, ...more });
  on('largest-contentful-paint', (entry) => { seen.paint = entry.startTime; });
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  on('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  on('resource', () => {});
  on('event', ({ interactionId, startTime: start, duration, processingStart, processingEnd }) => {
    if (interactionId) seen.events.push({ start, duration, script: processingEnd - processingStart });
  }, { durationThreshold: 16 });
}

/** Waits until the page is at rest. @param {Page} page */
async function rest(page) {
  await page.waitForFunction((still) => performance.now() - Reflect.get(window, 'seen').last > still, { polling: 100 }, REST);
}

/** The total blocking time since a time: the sum of the parts of tasks beyond 50 milliseconds. @param {Page} page @param {number} [from] */
function blocked(page, from = 0) {
  return page.evaluate((from) => Reflect.get(window, 'seen').tasks
    .filter((/** @type {[number, number]} */ [start]) => start >= from)
    .reduce((/** @type {number} */ sum, /** @type {[number, number]} */ [, took]) => sum + took - 50, 0), from);
}

/** The next paint after a touch, the part of it in event handlers, and the work of the main thread until the page is at rest, in milliseconds. @typedef {{paint: number, script: number, work: number}} Response */

/**
 * The cost of a touch; the slowest of its events counts.
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<Response>}
 */
async function interaction(page, act) {
  await page.evaluate(() => {
    const seen = Reflect.get(window, 'seen');
    [seen.events, seen.last] = [[], performance.now()];
  });
  const before = await work(page);
  await act();
  await rest(page);
  const { task } = await work(page);
  const slowest = await page.evaluate(() => {
    const events = /** @type {{duration: number, script: number}[]} */ (Reflect.get(window, 'seen').events);
    return { paint: Math.max(0, ...events.map(({ duration }) => duration)), script: Math.max(0, ...events.map(({ script }) => script)) };
  });
  return { ...slowest, work: task - before.task };
}

/** Taps the middle of the first visible element of a selector. @param {Page} page @param {string} selector */
async function tap(page, selector) {
  const spot = await page.waitForFunction((selector) => {
    const found = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility({ visibilityProperty: true }));
    if (!found) return null;
    found.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = found.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, {}, selector);
  const { x, y } = /** @type {{x: number, y: number}} */ (await spot.jsonValue());
  await page.touchscreen.tap(x, y);
}

/** @param {Browser} browser @param {string} address */
async function once(browser, address) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 3 });
    await page.evaluateOnNewDocument(watch);
    const session = await page.createCDPSession();
    const traffic = await count(session);
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: PROFILE.latency, downloadThroughput: PROFILE.down, uploadThroughput: PROFILE.up });
    await session.send('Emulation.setCPUThrottlingRate', { rate: PROFILE.cpu });
    await page.goto(address, { waitUntil: 'load' });
    await rest(page);
    const load = {
      ...await page.evaluate(() => ({ lcp: Reflect.get(window, 'seen').paint, cls: Reflect.get(window, 'seen').shift })),
      tbt: await blocked(page), work: (await work(page)).task, ...traffic(),
    };
    const responses = {
      tap: await interaction(page, () => tap(page, '#picture a[data-select="quds-force"] text')),
      sheet: await interaction(page, () => tap(page, '#raise')),
      search: await interaction(page, async () => {
        await tap(page, '#search');
        await page.keyboard.type('houthi');
      }),
      step: await step(page),
    };
    const begin = await page.evaluate(() => performance.now());
    await tap(page, '[data-zoom="1.25"]');
    await page.waitForFunction(() => document.documentElement.dataset.viewer === 'live', { polling: 50 });
    const live = await page.evaluate((begin) => performance.now() - begin, begin);
    await rest(page);
    return { load, responses, graph: { live, tbt: await blocked(page, begin) } };
  } finally {
    await context.close();
  }
}

/** Goes from the first step of the story to the second. @param {Page} page */
async function step(page) {
  await page.evaluate(() => {
    const first = /** @type {HTMLElement} */ (document.querySelector('.evidence .entry.step'));
    window.proxynet.dispatch({ type: 'reset' });
    window.proxynet.dispatch({ type: 'step', id: first.dataset.id ?? null });
  });
  await rest(page);
  return interaction(page, () => tap(page, '#story-next'));
}

/** Counts the requests and the transferred bytes. @param {CDPSession} session */
async function count(session) {
  let [requests, bytes] = [0, 0];
  session.on('Network.requestWillBeSent', ({ request }) => { if (!request.url.startsWith('data:')) requests++; });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await session.send('Network.enable');
  return () => ({ requests, kB: bytes / 1000 });
}

/** Measures in a separate browser, in which SwiftShader draws only WebGL: for the page itself it would take a second, where a phone's GPU takes a millisecond. */
export async function benchPhone() {
  const browser = await launch('--use-angle=swiftshader-webgl', '--disable-gpu-compositing');
  const { address, stop } = await serve();
  try {
    console.log(`\nThe page on a phone, medians of ${RUNS}, in milliseconds: until nothing happens any more after it was opened; what a touch costs
(the next paint, its share in event handlers, the work of the main thread); the live graph from the button that loads it on.\n`);
    const runs = /** @type {Awaited<ReturnType<typeof once>>[]} */ ([]);
    for (let i = 0; i < RUNS; i++) runs.push(await once(browser, address));
    const { load, graph, responses } = /** @type {typeof runs[0]} */ (medians(runs));
    for (const [name, value] of Object.entries(load)) console.log(row([name, value.toFixed(name === 'cls' ? 3 : 0)]));
    console.log(row(['\ntouch', 'next paint', 'handlers', 'main thread']));
    for (const [name, { paint, script, work }] of Object.entries(responses)) console.log(row([name, ...[paint, script, work].map((ms) => ms.toFixed(0))]));
    console.log(row(['\nlive graph after', graph.live.toFixed(0)]));
    console.log(row(['its blocking time', graph.tbt.toFixed(0)]));
    return { load, responses, graph };
  } finally {
    stop();
    await browser.close();
  }
}

/** The medians of the numbers at each place of trees with the same shape. @param {any[]} trees @returns {any} */
function medians(trees) {
  if (typeof trees[0] === 'number') return median(trees);
  return Object.fromEntries(Object.keys(trees[0]).map((name) => [name, medians(trees.map((tree) => tree[name]))]));
}
