// A hostile graph in an article: what its frame can do to the page around it, in a real
// browser.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { pause, until } from '../test/browser/browser.js';
import { initialState } from '../state/store.js';
import { errorsOf, frameOf, live, startHost } from '../test/browser/article.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
/** @type {import('node:http').Server} */
let server;
/** The hostile site's responses; "/" is the graph's page. @type {Record<string, string>} */
let pages = {};
let evil = '';

before(async () => {
  host = await startHost();
  server = createServer((request, response) => {
    const name = request.url ?? '';
    const svg = /picture\.\w+\.svg$/.test(name);
    response.writeHead(svg || pages[name] ? 200 : 404, { 'Content-Type': svg ? 'image/svg+xml' : 'text/html' });
    response.end(svg ? '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>' : pages[name]);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  evil = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
});
after(async () => {
  await host.close();
  server.close();
});

const TEXT = `<div id="text">${`<p>${'The quick brown fox jumps over the lazy dog while the minister meets the general. '.repeat(8)}</p>`.repeat(20)}</div>`;

/** A graph's page that follows the protocol, then runs a script. @param {string} script */
const graph = (script) => `<!doctype html><title>A graph</title><body style="margin:0"><button style="position:fixed;inset:0;width:100%;height:100%">A graph</button><script>
  const state = ${JSON.stringify(initialState)};
  const asked = [];
  let port;
  const send = (message) => port.postMessage(typeof message === 'string' ? message : JSON.stringify(message));
  const here = () => parent.postMessage({ proxynet: 1, type: 'here', nonce: '0'.repeat(32) }, '*');
  const click = (act) => document.querySelector('button').addEventListener('click', () => { console.log('clicked'); act(); });
  let ports = 0;
  addEventListener('message', ({ ports: [given] }) => {
    ports++;
    port = given;
    port.onmessage = ({ data }) => asked.push(JSON.parse(data).type);
    if (ports > 1) return;
    send({ type: 'ready', state });
    setTimeout(() => { ${script} }, 500);
  });
  here();
</script>`;

/** Opens an article with the graph. @param {string} script */
async function open(script) {
  pages = { '/': graph(script), '/phish': '<!doctype html><title>phish</title>phish', '/window': `<!doctype html><title>window</title><script>
    try { opener.top.location = '${evil}phish'; } catch {}
    try { opener.parent.location = '${evil}phish'; } catch {}
    try { open('${evil}phish', '_top'); } catch {}
  </script>` };
  const opened = await host.open(`${host.script}<input id="mine"><proxy-network src="${evil}" article="#text" height="300"></proxy-network>${TEXT}`);
  await live(opened.page);
  return opened;
}

/** Clicks on the graph. @param {Page} page */
async function click(page) {
  const { x, y } = await page.$eval('proxy-network', (element) => element.getBoundingClientRect().toJSON());
  await page.mouse.click(x + 200, y + 150);
}

for (const [name, script] of Object.entries({
  'its top': 'click(() => { top.location = location.origin + "/phish"; });',
  'its parent, by address': 'click(() => { parent.location.href = location.origin + "/phish"; });',
  'a link to the top': 'const a = Object.assign(document.createElement("a"), { href: "/phish", target: "_top" }); document.body.append(a); click(() => a.click());',
  'a link to the parent': 'const a = Object.assign(document.createElement("a"), { href: "/phish", target: "_parent" }); document.body.append(a); click(() => a.click());',
  'a form to the top': 'const f = Object.assign(document.createElement("form"), { action: "/phish", target: "_top" }); document.body.append(f); click(() => f.submit());',
  'window.open of the top': 'click(() => open("/phish", "_top"));',
  'a window that it opens': 'click(() => open("/window"));',
  'dialogs': 'window.dialogs = 1; try { alert(1); confirm(1); prompt(1); print(); } catch {}',
})) {
  test(`sandbox: a graph can’t navigate the article: ${name}`, async () => {
    const { page } = await open(script);
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs++;
      dialog.dismiss();
    });
    let clicked = name === 'dialogs';
    page.on('console', (message) => { clicked ||= message.text() === 'clicked'; });
    const before = page.url();
    await pause(1000);
    for (let i = 0; i < 20 && !clicked; i++) { // Chromium takes a while to route clicks to a new frame
      await click(page);
      await pause(200);
    }
    assert.ok(clicked, 'the click is lost');
    await pause(1500);
    assert.equal(page.url(), before);
    assert.equal(await page.title(), 'An article');
    assert.equal(dialogs, 0);
    await page.close();
  });
}

