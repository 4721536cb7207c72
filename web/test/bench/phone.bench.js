// The page on a phone: what comes before the reader touches it, how fast it answers
// taps, and the start of the live graph. A processor four times as slow, 1.6 Mbit/s,
// 150 ms to the host, and a screen of 390 × 844 with touch.

import { median, row } from './serve.js';
import { serve } from '../browser/browser.js';

/** @import {Browser, CDPSession, Page} from 'puppeteer-core' */

const RUNS = Number(process.env.RUNS ?? 5);
const PROFILE = { cpu: 4, down: 1.6e6 / 8, up: 0.75e6 / 8, latency: 150 };
/** Milliseconds without a long task or a request after which the page is at rest. */
const REST = 2500;

/** Notes what a reader waits for. */
function watch() {
  const seen = { paint: 0, shift: 0, tasks: /** @type {[number, number][]} */ ([]), events: /** @type {{name: string, start: number, duration: number}[]} */ ([]) };
  Reflect.set(window, 'seen', seen);
  /** @param {string} type @param {(entry: any) => void} note @param {object} [more] */
  const on = (type, note, more) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
  on('largest-contentful-paint', (entry) => { seen.paint = entry.startTime; });
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  on('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  on('event', (entry) => { if (entry.interactionId) seen.events.push({ name: entry.name, start: entry.startTime, duration: entry.duration }); }, { durationThreshold: 16 });
}

/** Waits until the page has done nothing for a while. @param {Page} page */
async function rest(page) {
  await page.waitForFunction((still) => {
    const { tasks } = Reflect.get(window, 'seen');
    const last = Math.max(0, ...tasks.map((/** @type {[number, number]} */ [start, took]) => start + took),
      ...performance.getEntriesByType('resource').map((entry) => /** @type {PerformanceResourceTiming} */ (entry).responseEnd));
    return performance.now() - last > still;
  }, { polling: 100, timeout: 120_000 }, REST);
}

/** Milliseconds of tasks beyond 50 each, from a time on. @param {Page} page @param {number} [from] */
function blocked(page, from = 0) {
  return page.evaluate((from) => Reflect.get(window, 'seen').tasks
    .filter((/** @type {[number, number]} */ [start]) => start >= from)
    .reduce((/** @type {number} */ sum, /** @type {[number, number]} */ [, took]) => sum + took - 50, 0), from);
}

/**
 * Milliseconds from a touch to the next frame.
 * @param {Page} page
 * @param {() => Promise<unknown>} act
 */
async function interaction(page, act) {
  const from = await page.evaluate(() => performance.now());
  await act();
  await rest(page);
  return page.evaluate((from) => Math.max(0, ...Reflect.get(window, 'seen').events
    .filter((/** @type {{start: number}} */ { start }) => start >= from).map((/** @type {{duration: number}} */ { duration }) => duration)), from);
}

/** Taps the middle of what is seen of an element. @param {Page} page @param {string} selector */
async function tap(page, selector) {
  const spot = await page.evaluate((selector) => {
    const found = [...document.querySelectorAll(selector)].find((element) => element.checkVisibility({ visibilityProperty: true }));
    const { x, y, width, height } = /** @type {Element} */ (found).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  await page.touchscreen.tap(spot.x, spot.y);
}

/** @param {Browser} browser @param {string} address */
async function once(browser, address) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 3 });
    await page.evaluateOnNewDocument(watch);
    const session = await page.createCDPSession();
    const traffic = await count(session);
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: PROFILE.latency, downloadThroughput: PROFILE.down, uploadThroughput: PROFILE.up });
    await session.send('Emulation.setCPUThrottlingRate', { rate: PROFILE.cpu });
    await page.goto(address, { waitUntil: 'load' });
    await rest(page);
    const load = { ...await page.evaluate(() => ({ lcp: Reflect.get(window, 'seen').paint, cls: Reflect.get(window, 'seen').shift })), tbt: await blocked(page), ...traffic() };
    const taps = {
      name: await interaction(page, () => tap(page, '#picture a[data-select="quds-force"]')),
      sheet: await interaction(page, () => tap(page, '#raise')),
      search: await interaction(page, async () => {
        await tap(page, '#search');
        await page.keyboard.type('houthi');
      }),
      story: await interaction(page, async () => {
        await page.evaluate(() => window.proxynet.dispatch({ type: 'reset' }));
        await rest(page);
        await tap(page, '#story-open');
        await rest(page);
        await tap(page, '#story-next');
      }),
    };
    const begin = await page.evaluate(() => performance.now());
    await tap(page, '[data-zoom="1.25"]');
    await page.waitForFunction(() => document.documentElement.dataset.viewer === 'live', { polling: 50 });
    const live = await page.evaluate((begin) => performance.now() - begin, begin);
    await rest(page);
    return { ...load, ...taps, live, liveTbt: await blocked(page, begin) };
  } finally {
    await context.close();
  }
}

/** Counts the requests and the bytes that come over the network. @param {CDPSession} session */
async function count(session) {
  let [requests, bytes] = [0, 0];
  session.on('Network.requestWillBeSent', ({ request }) => { if (!request.url.startsWith('data:')) requests++; });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await session.send('Network.enable');
  return () => ({ requests, kB: bytes / 1000 });
}

/** @param {Browser} browser */
export async function benchPhone(browser) {
  const { address, stop } = await serve();
  try {
    console.log(`\nThe page on a phone: medians of ${RUNS}, in milliseconds. First until nothing happens any more; then the next paint after a tap; then the live graph from its button on.\n`);
    const runs = /** @type {Awaited<ReturnType<typeof once>>[]} */ ([]);
    for (let i = 0; i < RUNS; i++) runs.push(await once(browser, address));
    const names = /** @type {(keyof typeof runs[0])[]} */ (Object.keys(runs[0]));
    const result = Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
    for (const name of names) console.log(row([name, Number(result[name].toFixed(name === 'cls' ? 3 : 0))]));
    return result;
  } finally {
    stop();
  }
}
