// Times the layout, as WebAssembly in Chromium, against those that a user would
// pick instead: on the same graphs, in turn, the medians of several rounds.
//
//   node web/bench/run.js [graph.json …]
//
// A file holds an edge list, {"n": 3, "edges": [[0, 1], [1, 2]]}; without one,
// scale-free graphs are made. Set CHROMIUM to the browser. The last line of the
// output is JSON, the lines before it a table.

import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/browser.js';
import { checked } from './graph.js';

/** @import {EdgeList} from './graph.js' */
/** @import {AddressInfo} from 'node:net' */

const OURS = 'proxynet';
const PEERS = ['d3-force', 'ngraph.forcelayout'];
const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 5;
const NODE_TICKS = 400_000; // a round's ticks times nodes,
const MOST_TICKS = 300; // but no more than these ticks
const WHOLE = 10_000; // up to how many nodes graphs are laid out to the end, once

const root = fileURLToPath(new URL('../..', import.meta.url));
const temp = await mkdtemp(join(tmpdir(), 'proxynet-bench-'));
const wasm = join(temp, 'layout.wasm');

/** What the server answers with: files by their path. @type {Record<string, string>} */
const files = {
  '/': 'web/bench/page.html',
  '/page.js': 'web/bench/page.js',
  '/graph.js': 'web/bench/graph.js',
  '/ngraph.graph.js': 'node_modules/ngraph.graph/dist/ngraph.graph.umd.js',
  '/ngraph.forcelayout.js': 'node_modules/ngraph.forcelayout/dist/ngraph.forcelayout.min.js',
  '/layout.wasm': wasm,
};
for (const name of ['d3-quadtree', 'd3-dispatch', 'd3-timer', 'd3-force']) {
  files[`/${name}.js`] = `node_modules/${name}/dist/${name}.min.js`;
}
/** @type {Record<string, string>} */
const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** The graphs to measure, by name. @param {string[]} paths */
async function graphs(paths) {
  /** @type {[string, EdgeList | number][]} */
  const all = paths.length ? [] : SIZES.map((n) => [`scale-free, ${n} nodes`, n]);
  for (const path of paths) {
    try {
      all.push([basename(path), checked(JSON.parse(await readFile(path, 'utf8')))]);
    } catch (error) {
      throw new Error(`${path} is no graph: ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  }
  return all;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Builds and serves what the page needs. */
async function serve() {
  execFileSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', wasm, './web/bench/wasm'], {
    cwd: root, env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' }, stdio: 'inherit',
  });
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  files['/wasm_exec.js'] = join(goroot, 'lib/wasm/wasm_exec.js');
  const server = createServer(async (request, response) => {
    const file = files[request.url ?? ''];
    if (!file) return void response.writeHead(404).end();
    const data = await readFile(file.startsWith('/') ? file : join(root, file));
    // Isolated pages get finer clocks.
    response.writeHead(200, {
      'Content-Type': kinds[extname(file)],
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }).end(data);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  return server;
}

/** Measures all. @param {import('puppeteer-core').Page} page @param {[string, EdgeList | number][]} list */
async function compare(page, list) {
  const results = [];
  for (const [name, given] of list) {
    const size = await page.evaluate((graph) => window.bench.take(graph), given);
    const ticks = Math.max(4, Math.min(MOST_TICKS, Math.round(NODE_TICKS / size.n)));
    /** @type {Record<string, number[]>} */
    const times = {};
    for (let round = 0; round <= ROUNDS; round++) {
      for (const engine of [OURS, ...PEERS]) {
        const time = await page.evaluate((e, t) => window.bench.measure(e, t), engine, round ? ticks : Math.min(ticks, 3));
        if (round) (times[engine] ??= []).push(time); // the first only warms up
      }
    }
    const apart = await page.evaluate((a, b) => window.bench.apart(a, b, 3), OURS, 'd3-force');
    const ms = Object.fromEntries(Object.entries(times).map(([engine, all]) => [engine, median(all)]));
    const whole = size.n <= WHOLE ? await page.evaluate(() => window.bench.whole()) : undefined;
    results.push({ graph: name, ...size, ticks, ms, times, apart, whole });
    console.log([
      name.padEnd(26), ms[OURS].toFixed(2).padStart(9),
      ...PEERS.map((peer) => `${ms[peer].toFixed(2)} (${(ms[peer] / ms[OURS]).toFixed(1)}×)`.padStart(20)),
      apart.toExponential(1).padStart(9),
    ].join('  '));
  }
  return results;
}

let browser, server;
try {
  const list = await graphs(process.argv.slice(2));
  server = await serve();
  browser = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}/`);
  await page.waitForFunction(() => window.bench);
  console.log(`One tick in milliseconds, medians of ${ROUNDS} rounds; in brackets, how many times longer.
The last column says how far d3-force’s places are from ours after 3 ticks, by the size of the picture.\n`);
  console.log(['graph'.padEnd(26), OURS.padStart(9), ...PEERS.map((peer) => peer.padStart(20)), 'apart'.padStart(9)].join('  '));
  const results = await compare(page, list);
  console.log(`\nThe whole layout, once: d3-force’s 300 ticks, and ours unfolded, with d3-force’s by ours in brackets.\n`);
  console.log(['graph'.padEnd(26), ...['milliseconds', 'stress', 'crossings'].map((title) => title.padStart(28))].join('  '));
  for (const { graph, whole } of results) {
    if (!whole) continue;
    const [theirs, ours] = whole;
    console.log([graph.padEnd(26), ...[[theirs.ms, ours.ms, 0], [theirs.stress, ours.stress, 4], [theirs.crossings, ours.crossings, 0]]
      .map(([t, o, digits]) => `${t.toFixed(digits)} and ${o.toFixed(digits)} (${(t / o).toFixed(2)}×)`.padStart(28))].join('  '));
  }
  const machine = { cores: cpus().length, cpu: cpus()[0].model, browser: await browser.version() };
  console.log(`\n${JSON.stringify({ date: new Date().toISOString(), machine, results })}`);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
} finally {
  await browser?.close();
  server?.close();
  await rm(temp, { recursive: true });
}
