// Runs the browser tests: node web/test/browser/run.js [FILE …], all by default.
//
// On two cores four files run at a time, as pages often wait. Each lane keeps one
// Chromium for the whole run, and one server of the built site serves them all;
// browser.js gives each file a context of its own.

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { hasMesa, launch, serve } from './browser.js';

/** @import {Browser} from 'puppeteer-core' */

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

/** All browser tests below a folder, the largest first: they take longest. @param {string} folder */
async function filesIn(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(SUFFIX) && !name.startsWith('node_modules'));
  return names.map((name) => join(folder, name)).sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1));
}

/**
 * Runs one file and prints its report when it ends.
 * @param {string} file
 * @param {string} browser  address of a Chromium's debugger
 * @param {string} site     address of the built site
 * @returns {Promise<boolean>} whether all its tests passed
 */
function run(file, browser, site) {
  const begun = performance.now();
  const args = ['--test', '--test-reporter=spec', `--test-timeout=${TIMEOUT}`, file];
  const child = spawn(process.execPath, args, { env: { ...process.env, BROWSER: browser, SITE_ADDRESS: site } });
  /** @type {string[]} */
  const report = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => report.push(text));
  return new Promise((ended) => child.on('close', (status) => {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const tests = report.join('').replace(SUMMARY, '');
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${file} (${seconds} s)\n${tests}`);
    ended(status === 0);
  }));
}

/**
 * Runs files from a queue until it is empty. After a file fails, its Chromium is
 * replaced, so that the failure does not affect the next file.
 * @param {string[]} queue
 * @param {string} site
 * @returns {Promise<string[]>} the files that failed
 */
async function lane(queue, site) {
  const failed = [];
  /** @type {Browser|null} */
  let browser = null;
  for (let file = queue.shift(); file; file = queue.shift()) {
    browser ??= await launch(RARELY_OPTIMISED);
    const passed = await run(file, browser.wsEndpoint(), site);
    if (passed && browser.connected) continue;
    if (!passed) failed.push(file);
    await browser.close();
    browser = null;
  }
  await browser?.close();
  return failed;
}

const named = process.argv.slice(2);
const files = named.length > 0 ? named : await filesIn('web');
if (files.length === 0) throw new Error(`no file in web/ ends in ${SUFFIX}`);
const queue = [...files];
const site = await serve();
process.env.GRAPHICS ||= await hasMesa() ? 'mesa' : 'swiftshader';
console.log(`WebGL is drawn by ${process.env.GRAPHICS}`);
process.on('exit', () => site.stop());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1)); // puppeteer then ends the browsers
const failed = (await Promise.all(Array.from({ length: LANES }, () => lane(queue, site.address)))).flat();
console.log(failed.length > 0 ? `${failed.length} of ${files.length} files failed:\n${failed.join('\n')}` : `all ${files.length} files passed`);
process.exit(failed.length > 0 ? 1 : 0);
