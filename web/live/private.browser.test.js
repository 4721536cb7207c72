// An unfinished network is for its author only: a page of another origin in the same
// browser gets nothing of it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newSession, pause } from '../test/browser/browser.js';

/** @import {Session} from '../test/browser/browser.js' */

const harbour = await readFile(new URL('../../network/file/testdata/harbour.yaml', import.meta.url), 'utf8');
const article = await readFile(new URL('../../network/file/testdata/harbour.txt', import.meta.url), 'utf8');

/** @type {Session} */
let browser;
/** @type {string} */
let folder;
/** @type {(() => void)[]} */
const stops = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-private-'));
  await writeFile(join(folder, 'article.txt'), article);
  await writeFile(join(folder, 'network.yaml'), harbour);
  browser = await newSession();
});
after(async () => {
  await browser?.close();
  for (const stop of stops) stop();
  await rm(folder, { recursive: true });
});

/** Serves the network and returns the port. @param {string[]} more flags */
async function serve(...more) {
  const server = spawn(/** @type {string} */ (process.env.PROXYNET), ['serve', '--network', join(folder, 'network.yaml'), '--article', join(folder, 'article.txt'), '--addr', '127.0.0.1:0', ...more]);
  stops.push(() => server.kill());
  return new Promise((done, fail) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (text) => {
        said += text;
        const found = /Open http:\/\/\S+:(\d+)\//.exec(said);
        if (found) done(found[1]);
      });
    }
    server.on('exit', () => fail(new Error(said)));
  });
}

/** Serves a foreign page and returns the port. @param {() => string} html */
function elsewhere(html) {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(html());
  });
  stops.push(() => server.close());
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(/** @type {import('node:net').AddressInfo} */ (server.address()).port));
  });
}

/** The script of a foreign page: it tries to read the target, and keeps all that it gets. @param {string} target */
const attack = (target) => `<!doctype html><title>Somebody else’s</title><script>
  window.got = [];
  const keep = (what) => got.push(what);
  addEventListener('message', (event) => {
    if (event.data?.type !== 'here') return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => keep('message: ' + data.slice(0, 200));
    event.source.postMessage({ proxynet: 1, type: 'port', nonce: event.data.nonce }, '*', [port2]);
    for (const type of ['read', 'print']) port1.postMessage(JSON.stringify({ type }));
    port1.postMessage(JSON.stringify({ type: 'positions', id: 1 }));
  });
  fetch('${target}').then((r) => r.text()).then((text) => keep('read: ' + text.slice(0, 99)), () => {});
  fetch('${target}', { mode: 'no-cors' }).then(() => keep('reached without CORS'), () => {});
  new EventSource('${target}live/events').onmessage = ({ data }) => keep('heard: ' + data.slice(0, 99));
</script>
<iframe src="${target}"></iframe><iframe src="${target}" sandbox="allow-scripts"></iframe>
<object data="${target}" type="text/html"></object><embed src="${target}" type="text/html">
<img src="${target}picture.wide.svg" onload="keep('drawn')">
<script src="${target}embed.js" type="module" onload="keep('run: embed.js')"></script>
<link rel="stylesheet" href="${target}live/live.css" onload="keep('styled')">`;

for (const name of ['localhost', '127.0.0.1', '[::ffff:127.0.0.1]']) {
  test(`private: a page of another origin can read nothing of an unfinished network by ${name}`, async () => {
    const port = await serve();
    const other = await elsewhere(() => attack(`http://${name}:${port}/`));
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${other}/`, { waitUntil: 'load' });
    await pause(5000);
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'got')), []);
    for (const frame of page.frames().slice(1)) {
      const text = await frame.evaluate(() => document.body?.textContent ?? '').catch(() => '');
      assert.ok(!/harbour|Ostrand/i.test(text), `a frame has the network: ${text.slice(0, 99)}`);
    }
    await page.close();
  });
}

test('private: a page of another origin cannot access a window that it opens, and the author’s own tab works', async () => {
  const port = await serve();
  const other = await elsewhere(() => '<!doctype html><title>Somebody else’s</title><button>Open</button>');
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${other}/`);
  const opened = new Promise((done) => page.browserContext().once('targetcreated', done));
  await page.evaluate((target) => {
    document.querySelector('button')?.addEventListener('click', () => Reflect.set(window, 'opened', open(target)));
  }, `http://localhost:${port}/`);
  await page.click('button');
  const tab = await (await opened).page();
  await tab.waitForFunction(() => 'proxynet' in window);
  await tab.evaluate(() => window.proxynet.ready);
  assert.equal(await tab.evaluate(() => document.documentElement.dataset.viewer), 'live');
  assert.equal(await page.evaluate(() => /** @type {Window} */ (Reflect.get(window, 'opened')).closed), true, 'its opener still has its window');
  await tab.close();
  await page.close();
});

test('private: only a page of a listed origin may embed the network', async () => {
  let port = '';
  const host = () => `<!doctype html><title>The article</title><script type="module" src="http://localhost:${port}/embed.js"></script><proxy-network src="http://localhost:${port}/" height="500"></proxy-network>`;
  const listed = await elsewhere(host);
  const unlisted = await elsewhere(host);
  const around = await elsewhere(() => `<!doctype html><title>Around</title><iframe src="http://127.0.0.1:${listed}/" width="800" height="600"></iframe>`);
  port = await serve('--embed-in', `http://127.0.0.1:${listed}`);

  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${listed}/`);
  const title = await page.evaluate(async () => {
    await customElements.whenDefined('proxy-network');
    const element = /** @type {import('../embed/embed.js').ProxyNetworkElement} */ (document.querySelector('proxy-network'));
    await element.ready;
    await element.dispatch({ type: 'reset' });
    return element.shadowRoot?.querySelector('img')?.naturalWidth;
  });
  assert.ok(Number(title) > 0, 'its picture is not drawn');
  await page.close();

  const other = await browser.newPage();
  await other.goto(`http://127.0.0.1:${unlisted}/`);
  await other.evaluate((target) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: target }));
  }, `http://localhost:${port}/`);
  await pause(3000);
  assert.equal(await other.evaluate(() => customElements.get('proxy-network') === undefined), true, 'another page runs the script');
  assert.ok(!other.frames().some((frame) => frame.url().startsWith(`http://localhost:${port}`)), 'another page frames it');
  await other.close();

  const outer = await browser.newPage();
  await outer.goto(`http://127.0.0.1:${around}/`);
  await pause(3000);
  assert.ok(!outer.frames().some((frame) => frame.url().startsWith(`http://localhost:${port}`)), 'a page around the listed one frames it');
  await outer.close();
});

test('private: --embed-in accepts origins only, and only for an unfinished network', async () => {
  for (const flags of [['--network', 'x.yaml', '--embed-in', '*'], ['--network', 'x.yaml', '--embed-in', 'example.org'], ['--embed-in', 'https://example.org']]) {
    const run = spawn(/** @type {string} */ (process.env.PROXYNET), ['serve', ...flags]);
    let said = '';
    run.stderr.on('data', (text) => { said += text; });
    const status = await new Promise((done) => run.on('exit', done));
    assert.equal(status, 2, said);
    assert.match(said, /origin|built site/);
  }
});
