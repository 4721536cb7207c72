// Embeds report exceeded limits to the reader and in the console. In a real browser,
// with a cross-origin frame.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { newSession, pause, serve, until } from '../test/browser/browser.js';

/** @import {Session} from '../test/browser/browser.js' */

const run = promisify(execFile);
const command = /** @type {string} */ (process.env.PROXYNET);
const harbour = await readFile(new URL('../../network/file/testdata/harbour.yaml', import.meta.url), 'utf8');
const text = await readFile(new URL('../../network/file/testdata/harbour.txt', import.meta.url), 'utf8');

/** @type {Session} */
let browser;
/** @type {string} */
let folder;
/** @type {(() => void)[]} */
const stops = [];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-limits-'));
  browser = await newSession();
});
after(async () => {
  await browser?.close();
  for (const stop of stops) stop();
  await rm(folder, { recursive: true });
});

/**
 * Builds a network, embeds it in an article, and prints the article.
 * @param {string} name
 * @param {string} yaml
 * @param {string} article
 */
async function printed(name, yaml, article) {
  const [file, source] = [join(folder, `${name}.yaml`), join(folder, `${name}.txt`)];
  await writeFile(file, yaml);
  await writeFile(source, article);
  const { stdout, stderr } = await run(command, ['build', '--network', file, '--article', source, '-o', join(folder, name), '--draft', '--precompress=false']);
  const site = await serve(join(folder, name));
  const address = site.address.replace('127.0.0.1', 'localhost');
  const host = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><script type="module" src="${address}embed.js"></script><proxy-network src="${address}" article="#text" height="500"></proxy-network><div id="text">${article.split('\n').slice(0, 30).map((line) => `<p>${line}</p>`).join('')}</div>`);
  });
  await new Promise((done) => host.listen(0, '127.0.0.1', () => done(null)));
  stops.push(site.stop, () => host.close());
  const page = await browser.newPage();
  /** @type {string[]} */
  const warnings = [];
  page.on('console', (message) => { if (message.type() === 'warn') warnings.push(message.text()); });
  await page.goto(`http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (host.address()).port}/`);
  await page.evaluate(async () => {
    await customElements.whenDefined('proxy-network');
    await document.querySelector('proxy-network')?.ready;
  });
  let claims = '';
  for (let i = 0; i < 60 && claims === ''; i++) { // requested while the browser is idle
    await pause(250);
    claims = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return document.querySelector('proxy-network')?.shadowRoot?.querySelector('.claims')?.textContent ?? '';
    });
  }
  return { page, claims, warnings, said: stdout + stderr };
}

test('embed limits: an inference of 5,000 characters is printed with all claims', async () => {
  const long = `${'It follows from what the council did and did not say. '.repeat(100)}That is all.`;
  const yaml = harbour.replace(/^( *)inference: .*$/m, `$1inference: "${long}"`);
  assert.ok(yaml.includes(long), 'the network has no inference');
  const { page, claims, warnings } = await printed('long', yaml, text);
  assert.ok(claims.includes('That is all.'), claims.slice(0, 200));
  assert.deepEqual(warnings, []);
  await page.close();
});

test('embed limits: with 1,100 passages those found are marked, and unprinted claims are reported', async () => {
  const lines = Array.from({ length: 1100 }, (_, i) => `Ship number ${i} left the harbour of Ostrand with ${i + 7} barrels on board.`);
  const passages = lines.map((line, i) => `  - {id: ship-${i}, paragraph: ${text.split('\n').filter(Boolean).length + i + 1}, exact: "${line.slice(0, -1)}"}`).join('\n');
  const rests = lines.map((_, i) => `ship-${i}`).join(', ');
  const yaml = harbour.replace(/^passages:.*$/m, (head) => `${head}\n${passages}`).replace(/(- \{id: council, .*passages: \[)/, (head) => `${head}${rests}, `);
  const article = `${text.trimEnd()}\n${lines.join('\n')}\n`;
  const { page, claims, warnings, said } = await printed('many', yaml, article);
  await until(page, 'passages that are marked', () => [...CSS.highlights.values()].some((all) => all.size >= 5));
  assert.match(claims, /too many claims to print here/);
  assert.ok(warnings.some((warning) => /claims are not printed: .*too large for one page/.test(warning)), String(warnings));
  assert.match(said, /claims are not in the printed article \(it has \d+ nodes.*and a page holds 600\)/);
  await page.close();
});
