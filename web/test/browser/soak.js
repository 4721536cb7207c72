// Simulates hours of reading in minutes: repeats readers' actions and checks for memory
// growth and leaks. `make soak MINUTES=30`.
//
// The article's network, one of 100 names and one of 10,000 (4,000 in a run of less
// than five minutes) are open in tabs all the time. In addition, an article page
// inserts and removes an embed, and a tab is opened and closed.
//
// After a warm-up of a fifth of the time, in which everything is done at least once,
// the memory of each page must stay within GROWTH of its size at that time.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTS, act, sit } from './acts.js';
import { chooseGraphics, launch, pause, serve, settled, Tester, until } from './browser.js';
import { memoryOf, ready, weigh } from './weigh.js';

/** @import {Browser, CDPSession, Page} from 'puppeteer-core' */
/** @import {Seat} from './acts.js' */
/** @import {Weight} from './weigh.js' */

const MINUTES = Number(process.env.MINUTES ?? 30);
const LARGE = MINUTES < 5 ? 4_000 : 10_000;
const GROWTH = 0.1;
/** Increases that are not counted as growth: garbage not yet collected, and the steps in which Go allocates memory. */
const SLACK = { heap: 3e5, nodes: 200, listeners: 20, documents: 0, contexts: 0, programs: 0, memory: 4 << 20 };
/** The maximum number of evidence parts that a page of a large network keeps; see evidence.js. */
const KEPT = 16;
/** The number of actions in one tab before the next. */
const TURN = 7;
/** Minimum seconds between measurements; there are at most ten. */
const PAUSE = 20;

const folder = mkdtempSync(join(tmpdir(), 'proxynet-soak-'));
await chooseGraphics();
const browser = await launch();
/** @type {(() => unknown)[]} */
const ends = [() => browser.close(), () => rmSync(folder, { recursive: true })];
/** @type {string[]} */
const errors = [];
/** @type {Record<string, string>} */
const grown = {};

/** Builds and serves a generated network with a draft layout. @param {number} nodes */
function invented(nodes) {
  const network = join(folder, `${nodes}.yaml`);
  const site = join(folder, String(nodes));
  execFileSync('go', ['run', '-trimpath', './web/test/bench/generate', '-nodes', String(nodes), '-sourced', '-o', network], { stdio: 'inherit' });
  execFileSync(String(process.env.PROXYNET), ['build', '--network', network, '--draft', '--precompress=false', '-o', site], { stdio: ['ignore', 'ignore', 'inherit'] });
  return serve(site);
}

/** The targets in the browser, except for the spare process that it keeps. */
async function renderers() {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').length;
}

/**
 * Reports growth, and records the value.
 * @param {string} name
 * @param {number} from
 * @param {number} to
 * @param {number} slack
 */
function compare(name, from, to, slack) {
  const more = to > from * (1 + GROWTH) + slack;
  console.log(`${more ? 'GROWN ' : 'flat  '} ${name}: ${from} after the warm-up, ${to} at the end`);
  if (more) grown[name] = `${from} to ${to}`;
}

/** A network in an open tab. @typedef {{name: string, address: string, seat: Seat, session: CDPSession, warm: Weight|null}} Tab */

/** The workers that answer questions about large networks. @param {Page} page */
const answering = (page) => page.workers().filter((worker) => worker.url().includes('questionworker')).length;

/** @param {string} name @param {{address: string, stop: () => void}} server @returns {Promise<Tab>} */
async function open(name, { address, stop }) {
  ends.push(stop);
  const opened = await new Tester(browser, address, stop).open({ motion: true });
  const { page } = opened;
  ends.push(() => errors.push(...opened.errors.map((error) => `${name}: ${error}`)));
  const seat = await sit(page);
  // Another instance of the program answers questions; it starts with the first
  // question. That of a large network runs in a worker.
  await act(page, { type: 'chain', from: seat.nodes[0], to: seat.nodes[1] });
  const session = await ready(await page.createCDPSession());
  for (let i = 0; (await weigh(session)).programs + answering(page) < 2; i++) {
    if (i > 100) throw new Error(`${name}: no answer to a question`);
    await pause(500);
  }
  return { name, address, seat, session, warm: null };
}

/** The memory of the layout’s Worker at its end, in bytes, for each run, by the network’s address. @type {Map<string, number[]>} */
const layouts = new Map();

/**
 * Measures the Worker of a page that is about to open, if it starts one: the Worker
 * reports its memory with its last places.
 * @param {Page} page
 * @param {string} address
 */
function weighLayout(page, address) {
  page.on('console', (message) => {
    const [, size] = /^layout: (\d+)$/.exec(message.text()) ?? [];
    if (size) layouts.set(address, [...layouts.get(address) ?? [], Number(size)]);
  });
  page.on('workercreated', (worker) => worker.evaluate(() => {
    const [start, post] = [WebAssembly.instantiateStreaming, postMessage];
    let size = () => 0;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await start(...given);
      size = () => /** @type {WebAssembly.Memory} */ (made.instance.exports.mem).buffer.byteLength;
      return made;
    };
    self.postMessage = (/** @type {any} */ message, /** @type {any} */ more) => {
      if (message.share === 1) console.debug(`layout: ${size()}`);
      post(message, more);
    };
  }).catch(() => {})); // it may have ended already
}

