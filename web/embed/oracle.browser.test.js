// A cross-origin graph tries to learn the text of the article around it: it sends
// guesses, and its server offers them as passages.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { pause, until } from '../test/browser/browser.js';
import { initialState } from '../state/store.js';
import { errorsOf, startHost } from '../test/browser/article.js';

/** @import {AddressInfo} from 'node:net' */

/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
/** The messages that the frame received, in order. @type {string[]} */
let received = [];
/** @type {import('node:http').IncomingMessage[]} */
let asked = [];
/** The script of the frame. */
let attack = '';

const GUESSES = ['Jane Miller, your subscription ends', 'your subscription ends 9 June 2026', 'the minister was bribed by a company'];
const PASSAGES = JSON.stringify({
  format: 1, languages: ['en'], paragraphs: [],
  passages: GUESSES.map((exact, i) => ({ id: `g${i}`, source: 0, exact, paragraph: 1 })),
  rests: [['n', GUESSES.map((_, i) => `g${i}`)]],
});

const server = createServer((request, response) => {
  asked.push(request);
  const { pathname } = new URL(request.url ?? '', 'http://x');
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (pathname === '/received') {
    let text = '';
    request.on('data', (part) => { text += part; });
    request.on('end', () => received.push(text));
    return response.end();
  }
  if (pathname === '/passages.0123456789abcdef.json') return response.end(PASSAGES);
  response.setHeader('Content-Type', 'text/html');
  return response.end(`<!doctype html><script>
    const state = ${JSON.stringify(initialState)}, guesses = ${JSON.stringify(GUESSES)};
    const report = (text) => fetch('/received', { method: 'POST', body: text });
    addEventListener('message', ({ ports: [port] }) => {
      if (!port) return;
      port.onmessage = ({ data }) => report(data);
      const send = (message) => port.postMessage(JSON.stringify(message));
      send({ type: 'passages', file: 'passages.0123456789abcdef.json' });
      send({ type: 'ready', state });
      setTimeout(() => { ${attack}; report('end'); }, 2000);
    });
    parent.postMessage({ proxynet: 1, type: 'here', nonce: '0'.repeat(32) }, '*');
  </script>`);
});

before(async () => {
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  host = await startHost();
});
after(async () => {
  await host.close();
  server.close();
});

/**
 * The messages that a frame gets in an article with a text, and the state of the
 * article's page.
 * @param {string} text
 * @param {string} does
 */
async function learn(text, does) {
  [received, asked, attack] = [[], [], does];
  const address = `http://localhost:${/** @type {AddressInfo} */ (server.address()).port}/`;
  const { page, errors: logged } = await host.open(`<style>proxy-network { --proxynet-ink: #000 }</style>${host.script}<div id="text">${text}</div><proxy-network src="${address}" article="#text" follow select="n" height="300"></proxy-network>`);
  await page.$eval('proxy-network', (element) => element.ready);
  for (let i = 0; i < 100 && !received.includes('end'); i++) await new Promise((next) => setTimeout(next, 100));
  await page.evaluate(() => scrollBy(0, 1));
  await pause(500);
  const known = await page.$eval('proxy-network', (element) => element.passages);
  const status = await page.$eval('proxy-network', (element) => element.shadowRoot?.querySelector('.reading [role=status]')?.textContent);
  const errors = await errorsOf(page);
  await page.close();
  const paths = asked.map(({ method, url }) => `${method} ${url}`).filter((path) => !path.includes('favicon'));
  return { received: [...received].sort(), paths: paths.sort(), known, status, errors, logged: logged.filter((line) => !/404|500|decod|picture/.test(line)) };
}

const SECRET = '<p>Welcome back Jane Miller, your subscription ends 9 June 2026.</p><p>A source told us that the minister was bribed by a company.</p>';
const PLAIN = '<p>Welcome to our page, of which there is no more to say on this day of June.</p><p>Nobody told us anything about anybody and his company.</p>';

/** @type {[string, string][]} */
const attacks = [
  ['nothing but its file', ''],
  ['books of guesses, as frames once could', 'for (let i = 0; i < 9; i++) send({ type: "book", book: { language: "en", passages: guesses.map((exact, i) => ({ id: "b" + i, exact, prefix: "", suffix: "", paragraph: 1, start: 0 })), rests: {}, supports: {} } })'],
  ['selections of what it guesses', 'for (const select of ["g0", "g1", "n", "toString", "constructor", "__proto__", null]) send({ type: "change", state: { ...state, select }, action: { type: "select", id: select } })'],
  ['orders that are the article’s', 'for (const type of ["unfound", "read", "book", "print"]) send({ type, passages: ["g0"], id: 1 })'],
];
for (const [name, does] of attacks) {
  test(`embed oracle: a frame learns nothing of the article's text from ${name}`, async () => {
    const [secret, other] = [await learn(SECRET, does), await learn(PLAIN, does)];
    assert.deepEqual([...secret.known.found].sort(), ['g0', 'g1', 'g2'], 'the article’s own page finds them');
    assert.deepEqual(other.known.found, []);
    assert.ok(secret.received.includes('end') && secret.received.length > 1, 'the frame receives something');
    assert.deepEqual(secret.received, other.received);
    assert.deepEqual(secret.paths.filter((path) => !path.includes('/received')), other.paths.filter((path) => !path.includes('/received')));
    for (const { errors, logged } of [secret, other]) assert.deepEqual([errors, logged], [[], []]);
  });
}

test('embed oracle: the article\'s own page shows the reader what was found', async () => {
  const { page } = await host.open(`${host.script}<div id="text">${SECRET}</div><proxy-network src="http://localhost:${/** @type {AddressInfo} */ (server.address()).port}/" article="#text" height="300"></proxy-network>`);
  attack = 'send({ type: "change", state: { ...state, select: "n" }, action: { type: "select", id: "n" } })';
  await page.reload();
  await until(page, 'the bar', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.reading [role=status]')?.textContent === '3 passages here');
  await page.close();
});
