// Panning a network of 1000 nodes with names, compared with other programs in turn.

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaleFree } from './graph.js';
import { median, root, row, serve } from './serve.js';
import { open, pan, serveNetwork } from './viewer.bench.js';

/** @import {Browser} from 'puppeteer-core' */
/** @import {EdgeList} from './graph.js' */

const NODES = 1000;
const ROUNDS = 3;
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
    const places = await placesOf(browser, own.address);
    const graph = scaleFree(NODES, 2);
    const names = [OURS, ...await namesOf(browser, peers.address)];
    /** @type {Record<string, {frame: number, main: number}[]>} */
    const times = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < names.length; i++) {
        const name = names[(round + i) % names.length];
        // One page at a time: the others would use the processor, too.
        const page = name === OURS ? await openOurs(browser, own.address) : await openPeer(browser, peers.address, name, graph, places);
        await pan(page); // warms up
        times[name].push(await pan(page));
        await page.close();
      }
    }
    print(times);
    return times;
  } finally {
    own.close();
    peers.close();
    await rm(temp, { recursive: true });
  }
}

/** Opens our page and waits until the layout is done. @param {Browser} browser @param {string} address */
async function openOurs(browser, address) {
  const { page } = await open(browser, address);
  await page.waitForFunction(() => Reflect.get(window, 'seen').refined > 0, { polling: 200 });
  return page;
}

/** The places of the nodes in our layout. @param {Browser} browser @param {string} address */
async function placesOf(browser, address) {
  const page = await openOurs(browser, address);
  const places = await page.evaluate((count) => Object.values(window.proxynet.positions()).slice(0, count).map(({ x, y }) => /** @type {[number, number]} */ ([x, y])), NODES);
  await page.close();
  return places;
}

/** Opens the page in which other programs draw. @param {Browser} browser @param {string} address */
async function openPeers(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => console.error(error));
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(address);
  await page.waitForFunction(() => Reflect.has(window, 'peers'));
  return page;
}

/** The names of the other programs. @param {Browser} browser @param {string} address */
async function namesOf(browser, address) {
  const page = await openPeers(browser, address);
  const names = /** @type {string[]} */ (await page.evaluate(() => Reflect.get(window, 'peers').names));
  await page.close();
  return names;
}

/**
 * Opens a page in which another program draws the network.
 * @param {Browser} browser
 * @param {string} address
 * @param {string} name
 * @param {EdgeList} graph
 * @param {[x: number, y: number][]} places
 */
async function openPeer(browser, address, name, graph, places) {
  const page = await openPeers(browser, address);
  await page.evaluate((name, graph, at) => Reflect.get(window, 'peers').show(name, graph, at), name, graph, places);
  return page;
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