/** An empty article page. The sites are in its process, or in their own as localhost. */
async function article() {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,">');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  ends.push(() => server.close());
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  return { page, session: await ready(await page.createCDPSession()) };
}

/** Inserts a live embed and removes it again. @param {Page} page @param {string} address */
async function remount(page, address) {
  await page.bringToFront();
  await page.evaluate(async (address) => {
    await import(`${address}embed.js`);
    await customElements.whenDefined('proxy-network');
    const element = /** @type {import('../../embed/embed.js').ProxyNetworkElement} */ (document.createElement('proxy-network'));
    element.setAttribute('src', address);
    document.body.append(element);
    await element.ready;
    await element.dispatch({ type: 'fit' });
    element.remove();
  }, address);
}

/** Opens a tab, acts in it and closes it. @param {string} address */
async function visit(address) {
  const page = await browser.newPage();
  weighLayout(page, address);
  await page.goto(address);
  await page.evaluate(() => window.proxynet.ready);
  const seat = await sit(page);
  for (const one of ACTS.slice(0, 3)) await one(seat);
  await settled(page);
  await page.close();
}

/** Measures all open pages. */
async function weighAll() {
  /** @type {[string, Weight][]} */
  const all = [];
  for (const { name, seat, session } of tabs) {
    await seat.page.bringToFront();
    await act(seat.page, { type: 'reset' });
    for (const id of seat.nodes.slice(0, KEPT)) { // the same entries for each measurement
      await act(seat.page, { type: 'select', id });
      await until(seat.page, id, (id) => document.querySelector(`#detail > .entry[data-id="${id}"]`) !== null, id);
    }
    await act(seat.page, { type: 'reset' });
    await settled(seat.page);
    all.push([name, await weigh(session)]);
  }
  await until(host.page, 'the last frame gone', () => document.querySelector('proxy-network') === null);
  all.push(['the article page', await weigh(host.session)]);
  return all;
}

const tabs = [
  await open('the article’s network', await serve()),
  await open('100 names', await invented(100)),
  await open(`${LARGE} names`, await invented(LARGE)),
];
const host = await article();
const before = await renderers();
const begun = Date.now();
const share = () => (Date.now() - begun) / (MINUTES * 60_000);
/** @type {Map<string, Weight>|null} */
let warm = null;
/** The last measurement, unless anything happened since. @type {[string, Weight][]|null} */
let last = null;
let rounds = 0;
let reported = 0;
let acts = 0;
for (; share() < 1 || rounds * TURN < 2 * ACTS.length; rounds++) {
  last = null;
  for (const { seat } of tabs) {
    await seat.page.bringToFront();
    for (let i = 0; i < TURN; i++) await ACTS[acts++ % ACTS.length](seat);
  }
  const { address } = tabs[rounds % tabs.length];
  await remount(host.page, rounds % 2 ? address : address.replace('127.0.0.1', 'localhost'));
  await visit(address);
  if (share() < 0.2 || rounds * TURN < ACTS.length || (Date.now() - reported < 1000 * Math.max(PAUSE, MINUTES * 6))) continue;
  reported = Date.now();
  const all = last = await weighAll();
  warm ??= new Map(all);
  console.log(`${(share() * MINUTES).toFixed(1)} min, ${acts} acts, ${rounds + 1} remounts and visits, ${await renderers()} processes`);
  for (const [name, weight] of all) console.log(`  ${name}: ${Object.entries(weight).map(([what, value]) => `${what} ${value}`).join(', ')}`);
}

const all = last ?? await weighAll();
let left = await renderers();
for (let i = 0; i < 50 && left > before; i++) {
  await pause(200);
  left = await renderers();
}
for (const [name, end] of all) {
  const from = /** @type {Weight} */ (warm?.get(name));
  for (const what of /** @type {(keyof Weight)[]} */ (Object.keys(end))) compare(`${name}, ${what}`, from[what], end[what], SLACK[what]);
}
console.log(`${acts} acts, ${rounds} remounts, ${rounds} visits`);
for (const { name, address } of tabs) {
  const sizes = layouts.get(address) ?? [];
  if (sizes.length > 0) compare(`${name}, the layout’s memory`, sizes[0], sizes[sizes.length - 1], SLACK.memory);
}
compare('processes', before, left, 0);
const frames = browser.targets().filter((target) => target.type() === 'other' && target.url().startsWith('http')).map((target) => target.url());
for (const { seat } of tabs) { // the workers of open pages are no leaks
  for (const worker of seat.page.workers()) {
    const at = frames.indexOf(worker.url());
    if (at >= 0) frames.splice(at, 1);
  }
}
if (frames.length > 0) grown.frames = `left: ${frames.join(', ')}`;
for (const end of ends.reverse()) await end();
for (const error of errors) console.log(`ERROR  ${error}`);
for (const [name, how] of Object.entries(grown)) console.log(`GROWN  ${name}: ${how}`);
process.exit(errors.length + Object.keys(grown).length > 0 ? 1 : 0);
