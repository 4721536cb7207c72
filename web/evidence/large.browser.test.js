// A network of 4,000 nodes from end to end: loading, search, selection, panning,
// filters and a question. Builds its own site.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newSession, positionsOf, serve, stateOf, Tester, until } from '../test/browser/browser.js';

const NODES = 4_000; // its betweenness is estimated
const folder = mkdtempSync(join(tmpdir(), 'proxynet-large-'));
/** @type {Tester} */
let tester;

before(async () => {
  const network = join(folder, 'network.yaml');
  execFileSync('go', ['run', '-trimpath', './web/test/bench/generate', '-nodes', String(NODES), '-sourced', '-o', network], { stdio: 'inherit' });
  const site = join(folder, 'site');
  execFileSync(String(process.env.PROXYNET), ['build', '--network', network, '-o', site, '--precompress=false'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { address, stop } = await serve(site);
  tester = new Tester(await newSession(), address, stop);
});
after(async () => {
  await tester?.close();
  rmSync(folder, { recursive: true });
});

test('large network: is opened, searched, selected, panned and filtered', { timeout: 300_000 }, async () => {
  const { page, errors } = await tester.open();
  const spots = await positionsOf(page);
  assert.equal(Object.keys(spots).length, NODES);

  // Search finds a name.
  await page.type('#search', 'Ada Bal');
  await until(page, 'the name in the list', () => /Ada Bal/.test(document.querySelector('#found')?.textContent ?? ''));
  await page.keyboard.press('Enter');
  await until(page, 'its entry', () => document.querySelector('#detail > .entry .title')?.textContent === 'Ada Bal');
  assert.equal((await stateOf(page)).select, 'n0');
  const ties = await page.$$eval('#detail .relation-groups li', (list) => list.length);
  assert.ok(ties > 50, `its entry has ${ties} relations`);

  // A relation in it is one click away, with its passage.
  await page.click('#detail .relation-groups li a');
  await until(page, 'the passage', () => document.querySelector('#detail > .entry[data-type="relation"] blockquote') !== null);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: null }));

  // The wheel zooms in, a drag moves.
  const before = await positionsOf(page);
  await page.mouse.move(400, 400);
  await page.mouse.wheel({ deltaY: -400 });
  await until(page, 'a view of its own', () => window.proxynet.state.view !== null);
  const zoomed = await positionsOf(page);
  await page.mouse.down();
  await page.mouse.move(460, 430, { steps: 4 });
  await page.mouse.up();
  await until(page, 'another view', (x) => window.proxynet.state.view !== null && window.proxynet.positions().n0.x !== x, zoomed.n0.x);
  const moved = await positionsOf(page);
  const span = (/** @type {typeof spots} */ s) => Math.abs(s.n0.x - s.n1.x) + Math.abs(s.n0.y - s.n1.y);
  assert.ok(span(zoomed) > 1.2 * span(before), 'the wheel zooms in');
  assert.ok(Math.abs(moved.n0.x - zoomed.n0.x) > 20, 'the drag moves');

  // A drawn node can be clicked.
  await page.evaluate(() => window.proxynet.dispatch({ type: 'fit' }));
  await until(page, 'the whole picture', (x) => Math.abs(window.proxynet.positions().n0.x - x) < 1, before.n0.x);
  await page.mouse.click(before.n0.x, before.n0.y);
  await until(page, 'n0 selected', () => window.proxynet.state.select === 'n0');

  // The legend hides a kind.
  await page.evaluate(() => window.proxynet.dispatch({ type: 'hide', what: ['node.person'] }));
  await until(page, 'no persons', (all) => Object.keys(window.proxynet.positions()).length < all, NODES * 0.7);

  // A question is answered in a worker.
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: null }));
  await page.evaluate(() => window.proxynet.dispatch({ type: 'show', what: ['node.person'] }));
  const [small, large] = await page.evaluate(() => {
    const { n0 } = window.proxynet.positions();
    window.proxynet.dispatch({ type: 'size', measure: 'betweenness' });
    return [n0.r, 1.2 * n0.r];
  });
  await until(page, 'an estimate', () => /Estimated from the paths/.test(document.querySelector('[data-ask="measure"] .answer:not([hidden], [aria-busy]) .note')?.textContent ?? ''));
  assert.ok(page.workers().some((worker) => worker.url().endsWith('/questionworker.js')), 'a worker answers');
  await until(page, `the first name larger than ${small}`, (large) => window.proxynet.positions().n0.r > large, large);
  assert.equal(await page.$eval('.answer details .ranks', (list) => list.childElementCount), 0, 'thousands of rows are made before anybody asks for them');
  await page.click('.answer details summary');
  await until(page, 'all rows', () => Number(document.querySelector('.answer details .ranks')?.childElementCount) > 1000);

  // Without movement, nothing is drawn.
  await page.mouse.move(1100, 700);
  await until(page, 'a second and a half without a frame', () => new Promise((done) => {
    const frames = window.proxynet.frames();
    setTimeout(() => done(window.proxynet.frames() === frames), 1500);
  }));
  assert.deepEqual(errors, []);
});

test('large network: a link opens an entry, or says that it does not exist', { timeout: 120_000 }, async () => {
  const { page } = await tester.open({ path: '#select=r1234', phone: true, dark: true });
  await until(page, 'the entry', () => document.querySelector('#detail > .entry[data-id="r1234"]') !== null);
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'no-such-entry' }));
  await until(page, 'that there is none', () => document.querySelector('#detail > .waiting')?.textContent === 'The network has no such entry.');
});

test('large network: without scripts names and evidence are pages', { timeout: 120_000 }, async () => {
  const { page } = await tester.open({ noScript: true });
  await page.click('.all-names a');
  await page.waitForSelector('.index li a');
  await page.click('.index li:nth-child(3) a');
  await page.waitForSelector('.entry:target');
  assert.match(await page.$eval('.entry:target', (e) => e.textContent ?? ''), /Relations/);
});
