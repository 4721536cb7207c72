// The author's view of an unfinished network: serve follows every save, and the page
// shows the findings of check.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newSession, Tester, until } from '../test/browser/browser.js';

const harbour = await readFile(new URL('../../network/file/testdata/harbour.yaml', import.meta.url), 'utf8');
const text = await readFile(new URL('../../network/file/testdata/harbour.txt', import.meta.url), 'utf8');

/** @type {Tester} */
let tester;
/** @type {string} */
let folder;
/** @type {import('node:child_process').ChildProcess} */
let server;
/** An article with eight frames of the network. */
const article = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(`<!doctype html><title>Article</title>${`<iframe src="${tester.address}" width="600" height="400"></iframe>`.repeat(8)}`);
});
/** @type {string} */
let articleAddress;
let said = '';

/** Waits until a reloaded page is complete. @param {import('puppeteer-core').Page} page */
async function ready(page) {
  await until(page, 'the page’s scripts', () => 'proxynet' in window);
  await page.evaluate(() => window.proxynet.ready);
}

/** @param {string} text */
const save = (text) => writeFile(join(folder, 'network.yaml'), text);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-live-'));
  await writeFile(join(folder, 'article.txt'), text);
  await save(harbour.replace('root: council\n', ''));
  await new Promise((resolve) => { article.listen(0, '127.0.0.1', () => resolve(undefined)); });
  articleAddress = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (article.address()).port}`;
  const command = /** @type {string} */ (process.env.PROXYNET);
  server = spawn(command, ['serve', '--network', join(folder, 'network.yaml'), '--article', join(folder, 'article.txt'), '--addr', '127.0.0.1:0', '--embed-in', articleAddress]);
  const address = await new Promise((resolve, reject) => {
    server.on('exit', (status) => reject(new Error(`the server ended with status ${status}:\n${said}`)));
    server.stderr?.on('data', (text) => { said += text; });
    server.stdout?.on('data', (text) => {
      said += text;
      const found = /Open (http:\/\/\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  tester = new Tester(await newSession(), address, () => server.kill());
});

after(async () => {
  article.close();
  await tester?.close();
  await rm(folder, { recursive: true });
});

test('live: the page shows every save, and the findings', async () => {
  const { page, errors } = await tester.open({ still: true });
  const banner = () => page.evaluate(() => {
    const found = /** @type {HTMLElement|null} */ (document.querySelector('#live'));
    return found && !found.hidden ? { text: found.innerText, open: found.querySelector('details')?.open } : null;
  });

  await until(page, 'the error of the first file', () => document.querySelector('#live li')?.textContent?.includes('it has no root yet'));
  assert.match((await banner())?.text ?? '', /1 error: nothing can be shown yet[^]*network\.yaml:2 ostrand/);

  await save(harbour);
  await until(page, 'the corrected network', () => document.querySelector('h1')?.textContent === 'Who runs the harbour of Ostrand');
  await ready(page);
  await until(page, 'the warnings', () => document.querySelector('#live summary')?.textContent === '7 warnings');
  assert.equal((await banner())?.open, false, 'warnings are shown in one line');
  await page.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'yard' }));
  await until(page, 'the selection in the address', () => location.hash.includes('select=yard'));

  await save(harbour.replace('exact: The pilots’ guild opposes the board', 'exact: The pilots guild opposes the board'));
  await until(page, 'the misquote', () => document.querySelector('#live pre')?.textContent === 'The [-pilots-] {+pilots’+} guild opposes the board');
  assert.match((await banner())?.text ?? '', /^1 error: the last network without errors is shown/);
  assert.equal(await page.$eval('h1', (e) => e.textContent), 'Who runs the harbour of Ostrand');
  assert.match(said, /\[misquote\]\n {4}The \[-pilots-\] \{\+pilots’\+\} guild/, 'the terminal says it too');

  await save(`${harbour.slice(0, harbour.length / 2)}\n  - {`); // half a file
  await until(page, 'the YAML’s error', () => document.querySelector('#live li')?.textContent?.includes('does not parse as YAML'));
  assert.equal(await page.$eval('h1', (e) => e.textContent), 'Who runs the harbour of Ostrand');

  await save(harbour.replace('title: Who runs the harbour of Ostrand', 'title: Who runs Ostrand'));
  await until(page, 'the new title', () => document.querySelector('h1')?.textContent === 'Who runs Ostrand');
  await ready(page);
  assert.equal(await page.evaluate(() => window.proxynet.state.select), 'yard', 'the state survives the reload');
  // A reload may abort requests of the page before it.
  assert.deepEqual(errors.filter((error) => !error.includes('ERR_ABORTED')), []);
  await page.close();
});

for (const phone of [false, true]) {
  test(`live: the page is below the banner, which can be closed: ${phone ? 'phone' : 'desktop'}`, async () => {
    await save(harbour.replace('exact: The pilots’ guild opposes the board', 'exact: The pilots guild opposes the board'));
    const { page } = await tester.open({ phone, still: true });
    await ready(page);
    await until(page, 'the banner, open', () => document.querySelector('#live details')?.hasAttribute('open'));
    await until(page, 'the page below it', () => {
      const bottom = Number(document.querySelector('#live')?.getBoundingClientRect().bottom);
      return bottom > 60 && Math.abs(Number(document.querySelector('.page')?.getBoundingClientRect().top) - bottom) < 1;
    });
    for (const selector of ['h1', '#search', '#share', '#picture']) {
      assert.ok(await page.$eval(selector, (element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return top >= 0 && bottom <= innerHeight && !over?.closest('#live');
      }), `${selector} is covered`);
    }
    await page.evaluate(() => document.querySelector('#search')?.dispatchEvent(new FocusEvent('focus')));
    await until(page, 'the sheet’s head below the banner', () => Number(document.querySelector('#search')?.getBoundingClientRect().top) >= Number(document.querySelector('#live')?.getBoundingClientRect().bottom));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('#live') !== null), true, 'the banner comes first');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#live button')).focus());
    await page.keyboard.press('Enter');
    await until(page, 'the page at the top', () => document.querySelector('.page')?.getBoundingClientRect().top === 0);
    await save(harbour.replace('exact: The pilots’ guild opposes the board', 'exact: The pilots, guild opposes the board'));
    await until(page, 'other news', () => document.querySelector('#live')?.checkVisibility());
    await page.close();
  });
}

/** The titles of pages or frames. @param {(import('puppeteer-core').Page|import('puppeteer-core').Frame)[]} pages */
const titles = (pages) => Promise.all(pages.map((page) => page.evaluate(() => document.querySelector('h1')?.textContent ?? '').catch(() => '')));

/**
 * Waits until all pages or frames show a title.
 * @param {(import('puppeteer-core').Page|import('puppeteer-core').Frame)[]} pages
 * @param {string} title
 */
async function allShow(pages, title) {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await titles(pages);
    if (found.every((text) => text === title)) return;
    if (Date.now() > end) assert.fail(`the titles are ${found.join(', ')}`);
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
}

test('live: twelve tabs load and follow every save, whichever are closed', async () => {
  await save(harbour);
  const pages = [];
  for (let i = 0; i < 12; i++) {
    const page = await tester.browser.newPage();
    pages.push(page);
    await page.goto(tester.address, { timeout: 60_000 });
    await allShow([page], 'Who runs the harbour of Ostrand'); // the first may reload before that
    await ready(page);
  }
  await save(harbour.replace('title: Who runs the harbour of Ostrand', 'title: Who runs Ostrand'));
  await allShow(pages, 'Who runs Ostrand');
  for (const page of pages.splice(0, 5)) await page.close(); // including the one that waits for events
  await save(harbour.replace('title: Who runs the harbour of Ostrand', 'title: Who ran Ostrand'));
  await allShow(pages, 'Who ran Ostrand');
  for (const page of pages) await page.close();
});

test('live: an article with eight frames of the server loads and follows every save', async () => {
  await save(harbour);
  const page = await tester.browser.newPage();
  try {
    await page.goto(articleAddress, { timeout: 60_000 });
    const frames = page.frames().slice(1);
    assert.equal(frames.length, 8);
    await allShow(frames, 'Who runs the harbour of Ostrand');
    await save(harbour.replace('title: Who runs the harbour of Ostrand', 'title: Who runs Ostrand'));
    await allShow(page.frames().slice(1), 'Who runs Ostrand');
  } finally {
    await page.close();
  }
});
