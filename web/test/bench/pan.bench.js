// Panning a network of 1000 nodes with names, beside sigma.js, in turn.

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaleFree } from './graph.js';
import { median, root, row, serve } from './serve.js';
import { open, pan, serveNetwork } from './viewer.bench.js';

/** @import {Browser} from 'puppeteer-core' */

const NODES = 1000;
const ROUNDS = 5;

/** @param {Browser} browser */
export async function benchPan(browser) {
  const temp = await mkdtemp(join(tmpdir(), 'proxynet-bench-'));
  const file = join(temp, 'network.yaml');
  execFileSync('go', ['run', './web/test/bench/generate', '-nodes', String(NODES), '-o', file], { cwd: root });
  const own = await serveNetwork(['--network', file]);
  const peer = await serve({
    '/': 'web/test/bench/sigma.html', '/sigma.css': 'web/test/bench/sigma.css', '/sigma.js': 'web/test/bench/sigma.js',
    '/sigma.min.js': 'web/node_modules/sigma/dist/sigma.min.js', '/graphology.js': 'web/node_modules/graphology/dist/graphology.umd.min.js',
  });
  try {
    const { page: ours } = await open(browser, own.address);
    await ours.waitForFunction(() => Reflect.get(window, 'seen').refined > 0, { polling: 200, timeout: 0 });
    const places = await ours.evaluate(() => Object.values(window.proxynet.positions()).slice(0, 1000).map(({ x, y }) => [x, y]));
    const theirs = await browser.newPage();
    await theirs.setViewport({ width: 1280, height: 800 });
    await theirs.goto(peer.address);
    await theirs.waitForFunction(() => Reflect.has(window, 'peer'));
    await theirs.evaluate((graph, at) => Reflect.get(window, 'peer').show(graph, at), scaleFree(NODES, 2), places);
    /** @type {Record<string, {frame: number, main: number}[]>} */
    const times = { proxynet: [], 'sigma.js': [] };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, page] of /** @type {const} */ ([['proxynet', ours], ['sigma.js', theirs]])) {
        await page.bringToFront();
        const time = await pan(page);
        if (round) times[name].push(time); // the first only warms up
      }
    }
    const of = (/** @type {string} */ name, /** @type {'frame'|'main'} */ what) => median(times[name].map((time) => time[what]));
    console.log(`\nPanning ${NODES} nodes with names, ours those that find room, sigma.js all: milliseconds, medians of ${ROUNDS} in turn; ours by theirs.\n`);
    console.log(row(['', 'a frame', 'main thread for it']));
    for (const name of Object.keys(times)) console.log(row([name, of(name, 'frame').toFixed(1), of(name, 'main').toFixed(1)]));
    console.log(row(['ratio', ...(/** @type {const} */ (['frame', 'main'])).map((what) => `${(of('proxynet', what) / of('sigma.js', what)).toFixed(2)}×`)]));
    await Promise.all([ours.close(), theirs.close()]);
    return times;
  } finally {
    own.close();
    peer.close();
    await rm(temp, { recursive: true });
  }
}