test('sandbox: a link opens in a new tab without the sandbox', async () => {
  const { page } = await host.open(`${host.script}<proxy-network src="${host.address}" height="600"></proxy-network>`);
  await live(page);
  const frame = await frameOf(page);
  const opened = new Promise((done) => page.browser().once('targetcreated', done));
  const { x, y } = await page.$eval('proxy-network', (element) => element.getBoundingClientRect().toJSON());
  const link = await frame.$eval('a.whole', (link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(x + link.x, y + link.y);
  const tab = /** @type {Page} */ (await (await opened).page());
  await until(tab, 'the graph’s own page', () => 'proxynet' in window);
  assert.equal(await tab.evaluate(() => origin), new URL(host.address).origin, 'the tab has no origin: it is sandboxed');
  assert.equal(await tab.evaluate(() => opener), null);
  await tab.close();
  await page.close();
});

test('sandbox: a graph of the article’s own origin goes live', async () => {
  const { page } = await host.open('<p>An article</p>');
  await page.goto(`${host.address}article.html`);
  await page.evaluate(async () => {
    await customElements.whenDefined('proxy-network');
    const element = /** @type {import('./embed.js').ProxyNetworkElement} */ (document.querySelector('proxy-network'));
    element.scrollIntoView();
    await element.ready;
  });
  await page.close();
});

/** Unsolicited messages. @type {Record<string, string>} */
const FLOODS = {
  'the passages, again and again': `const passages = [];
    for (let i = 0; i < 500; i++) passages.push({ id: 'p' + i, exact: 'the minister meets the general ' + i, prefix: '', suffix: '', paragraph: 1, start: 0 });
    for (let i = 0; i < 40; i++) send({ type: 'book', book: { language: 'en', passages, rests: {}, supports: {} } });`,
  'claims, again and again': `const text = 'x'.repeat(1000000);
    for (let i = 0; i < 100; i++) send({ type: 'claims', claims: { lang: 'en', title: text, source: '', claimsHeading: '', passagesHeading: '', claims: [], passages: [] } });`,
  'that it is ready, 20,000 times': `for (let i = 0; i < 20000; i++) send({ type: 'ready', state });`,
  'that it is there, 20,000 times': `for (let i = 0; i < 20000; i++) here(); setTimeout(() => document.title = ports, 1000)`,
  'a text of 100 million letters': `send('"' + 'a'.repeat(1e8) + '"');`,
  'lists in lists': `send('{"type":"change","state":' + '['.repeat(1e5) + ']'.repeat(1e5) + '}'); send('['.repeat(2e6));`,
  'answers to no question': `for (let i = 0; i < 20000; i++) send({ type: 'answer', id: i, error: 'x', positions: null, frames: null });`,
};

for (const [name, script] of Object.entries(FLOODS)) {
  test(`sandbox: the article is not slowed down by a graph that sends ${name}`, async () => {
    const { page, warnings } = await open('');
    const session = await page.createCDPSession();
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    /** Seconds of the processor's time that the article's thread took. */
    const busy = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    await pause(800);
    const [before, idle] = [await heap(), await busy()];
    const frame = await frameOf(page);
    await frame.evaluate(script);
    await pause(4000);
    const took = await busy() - idle;
    const grown = await heap() - before;
    assert.ok(grown < 8e6, `the article’s heap grew by ${Math.round(grown / 1e6)} MB`);
    assert.ok(warnings.length < 20, `${warnings.length} warnings`);
    assert.deepEqual(await errorsOf(page), []);
    assert.ok(took < 2, `the article took ${took.toFixed(1)} s`);
    await page.close();
  });
}

test('sandbox: a second greeting gets no second port', async () => {
  const { page } = await open('');
  const frame = await frameOf(page);
  await frame.evaluate('for (let i = 0; i < 100; i++) here();');
  await pause(500);
  assert.ok(Number(await frame.evaluate('ports')) <= 2, 'one for each load, and one before it');
  await page.close();
});

test('sandbox: a selection with the name of an object property is no error', async () => {
  const { page } = await open('');
  const frame = await frameOf(page);
  await pause(500);
  await frame.evaluate(`send({ type: 'book', book: { language: 'en', passages: [{ id: 'p', exact: 'quick brown fox jumps over the lazy dog', prefix: '', suffix: '', paragraph: 1, start: 0 }], rests: { a: ['p'] }, supports: { p: ['a'] } } })`);
  await pause(1500);
  for (const id of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf', 'a']) {
    await frame.evaluate(`send({ type: 'change', state: { ...state, select: '${id}' }, action: { type: 'select', id: '${id}' } })`);
    await until(page, `the selection of ${id}`, (id) => document.querySelector('proxy-network')?.state.select === id, id);
  }
  assert.deepEqual(await errorsOf(page), []);
  await page.close();
});

test('sandbox: a redirect to another origin is not followed without a sandbox', async () => {
  const { page } = await open('');
  const around = createServer((request, response) => {
    if (request.url === '/') response.end(`<!doctype html><title>An article</title><script type="module" src="${host.address}embed.js"></script><proxy-network src="/graph/" height="300"></proxy-network>`);
    else response.writeHead(302, { Location: evil }).end();
  });
  await new Promise((done) => around.listen(0, '127.0.0.1', () => done(null)));
  await page.goto(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (around.address()).port}/`);
  const why = await page.evaluate(async () => {
    await customElements.whenDefined('proxy-network');
    return document.querySelector('proxy-network')?.ready.then(() => '', (error) => error.message);
  });
  assert.match(String(why), /redirects to another origin/);
  assert.equal(page.frames().length, 1);
  await page.close();
  around.closeAllConnections();
  around.close();
});
