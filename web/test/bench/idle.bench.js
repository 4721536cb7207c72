// The cost of an idle page: after the layout has settled, in a hidden tab, and in a
// frame scrolled out of sight.

import { row } from './serve.js';
import { open, serveNetwork, work } from './viewer.bench.js';

/** @import {Browser, Page} from 'puppeteer-core' */

const WATCHED = 10_000; // milliseconds

/** @param {Browser} browser */
export async function benchIdle(browser) {
  const server = await serveNetwork([]);
  try {
    console.log(`\nA page in which nothing happens, for ${WATCHED / 1000} s: frames drawn, script's share of the time, and that of all work in its main thread.\n`);
    console.log(row(['', 'frames', 'script', 'main thread']));
    const { page } = await open(browser, server.address);
    const results = [await watch('settled', page)];
    const other = await browser.newPage();
    await other.bringToFront();
    results.push(await watch('hidden', page));
    await page.close();
    await framed(other, server.address);
    results.push(await watch('off-screen', other));
    await other.close();
    return results;
  } finally {
    server.close();
  }
}

/** Shows the network in a frame, and scrolls until it is out of sight. @param {Page} page @param {string} address */
async function framed(page, address) {
  await page.goto(`${address}embed.js`); // any page of the host
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.width = '800';
    frame.height = '600';
    document.body.replaceChildren(frame);
    document.body.style.paddingBlockEnd = '5000px';
  }, address);
  await page.waitForFunction(() => window.frames[0].document.documentElement.dataset.viewer === 'live', { polling: 200 });
  await page.evaluate(() => scrollTo(0, 4000));
}

/** @param {string} name @param {Page} page */
async function watch(name, page) {
  await new Promise((next) => setTimeout(next, 1500));
  const frames = () => page.evaluate(() => (window.proxynet ?? window.frames[0].proxynet).frames());
  const [drawn, before] = [await frames(), await work(page)];
  await new Promise((next) => setTimeout(next, WATCHED));
  const after = await work(page);
  const result = { name, frames: await frames() - drawn, script: (after.script - before.script) / WATCHED, main: (after.task - before.task) / WATCHED };
  console.log(row([name, result.frames, ...[result.script, result.main].map((share) => `${(100 * share).toFixed(2)} %`)]));
  return result;
}
