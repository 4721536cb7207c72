// A network in a single file, opened from disk, and a collection of networks.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { newSession, serve, Tester, until } from '../test/browser/browser.js';

const run = promisify(execFile);
const command = /** @type {string} */ (process.env.PROXYNET);
const example = 'network/file/example/network.yaml';

/** @type {string} */
let folder;
/** The file, in a folder with a name that is easily recognised. @type {string} */
let file;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-single-'));
  file = join(folder, 'home-of-alice-secret', 'cable.html');
  await mkdir(dirname(file));
  const { stdout } = await run(command, ['build', '--single-file', '--network', example, '-o', file]);
  assert.match(stdout, /in one file of \d\.\d MB/);
});
after(() => rm(folder, { recursive: true }));

test('single file: opens from a disk with the live graph', async () => {
  // Opened from disk, the page keeps its state in the address only.
  const tester = new Tester(await newSession(), pathToFileURL(file).href, () => {});
  try {
    const { page, errors } = await tester.open({ path: '#select=thomson' });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.viewer), 'live');
    assert.equal(await page.evaluate(() => Object.keys(window.proxynet.positions()).length), 21 + 28, 'every node and relation is drawn');
    assert.equal(await page.evaluate(() => window.proxynet.state.select), 'thomson');
    assert.match(await page.$eval('#detail', (e) => /** @type {HTMLElement} */ (e).innerText), /sat on its board/);
    assert.match(await page.$eval('#e-thomson', (e) => /** @type {HTMLElement} */ (e).dataset.announcement ?? ''), /Thomson/);
    assert.equal(await page.$$eval('.passage:not([data-passage]), .entry:not([data-id])', (all) => all.length), 0, 'every quote and entry has its id');
    await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'great-eastern' }));
    await until(page, 'the selection in the address', () => location.hash.includes('great-eastern'));
    await page.click('#share');
    const offered = await page.$$eval('.share-part', (all) => all.filter((part) => part.checkVisibility()).map((part) => part.querySelector('textarea, p')?.id));
    assert.deepEqual(offered, ['share-picture', 'export-title'], 'a file has no link, and nothing to embed');
    assert.match(await page.$eval('#share-note', (note) => /** @type {HTMLElement} */ (note).innerText), /on your computer/);
    await page.evaluate(() => { HTMLAnchorElement.prototype.click = function () { Reflect.set(window, 'takenAs', this.download); }; });
    await page.click('#sharing [data-take="csv"]');
    await until(page, 'the table', () => Reflect.get(window, 'takenAs') === 'evidence.csv');
    assert.deepEqual(errors, []);
  } finally {
    await tester.close();
  }
});

test('single file: nothing that is exported names its folder', async () => {
  const tester = new Tester(await newSession(), pathToFileURL(file).href, () => {});
  try {
    const { page } = await tester.open({ path: '#select=thomson' });
    await page.evaluate(() => {
      /** @type {Promise<string>[]} */
      const taken = [];
      Reflect.set(window, 'taken', taken);
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        taken.push(/** @type {Blob} */ (blob).arrayBuffer().then((bytes) => new TextDecoder('latin1').decode(bytes)));
        return create.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () { Reflect.set(window, 'takenAs', this.download); };
    });
    await page.click('#share');
    const texts = await page.$$eval('#sharing :is(textarea, input, output, a)', (all) => all.map((e) => `${/** @type {HTMLInputElement} */ (e).value ?? ''} ${e.outerHTML}`));
    for (const [attribute, name] of [['data-picture="svg"', '.svg'], ['data-picture="png"', '.png'], ['data-take="csv"', '.csv'], ['data-take="json"', '.json']]) {
      await page.click(`#sharing [${attribute}]`);
      await until(page, name, (name) => String(Reflect.get(window, 'takenAs')).endsWith(name), name);
    }
    texts.push(...await page.evaluate(() => Promise.all(/** @type {Promise<string>[]} */ (Reflect.get(window, 'taken')))));
    assert.ok(texts.length >= 8 && texts.some((text) => text.startsWith('<svg')));
    for (const text of texts) assert.ok(!/alice|file:\/\//.test(text), /.{0,60}(alice|file:\/\/).{0,60}/.exec(text)?.[0]);
  } finally {
    await tester.close();
  }
});

test('collection: its page links to each network', async () => {
  const networks = join(folder, 'networks');
  await mkdir(join(networks, 'harbour'), { recursive: true });
  await mkdir(join(networks, 'cable'));
  await writeFile(join(networks, 'harbour', 'network.yaml'), await readFile('network/file/testdata/harbour.yaml', 'utf8'));
  for (const name of ['network.yaml', 'article.txt']) {
    await writeFile(join(networks, 'cable', name), await readFile(`network/file/example/${name}`, 'utf8'));
  }
  const site = join(folder, 'site');
  await run(command, ['build', '--network', networks, '--title', 'Two networks', '-o', site, '--precompress=false']);
  const { address, stop } = await serve(site);
  const tester = new Tester(await newSession(), address, stop);
  try {
    const { page, errors } = await tester.open({ still: true });
    assert.equal(await page.title(), 'Two networks');
    assert.deepEqual(await page.$$eval('.card h2', (all) => all.map((title) => title.textContent)), [
      'Who laid the cable under the Atlantic', 'Who runs the harbour of Ostrand',
    ]);
    await until(page, 'the pictures', () => [...document.querySelectorAll('img')].every((img) => img.complete && img.naturalWidth > 0));
    await Promise.all([page.waitForNavigation(), page.click('a[href="ostrand/"]')]);
    await until(page, 'the page’s scripts', () => 'proxynet' in window);
    await page.evaluate(() => window.proxynet.ready);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.viewer), 'live');
    assert.equal(await page.evaluate(() => Object.keys(window.proxynet.positions()).length), 5 + 5);
    assert.deepEqual(errors, []);
  } finally {
    await tester.close();
  }
});
