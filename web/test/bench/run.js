// All benchmarks, in Chromium with WebGL in software.
//
//   node web/test/bench/run.js [graph.json …]
//
// A file has an edge list, {"n": 3, "edges": [[0, 1], [1, 2]]}; with files, only the
// layout is measured, with these graphs. Set CHROMIUM to the browser and PROXYNET to
// the command, SITE to the built site, and PARTS to some of "layout pan viewer large
// idle phone desk" for no more than these. The last line of the output is JSON, the
// lines before it are tables.

import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { basename } from 'node:path';
import { launch } from '../browser/browser.js';
import { benchDesk } from './desk.bench.js';
import { checked } from './graph.js';
import { benchIdle } from './idle.bench.js';
import { benchLarge } from './large.bench.js';
import { benchLayout } from './layout.bench.js';
import { benchPan } from './pan.bench.js';
import { benchPhone } from './phone.bench.js';
import { benchViewer } from './viewer.bench.js';

/** @import {Named} from './layout.bench.js' */

/** The graphs in files, by name. @param {string[]} paths */
async function read(paths) {
  /** @type {Named[]} */
  const all = [];
  for (const path of paths) {
    try {
      all.push([basename(path), checked(JSON.parse(await readFile(path, 'utf8')))]);
    } catch (error) {
      throw new Error(`${path} is no graph: ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  }
  return all;
}

const given = await read(process.argv.slice(2));
const browser = await launch();
try {
  const machine = { cores: cpus().length, cpu: cpus()[0].model, browser: await browser.version() };
  const parts = given.length ? ['layout'] : (process.env.PARTS || 'layout pan viewer large idle phone desk').split(' ');
  const layout = parts.includes('layout') ? await benchLayout(browser, given) : undefined;
  const pan = parts.includes('pan') ? await benchPan(browser) : undefined;
  const viewer = parts.includes('viewer') ? await benchViewer(browser) : undefined;
  const large = parts.includes('large') ? await benchLarge(browser) : undefined;
  const idle = parts.includes('idle') ? await benchIdle(browser) : undefined;
  const desk = parts.includes('desk') ? await benchDesk(browser) : undefined;
  const phone = parts.includes('phone') ? await benchPhone() : undefined;
  console.log(`\n${JSON.stringify({ date: new Date().toISOString(), machine, layout, pan, viewer, large, idle, phone, desk })}`);
} finally {
  await browser.close();
}
