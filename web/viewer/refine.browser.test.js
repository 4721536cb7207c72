// Refining the draft layout of a large network.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { positionsOf, start, until } from '../test/browser/browser.js';

const NODES = 500;

/** @type {Awaited<ReturnType<typeof start>>} */
let tester;
/** @type {string} */
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-draft-'));
  const network = join(folder, 'network.yaml');
  const site = join(folder, 'site');
  execFileSync('go', ['run', '-trimpath', './web/test/bench/generate', '-nodes', String(NODES), '-o', network]);
  execFileSync(/** @type {string} */ (process.env.PROXYNET), ['build', '--network', network, '--draft', '--precompress=false', '-o', site]);
  tester = await start(site);
});
after(async () => {
  await tester?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The average distance that nodes have moved. @param {Record<string, {x: number, y: number}>} from @param {Record<string, {x: number, y: number}>} to */
function moved(from, to) {
  const ids = Object.keys(from);
  return ids.reduce((sum, id) => sum + Math.hypot(to[id].x - from[id].x, to[id].y - from[id].y), 0) / ids.length;
}

/** Records the progress, and whether workers are started. */
function note() {
  const seen = /** @type {string[]} */ ([]);
  Reflect.set(window, 'seen', seen);
  const Own = window.Worker;
  Reflect.set(window, 'workers', 0);
  window.Worker = class extends Own {
    /** @param {string|URL} address @param {WorkerOptions} [options] */
    constructor(address, options) {
      super(address, options);
      Reflect.set(window, 'workers', Reflect.get(window, 'workers') + 1);
    }
  };
  addEventListener('DOMContentLoaded', () => {
    const bar = /** @type {Element} */ (document.querySelector('#progress'));
    new MutationObserver(() => {
      if (bar.getAttribute('aria-label') === 'Arranging the picture') seen.push(String(bar.getAttribute('aria-valuenow')));
    }).observe(bar, { attributes: true });
  });
}

/** Reports whether the layout is finished. */
const ended = () => {
  const bar = /** @type {HTMLElement} */ (document.querySelector('#progress'));
  return bar.hidden && bar.getAttribute('aria-label') === 'Arranging the picture';
};

test('refine: a worker lays a draft out while the graph can be used', async () => {
  const { page, errors } = await tester.open({ prepare: (p) => p.evaluateOnNewDocument(note) });
  const first = await positionsOf(page);
  const id = Object.keys(first)[0];
  await page.evaluate((one) => window.proxynet.dispatch({ type: 'select', id: one }), id);
  assert.equal(await page.evaluate(() => window.proxynet.state.select), id);
  await until(page, 'the end of the layout', ended);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'workers')), 1);
  const last = await positionsOf(page);
  assert.ok(moved(first, last) > 5, `nodes moved by ${moved(first, last)} pixels`);
  const shares = await page.evaluate(() => /** @type {string[]} */ (Reflect.get(window, 'seen')).map(Number));
  assert.ok(shares.some((share) => share > 0 && share < 100), `progress was ${shares}`);
  assert.deepEqual(errors, []);
  await page.close();
});

test('refine: without a worker it runs in slices', async () => {
  const { page, errors } = await tester.open({
    prepare: (p) => p.evaluateOnNewDocument(() => {
      Reflect.set(window, 'Worker', class {
        constructor() {
          throw new DOMException('no Workers here', 'SecurityError');
        }
      });
    }),
  });
  const first = await positionsOf(page);
  await until(page, 'the end of the layout', ended);
  assert.ok(moved(first, await positionsOf(page)) > 5);
  assert.deepEqual(errors, []);
  await page.close();
});
