// Runs the browser tests: node web/test/browser/run.js [FILE …], all by default.
//
// On two cores four files run at a time, as pages often wait. Each lane keeps one
// Chromium for the whole run, and one server of the built site serves them all;
// browser.js gives each file a context of its own.
//
// BESIDE names targets of the Makefile that run in the same lanes, separated by commas, such
// as "soak MINUTES=0.5,fuzz". Half of the lanes begin with them, so that no core waits
// for the last one.

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { chooseGraphics, launch, serve } from './browser.js';

/** @import {Browser} from 'puppeteer-core' */

/** A file of tests, or a target of the Makefile. @typedef {{file: string}|{target: string}} Job */

const SUFFIX = '.browser.test.js';
const LANES = Number(process.env.LANES ?? Math.min(4, availableParallelism() + 2));
/** Matches the counts at the end of a report; measurements by tests have a colon. */
const SUMMARY = /^ℹ (?!.*: ).*\n/gm;
/** Timeout of a test in milliseconds. */
const TIMEOUT = 600_000;
/**
 * Pages of tests live for seconds, in which the optimising compiler would take a third
 * of the CPU time and save little. The tests in three engines, of hosts and of
 * endurance use it.
 */
const RARELY_OPTIMISED = '--js-flags=--wasm-tiering-budget=1000000000';
/** Files that go through every state of the page, and take longer than their size suggests. */
const THOROUGH = /\/test\/reader\//;

/** All browser tests below a folder, the longest first. @param {string} folder */
async function filesIn(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(SUFFIX) && !name.startsWith('node_modules'));
  const weight = (/** @type {string} */ file) => statSync(file).size * (THOROUGH.test(file) ? 10 : 1);
  return names.map((name) => join(folder, name)).sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
}

/**
 * Runs a program and prints its report when it ends.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether all its tests passed
 */
function run(name, program, args, env) {
  const begun = performance.now();
  const child = spawn(program, args, { env });
  /** @type {string[]} */
  const report = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => report.push(text));
  return new Promise((ended) => child.on('close', (status) => {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n${report.join('').replace(SUMMARY, '')}`);
    ended(status === 0);
  }));
}

/**
 * Runs jobs from queues until they are empty. After a file fails, its Chromium is
 * replaced, so that the failure does not affect the next file.
 * @param {Job[][]} queues  the first is emptied first
 * @param {string} site     address of the built site
 * @returns {Promise<string[]>} the jobs that failed
 */
async function lane(queues, site) {
  const failed = [];
  /** @type {Browser|null} */
  let browser = null;
  const next = () => queues.find((queue) => queue.length > 0)?.shift();
  for (let job = next(); job; job = next()) {
    if ('target' in job) {
      if (!await run(`make ${job.target}`, 'make', ['--no-print-directory', ...job.target.split(' ')], environment)) failed.push(`make ${job.target}`);
      continue;
    }
    browser ??= await launch(RARELY_OPTIMISED);
    const env = { ...process.env, BROWSER: browser.wsEndpoint(), SITE_ADDRESS: site };
    const passed = await run(job.file, process.execPath, ['--test', '--test-reporter=spec', `--test-timeout=${TIMEOUT}`, job.file], env);
    if (passed && browser.connected) continue;
    if (!passed) failed.push(job.file);
    await browser.close();
    browser = null;
  }
  await browser?.close();
  return failed;
}

const environment = { ...process.env };
const named = process.argv.slice(2);
const files = (named.length > 0 ? named : await filesIn('web')).map((file) => ({ file }));
if (files.length === 0) throw new Error(`no file in web/ ends in ${SUFFIX}`);
const targets = (process.env.BESIDE ?? '').split(',').filter(Boolean).map((target) => ({ target }));
const count = files.length + targets.length;
const site = await serve();
await chooseGraphics();
console.log(`WebGL is drawn by ${process.env.GRAPHICS}`);
process.on('exit', () => site.stop());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1)); // puppeteer then ends the browsers
const orders = [[files, targets], [targets, files]];
const failed = (await Promise.all(Array.from({ length: LANES }, (_, i) => lane(orders[i % 2], site.address)))).flat();
console.log(failed.length > 0 ? `${failed.length} of ${count} parts failed:\n${failed.join('\n')}` : `all ${count} parts passed`);
process.exit(failed.length > 0 ? 1 : 0);
