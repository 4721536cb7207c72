// Published large networks: loading, panning, search and questions.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from '../browser/acts.js';
import { serve } from '../browser/browser.js';
import { median, root, row } from './serve.js';
import { open, pan, search, work } from './viewer.bench.js';

/** @import {Browser, Page} from 'puppeteer-core' */

/**
 * A network to measure.
 * @typedef {object} Network
 * @property {number} nodes    it has about twice as many relations
 * @property {string[]} flags  for generate
 * @property {Record<string, number>} goals  the most that each figure may be, in milliseconds and MB
 */

/** @type {Network[]} */
const NETWORKS = [
  { nodes: 10_000, flags: ['-sourced'], goals: { 'first picture': 600, 'longest task': 50, frame: 50, search: 30, chain: 500, without: 500, degree: 500, betweenness: 500, 'task while asked': 50 } },
  { nodes: 100_000, flags: [], goals: { 'first picture': 2000, 'longest task': 100, memory: 200, frame: 50, search: 30 } },
];
const REFUSED = 500_000; // nodes of a network of a million relations
const ROUNDS = 3; // per question

/** Questions, each with the kind of its answer, the action that asks it, and the action that clears it. @type {Record<string, [kind: string, ask: object, end: object]>} */
const QUESTIONS = {
  chain: ['chain', { type: 'chain', from: 'n9000', to: 'n0' }, { type: 'chain', from: null, to: null }],
  without: ['without', { type: 'remove', ids: ['n0'] }, { type: 'restore', ids: ['n0'] }],
  degree: ['measure', { type: 'size', measure: 'degree' }, { type: 'size', measure: null }],
  betweenness: ['measure', { type: 'size', measure: 'betweenness' }, { type: 'size', measure: null }],
};

/** @param {Browser} browser */
export async function benchLarge(browser) {
  const temp = await mkdtemp(join(tmpdir(), 'proxynet-bench-'));
  console.log('\nLarge networks, published as columns: milliseconds and MB, each with its goal. The first picture counts from the arrival of program and network.\n');
  try {
    const results = [];
    for (const network of NETWORKS) {
      const site = join(temp, String(network.nodes));
      const { seconds, failure } = build(temp, site, network.nodes, network.flags);
      if (failure) throw new Error(failure);
      console.log(row([`${network.nodes} nodes`, 'measured', 'goal']));
      const figures = { ...await measure(browser, site, network), 'CPU seconds of the build': seconds };
      for (const [name, value] of Object.entries(figures)) console.log(row([name, value.toFixed(0), network.goals[name] ?? '']));
      results.push({ nodes: network.nodes, ...figures });
    }
    const { seconds, failure } = build(temp, join(temp, 'refused'), REFUSED, []);
    console.log(`${REFUSED} nodes: ${failure ? `refused after ${seconds.toFixed(1)} s of CPU time: ${failure}` : 'built'}`);
    return results;
  } finally {
    await rm(temp, { recursive: true });
  }
}

/** Generates a network and builds its site. Returns the build's CPU time and its error, or "". @param {string} temp @param {string} site @param {number} nodes @param {string[]} flags */
function build(temp, site, nodes, flags) {
  const file = join(temp, `${nodes}.yaml`);
  const run = (/** @type {string} */ command, /** @type {string[]} */ args) => spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  run('go', ['run', './web/test/bench/generate', '-nodes', String(nodes), ...flags, '-o', file]);
  const { status, stderr } = run('bash', ['-c', 'time "$@"', 'bash', String(process.env.PROXYNET), 'build', '--draft', '--precompress=false', '--network', file, '-o', site]);
  const seconds = [...stderr.matchAll(/^(?:user|sys)\s+(\d+)m([\d.]+)s$/gm)].reduce((sum, [, m, s]) => sum + 60 * Number(m) + Number(s), 0);
  return { seconds, failure: status ? stderr.split('\n')[0] : '' };
}

/** Measures the page of a site. @param {Browser} browser @param {string} site @param {Network} network @returns {Promise<Record<string, number>>} */
async function measure(browser, site, { goals }) {
  const { address, stop } = await serve(site);
  try {
    const { page, frame, task } = await open(browser, address);
    await page.waitForFunction(() => Reflect.get(window, 'seen').refined > 0, { polling: 200, timeout: 0 });
    const longest = await page.evaluate(() => Reflect.get(window, 'seen').longest(0, performance.now()));
    const moving = await pan(page);
    const memory = ((await work(page)).heap + await page.evaluate(() => Reflect.get(window, 'seen').program.buffer.byteLength)) / 1e6;
    const figures = {
      'first picture': frame, 'longest task': task, 'longest task until arranged': longest,
      frame: moving.frame, 'main thread for a frame': moving.main, memory, search: await search(page),
    };
    if (!('chain' in goals)) {
      await page.close();
      return figures;
    }
    const begin = await page.evaluate(() => performance.now());
    const answers = await ask(page);
    const asked = await page.evaluate((from) => Reflect.get(window, 'seen').longest(from, performance.now()), begin);
    await page.close();
    return { ...figures, ...answers, 'task while asked': asked };
  } finally {
    stop();
  }
}

/** Asks questions and returns the milliseconds until each answer is on the page: medians without the first one, which starts the worker. @param {Page} page */
async function ask(page) {
  /** @type {Record<string, number>} */
  const times = {};
  for (const [name, [kind, begin, end]] of Object.entries(QUESTIONS)) {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const since = await page.evaluate(() => performance.now());
      await act(page, begin);
      await page.waitForSelector(`[data-ask="${kind}"] .answer:not([hidden], [aria-busy])`, { timeout: 0 });
      const took = await page.evaluate((from) => performance.now() - from, since);
      if (round) rounds.push(took);
      await act(page, end);
      await page.waitForSelector(`[data-ask="${kind}"] .answer[hidden]`, { timeout: 0 });
    }
    times[name] = median(rounds);
  }
  return times;
}
