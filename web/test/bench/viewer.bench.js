// The cost of the viewer by network size: start, layout in the page, a frame while
// panning, memory.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, root, row } from './serve.js';

/** @import {Browser, Page} from 'puppeteer-core' */

const SIZES = [0, 1_000, 10_000, 100_000]; // 0 is the shipped network
const STARTS = 5; // for the smallest networks; the large ones start once
const PAN = 60; // steps of the pointer
const STEP = 4; // CSS pixels
const PAN_LIMIT = 20_000; // milliseconds: a picture that takes longer is panned by fewer steps

/** Serves a network as an author sees it; returns the address and what ends it. @param {string[]} flags */
export async function serveNetwork(flags) {
  const server = spawn(/** @type {string} */ (process.env.PROXYNET), ['serve', ...flags, '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'], cwd: root });
  const address = await new Promise((resolve, reject) => {
    server.on('exit', (status) => reject(new Error(`the server ended with status ${status}`)));
    server.stdout.on('data', (text) => {
      const found = /http:\/\/\S+/.exec(String(text));
      if (found) resolve(found[0]);
    });
  });
  return { address: String(address), close: () => void server.kill() };
}

/** Records in the page when it is live, when its layout is done, and every long task. */
function watch() {
  const tasks = /** @type {[number, number][]} */ ([]);
  /** The longest task that began between two times. */
  const longest = (/** @type {number} */ from, /** @type {number} */ to) => Math.max(0, ...tasks.filter(([at]) => at >= from && at < to).map(([, ms]) => ms));
  const seen = { live: 0, refined: 0, longest };
  Reflect.set(window, 'seen', seen);
  const instantiate = WebAssembly.instantiate;
  Reflect.set(WebAssembly, 'instantiate', async (/** @type {[WebAssembly.Module, WebAssembly.Imports]} */ ...given) => {
    const instance = await instantiate(...given);
    Reflect.set(seen, 'program', instance.exports.mem);
    return instance;
  });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) tasks.push([task.startTime, task.duration]);
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('DOMContentLoaded', () => {
    const bar = /** @type {HTMLElement} */ (document.querySelector('#progress'));
    new MutationObserver(() => {
      if (document.documentElement.dataset.viewer === 'live') seen.live ||= performance.now();
      if (seen.live && bar.hidden && bar.ariaLabel === 'Arranging the picture') seen.refined ||= performance.now();
    }).observe(document.documentElement, { attributes: true, subtree: true });
  });
}

/** Opens a network and waits until it is live. @param {Browser} browser @param {string} address */
export async function open(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(watch);
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => window.proxynet.ready);
  const times = await page.evaluate(() => {
    const entry = (/** @type {RegExp} */ name) => /** @type {PerformanceResourceTiming} */ (performance.getEntriesByType('resource').find((e) => name.test(e.name)));
    const { live, longest } = Reflect.get(window, 'seen');
    return { wasm: entry(/viewer[^/]*\.wasm$/).responseEnd, data: entry(/(graph|network)\.[^/]*(json|columns)$/).responseEnd, live, task: longest(0, live) };
  });
  return { page, load: times.live, frame: times.live - Math.max(times.wasm, times.data), task: times.task };
}

/** Milliseconds of script and of all work in the page's main thread so far. @param {Page} page */
export async function work(page) {
  const { ScriptDuration = 0, TaskDuration = 0, JSHeapUsedSize = 0 } = await page.metrics();
  return { script: 1000 * ScriptDuration, task: 1000 * TaskDuration, heap: JSHeapUsedSize };
}

/** Pans the picture by dragging: milliseconds per frame, and of the main thread per frame. @param {Page} page */
export async function pan(page) {
  const box = /** @type {{x: number, y: number, width: number, height: number}} */ (await page.evaluate(() => {
    const { x, y, width, height } = /** @type {Element} */ (document.querySelector('#picture')).getBoundingClientRect();
    return { x, y, width, height };
  }));
  const corner = { x: box.x + 12, y: box.y + box.height - 12 }; // on the background
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  for (let i = 0; i < 5; i++) await page.mouse.move(corner.x + i, corner.y);
  const [frames, before] = [await page.evaluate(() => window.proxynet.frames()), await work(page)];
  const begin = performance.now();
  for (let i = 0; i < PAN && performance.now() - begin < PAN_LIMIT; i++) await page.mouse.move(corner.x + 5 + STEP * (i % 30), corner.y - STEP * (i % 20));
  const drawn = await page.evaluate(() => window.proxynet.frames()) - frames;
  const [took, after] = [performance.now() - begin, await work(page)];
  await page.mouse.up();
  return { frame: took / drawn, main: (after.task - before.task) / drawn };
}

