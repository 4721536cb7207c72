// Kills a worker, a tab or a browser a thousand times while an author works on the
// desk, and fails if more than the last keystroke is lost. Run it with `make kills`; it
// continues from where it was stopped. `make kills ONLY=17` repeats the kill with this
// number. After a kill that timed out, the text is read again, which shows whether
// anything was lost.

import { AssertionError } from 'node:assert/strict';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../random.js';
import { serve } from './browser.js';
import { Victim } from './kills.js';

/** @import {Killed} from './kills.js' */
/**
 * A kill in the log. A failure is a defect of the desk. If slow is set, the kill didn't
 * get to read, for that reason, and a browser that was started again has read so many
 * seconds after the kill began.
 * @typedef {{seed: number, n: number, seconds: number, failure?: string, slow?: string} & Partial<Killed>} Entry
 */

const { N = '1000', SEED = '1', ONLY, LANES = '2', LOG = '', DESK = '', FIREFOX, WEBKIT, SCENE } = process.env;
const [seed, lanes] = [Number(SEED), Number(LANES)];
/** Maximum milliseconds for one kill on a busy machine. On an idle one it takes a few seconds. */
const TIMEOUT = 600_000;

/** @type {Entry[]} */
const entries = LOG && existsSync(LOG) && !ONLY ? readFileSync(LOG, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter((entry) => entry.seed === seed) : [];
const done = new Set(entries.map(({ n }) => n));
const queue = (ONLY ? ONLY.split(',').map(Number) : Array.from({ length: Number(N) }, (_, n) => n)).filter((n) => !done.has(n));

const began = performance.now();
const { address, stop } = await serve(DESK);
const folder = mkdtempSync(join(tmpdir(), 'proxynet-kills-'));

/** Runs kills one after another until the queue is empty. */
async function lane() {
  /** @type {Victim|null} */
  let victim = null;
  for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
    const random = randomFrom(seed * 1_000_003 + n);
    const start = performance.now();
    /** @type {Entry} */
    let entry = { seed, n, seconds: 0 };
    try {
      if (!victim) await (victim = new Victim(address, mkdtempSync(join(folder, 'profile-')), { firefox: FIREFOX, webkit: WEBKIT })).start();
      const { kind, scene } = victim.choose(n, random, SCENE);
      Object.assign(entry, { kind, scene });
      Object.assign(entry, await within(victim.kill(kind, scene, random)));
    } catch (error) {
      const why = `in ${victim?.phase}: ${/** @type {Error} */ (error).message}`;
      console.log(`kill ${n} of seed ${seed}: ${entry.kind}, ${entry.scene}: in ${victim?.phase}: ${/** @type {Error} */ (error).stack}`);
      if (error instanceof AssertionError || victim?.phase === 'start') entry.failure = why;
      else await readAgain(victim, entry, why);
      await victim?.close().catch(() => {});
      victim = null;
    }
    entry.seconds = Math.round(performance.now() - start) / 1000;
    entries.push(entry);
    if (LOG && !ONLY) appendFileSync(LOG, `${JSON.stringify(entry)}\n`);
    if (entries.length % 20 === 0) progress();
  }
  await victim?.close();
}

/**
 * Distinguishes lost data from a slow machine after a kill that failed before its text
 * was read.
 * @param {Victim|null} victim
 * @param {Entry} entry
 * @param {string} why  it failed
 */
async function readAgain(victim, entry, why) {
  try {
    Object.assign(entry, await within(/** @type {Victim} */ (victim).check()));
    entry.slow = why;
  } catch (error) {
    entry.failure = `${why}; read again: ${/** @type {Error} */ (error).message}`;
  }
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function within(work) {
  /** @type {NodeJS.Timeout|undefined} */
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`it took longer than ${TIMEOUT / 1000} s`)), TIMEOUT); });
  return Promise.race([work, /** @type {Promise<never>} */ (late)]).finally(() => clearTimeout(timer));
}

function progress() {
  const lost = entries.filter((entry) => entry.lost);
  console.log(`${entries.length} kills, ${lost.length} of which cost a keystroke, ${entries.filter(({ failure }) => failure).length} errors, ${entries.filter(({ slow }) => slow).length} read late; ${((performance.now() - began) / 60_000).toFixed(1)} min`);
}

await Promise.all(Array.from({ length: lanes }, lane));
stop();
rmSync(folder, { recursive: true, maxRetries: 5, force: true });
progress();
for (const by of /** @type {const} */ (['kind', 'scene'])) {
  for (const name of [...new Set(entries.map((entry) => entry[by] ?? ''))].sort()) {
    const all = entries.filter((entry) => entry[by] === name);
    console.log(`  ${by} ${name}: ${all.length} kills, ${all.reduce((sum, { shown = 0 }) => sum + shown, 0)} steps, ${all.reduce((sum, { lost = 0 }) => sum + lost, 0)} lost, ${all.filter(({ failure }) => failure).length} errors`);
  }
}
for (const { n, slow, seconds } of entries) if (slow) console.log(`  kill ${n}: nothing but the last keystroke is lost; read after ${seconds.toFixed(0)} s: ${slow}`);
if (entries.some(({ failure }) => failure)) process.exitCode = 1;
