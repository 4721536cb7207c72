// A network that another program wrote, imported, built and served: it opens, works,
// and is labelled as unsourced.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { positionsOf, start, stateOf } from './browser.js';

const GEXF = 'network/format/gexf/testdata/networkx-les-miserables.gexf';

/** @type {import('./browser.js').Tester} */
let tester;
const dir = mkdtempSync(join(tmpdir(), 'proxynet-'));

before(async () => {
  const [network, site] = [join(dir, 'network.yaml'), join(dir, 'site')];
  const command = process.env.PROXYNET ?? '';
  execFileSync(command, ['import', GEXF, '--node-kind', 'person', '-o', network], { stdio: 'ignore' });
  execFileSync(command, ['build', '--network', network, '-o', site, '--precompress=false'], { stdio: 'ignore' });
  tester = await start(site);
});
after(async () => {
  await tester?.close();
  rmSync(dir, { recursive: true });
});

test('imported network: opens, is labelled as unsourced, and answers questions', async () => {
  const { page, errors } = await tester.open();
  const label = await page.$eval('.unsourced', (e) => {
    const box = e.getBoundingClientRect();
    return { text: /** @type {HTMLElement} */ (e).innerText, seen: box.width > 0 && box.height > 0 && box.top < innerHeight };
  });
  assert.match(label.text, /Unsourced/);
  assert.ok(label.seen, 'the label can be seen at once');
  assert.equal(Object.keys(await positionsOf(page)).length, 77);

  await page.type('#search', 'valjean');
  assert.match(await page.$eval('#found', (e) => /** @type {HTMLElement} */ (e).innerText), /Valjean/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal((await stateOf(page)).select, 'valjean');
  assert.match(await page.$eval('#e-valjean', (e) => e.textContent ?? ''), /Javert/);
  assert.deepEqual(errors, []);
});

test('imported network: is complete without scripts', async () => {
  const { page } = await tester.open({ noScript: true });
  assert.match(await page.$eval('.unsourced', (e) => e.textContent ?? ''), /Unsourced/);
  for (const id of ['valjean', 'gavroche', 'cosette']) assert.ok(await page.$(`#e-${id}`), id);
});