/** Types letters into the search: milliseconds until the list shows a letter's results. @param {Page} page */
export async function search(page) {
  await page.focus('#search');
  const loaded = (/** @type {string} */ name) => page.evaluate((name) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(`search-${name}.`)), name);
  const type = () => page.evaluate(() => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
    const begin = performance.now();
    input.dispatchEvent(new Event('input'));
    return performance.now() - begin;
  });
  await page.$eval('#search', (input) => { /** @type {HTMLInputElement} */ (input).value = 'a'; });
  await type();
  while (await loaded('names') && !await loaded('passages')) await new Promise((next) => setTimeout(next, 200)); // a large network's index comes in files
  await new Promise((next) => setTimeout(next, 1500));
  const times = [];
  for (const text of ['a', 'an', 'na', 'nam', 'o', 'of', '1', '12', '123']) {
    await page.$eval('#search', (input, text) => { /** @type {HTMLInputElement} */ (input).value = text; }, text);
    times.push(await type());
  }
  return median(times);
}

/** @param {Browser} browser @param {number[]} [sizes] */
export async function benchViewer(browser, sizes = SIZES) {
  const temp = await mkdtemp(join(tmpdir(), 'proxynet-bench-'));
  console.log(`\nWhat a network costs in the page, in milliseconds: until it is live (all from this machine), its first live frame after
program and network are there, its layout beside the use of the page, the longest task meanwhile, a frame while panning, and what of it
is the main thread's. Memory is that of scripts and of the program. Search is the answer to a letter typed.\n`);
  console.log(row(['nodes', 'load', 'first frame', 'its longest task', 'layout', 'longest task', 'frame', 'main thread', 'memory', 'search'], 12));
  const results = [];
  try {
    for (const n of sizes) {
      const file = join(temp, `${n}.yaml`);
      if (n) execFileSync('go', ['run', './web/test/bench/generate', '-nodes', String(n), '-o', file], { cwd: root });
      const server = await serveNetwork(n ? ['--network', file] : []);
      try {
        results.push(await measure(browser, server.address, n));
      } finally {
        server.close();
      }
    }
  } finally {
    await rm(temp, { recursive: true });
  }
  return results;
}

/** @param {Browser} browser @param {string} address @param {number} n */
async function measure(browser, address, n) {
  const starts = [];
  for (let k = n < 2000 ? STARTS : 1; k > 1; k--) {
    const { page, ...times } = await open(browser, address);
    starts.push(times);
    await page.close();
  }
  const { page, ...times } = await open(browser, address);
  starts.push(times);
  let layout = 0;
  let longest = 0;
  if (n) {
    await page.waitForFunction(() => Reflect.get(window, 'seen').refined > 0, { polling: 200 });
    ({ layout, longest } = await page.evaluate(() => {
      const { live, refined, longest } = Reflect.get(window, 'seen');
      return { layout: refined - live, longest: longest(live, refined) };
    }));
  }
  const moving = await pan(page);
  const memory = ((await work(page)).heap + await page.evaluate(() => Reflect.get(window, 'seen').program.buffer.byteLength)) / 1e6;
  const answer = await search(page);
  await page.close();
  const result = { nodes: n || 26, load: median(starts.map((s) => s.load)), first: median(starts.map((s) => s.frame)), task: Math.max(...starts.map((s) => s.task)), layout, longest, ...moving, memory, search: answer };
  console.log(row([result.nodes, ...[result.load, result.first, result.task, layout, longest, moving.frame, moving.main].map((ms) => ms.toFixed(0)), `${memory.toFixed(0)} MB`, answer.toFixed(1)], 12));
  return result;
}
