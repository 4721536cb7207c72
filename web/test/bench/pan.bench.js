// Panning a network of 1000 nodes with names, compared with other programs in turn.

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaleFree } from './graph.js';
import { median, root, row, serve } from './serve.js';
import { open, pan, serveNetwork } from './viewer.bench.js';

/** @import {Browser, Page} from 'puppeteer-core' */

const NODES = 1000;
const ROUNDS = 5;
const OURS = 'proxynet';

/** @type {Record<string, string>} */
const files = {
  '/': 'web/test/bench/peers.html', '/peers.css': 'web/test/bench/peers.css', '/peers.js': 'web/test/bench/peers.js',
  '/graphology.js': 'web/node_modules/graphology/dist/graphology.umd.min.js',
  '/sigma.js': 'web/node_modules/sigma/dist/sigma.min.js',
  '/cytoscape.js': 'web/node_modules/cytoscape/dist/cytoscape.min.js',
  '/cosmos.js': 'web/node_modules/@cosmos.gl/graph/dist/index.min.js',
};

/** @param {Browser} browser */
export async function benchPan(browser) {
  const temp = await mkdtemp(join(tmpdir(), 'proxynet-bench-'));
  const file = join(temp, 'network.yaml');
  execFileSync('go', ['run', './web/test/bench/generate', '-nodes', String(NODES), '-o', file], { cwd: root });
  const own = await serveNetwork(['--network', file]);
  const peers = await serve(files);
  try {
    const { page: ours } = await open(browser, own.address);
    await ours.waitForFunction(() => Reflect.get(window, 'seen').refined > 0, { polling: 200, timeout: 0 });
    const places = await ours.evaluate((count) => Object.values(window.proxynet.positions()).slice(0, count).map(({ x, y }) => /** @type {[number, number]} */ ([x, y])), NODES);
    /** @type {[name: string, page: Page][]} */
    const pages = [[OURS, ours], ...await openPeers(browser, peers.address, places)];
    /** @type {Record<string, {frame: number, main: number}[]>} */
    const times = Object.fromEntries(pages.map(([name]) => [name, []]));
    for (let round = 0; round <= ROUNDS; round++) {
      for (let i = 0; i < pages.length; i++) {
        const [name, page] = pages[(round + i) % pages.length];
        await page.bringToFront();
        const time = await pan(page);
        if (round) times[name].push(time); // the first only warms up
      }
    }
    await Promise.all(pages.map(([, page]) => page.close()));
    print(times);
    return times;
  } finally {
    own.close();
    peers.close();
    await rm(temp, { recursive: true });
  }
}

/**
 * Opens a page for each of the other programs, which draws the network in it.
 * @param {Browser} browser
 * @param {string} address
 * @param {[x: number, y: number][]} places
 */
async function openPeers(browser, address, places) {
  /** @type {[name: string, page: Page][]} */
  const pages = [];
  for (let names = ['']; pages.length < names.length;) {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => console.error(error));
    await page.setViewport({ width: 1280, height: 800 });
    await page.goto(address);
    await page.waitForFunction(() => Reflect.has(window, 'peers'));
    names = /** @type {string[]} */ (await page.evaluate(() => Reflect.get(window, 'peers').names));
    const name = names[pages.length];
    await page.evaluate((name, graph, at) => Reflect.get(window, 'peers').show(name, graph, at), name, scaleFree(NODES, 2), places);
    pages.push([name, page]);
  }
  return pages;
}

/** @param {Record<string, {frame: number, main: number}[]>} times  by the program's name */
function print(times) {
  const of = (/** @type {string} */ name, /** @type {'frame'|'main'} */ what) => median(times[name].map((time) => time[what]));
  console.log(`\nPanning ${NODES} nodes with names, of which proxynet draws those that find room: milliseconds, medians of ${ROUNDS} in turn;
in brackets, ours by theirs.\n`);
  console.log(row(['', 'a frame', 'main thread for it']));
  for (const name of Object.keys(times)) {
    console.log(row([name, ...(/** @type {const} */ (['frame', 'main'])).map((what) => `${of(name, what).toFixed(1)} (${(of(OURS, what) / of(name, what)).toFixed(2)}×)`)]));
  }
}
