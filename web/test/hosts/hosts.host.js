// The shipped configurations in their servers: every header, type and compressed
// variant over HTTP; the page, a sandboxed frame and the desk in Chromium. Run by `make
// test-hosts`.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
/** @import {Browser} from 'puppeteer-core' */
import { launch } from '../browser/browser.js';
import { serve } from './servers.js';

const site = process.env.SITE ?? '';
/** A folder of the desk, for which these configurations were not made. */
const desk = mkdtempSync(join(tmpdir(), 'proxynet-desk-'));
execFileSync(process.env.PROXYNET ?? '', ['desk', '-o', desk, '--force', '--precompress=false'], { stdio: 'ignore' });
after(() => rmSync(desk, { recursive: true }));
const HASHED = /(^|[/.])[0-9a-f]{16}[/.]/;

/** The headers for all responses in the site's _headers file. */
const headers = (await readFile(join(site, '_headers'), 'utf8')).split('\n').slice(1).map((line) => /^ {2}([^:]+): (.*)$/.exec(line)).map((m) => m && [m[1], m[2]]);
const always = /** @type {[string, string][]} */ (headers.slice(0, headers.indexOf(null)));
const files = (await readdir(site, { recursive: true })).filter((name) => /\.[a-z]+$/.test(name) && !/\.(br|gz)$/.test(name));

/** @type {Record<string, RegExp>} */
const TYPES = {
  html: /^text\/html/, css: /^text\/css/, js: /^(text|application)\/javascript/, json: /^application\/json/,
  svg: /^image\/svg\+xml/, txt: /^text\/plain/, png: /^image\/png$/, wasm: /^application\/wasm$/,
};

/**
 * A response without decompression.
 * @param {string} address
 * @param {Record<string, string>} [ask] headers
 * @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, body: Uint8Array}>}
 */
const get = (address, ask = {}) => new Promise((done, fail) => {
  request(address, { headers: ask }, (response) => {
    /** @type {Uint8Array[]} */
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: new Uint8Array(Buffer.concat(parts)) }));
  }).on('error', fail).end();
});

test('headers: the site lists those that it needs', () => {
  assert.ok(always.some(([name]) => name === 'Content-Security-Policy') && always.some(([name]) => name === 'Access-Control-Allow-Origin'));
  assert.ok(files.some((name) => HASHED.test(name)) && files.some((name) => !HASHED.test(name)));
});

/** Opens the desk on nginx with the configuration for a site: its engine must start. @param {Browser} browser */
async function startDesk(browser) {
  const { address, stop } = await serve('nginx', desk);
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.engine === 'ready', { timeout: 60_000 });
    await page.close();
  } finally {
    await stop();
  }
}

for (const name of /** @type {const} */ (['nginx', 'caddy'])) {
  test(name, async (t) => {
    const server = await serve(name, site);
    t.after(server.stop);

    await t.test('each file: headers, type, caching, and its twins', async () => {
      for (const file of files) {
        const plain = new Uint8Array(await readFile(join(site, file)));
        const answer = await get(server.address + file);
        assert.equal(answer.status, 200, file);
        for (const [header, want] of always) assert.equal(answer.headers[header.toLowerCase()], want, `${file}: ${header}`);
        assert.match(answer.headers['content-type'] ?? '', TYPES[file.split('.').at(-1) ?? ''], file);
        assert.equal(answer.headers['cache-control'], HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache', file);
        assert.equal(answer.headers['content-encoding'], undefined, file);
        assert.deepEqual(answer.body, plain, file);
        if (file.endsWith('.png')) continue;
        for (const [coding, decode] of /** @type {const} */ ([['br', brotliDecompressSync], ['gzip', gunzipSync]])) {
          const small = await get(server.address + file, { 'Accept-Encoding': coding });
          assert.equal(small.headers['content-encoding'], coding, `${file} in ${coding}`);
          assert.match(small.headers['content-type'] ?? '', TYPES[file.split('.').at(-1) ?? ''], `${file} in ${coding}`);
          assert.match(small.headers.vary ?? '', /accept-encoding/i, `${file} in ${coding}`);
          assert.ok(small.body.length < plain.length, `${file} in ${coding}`);
          assert.deepEqual(new Uint8Array(decode(small.body)), plain, `${file} in ${coding}`);
        }
      }
    });

    await t.test('the folder serves its page, unchanged files get 304, missing ones 404', async () => {
      const page = await get(server.address);
      assert.equal(page.status, 200);
      assert.match(new TextDecoder().decode(page.body), /proxynet-network/);
      const again = await get(server.address, { 'If-None-Match': page.headers.etag ?? '' });
      assert.equal(again.status, 304);
      const gone = await get(`${server.address}nothing.js`);
      assert.equal(gone.status, 404);
      assert.equal(gone.headers['x-content-type-options'], 'nosniff');
      assert.equal((await get(`${server.address}_headers`)).status, 404);
    });

    await t.test('in Chromium: the page, and a sandboxed frame of it in a page of another host', async () => {
      const browser = await launch();
      try {
        for (const framed of [false, true]) {
          const page = await browser.newPage();
          /** @type {string[]} */
          const errors = [];
          page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) errors.push(message.text()); });
          page.on('pageerror', (error) => errors.push(String(error)));
          if (framed) await page.setContent(`<iframe sandbox="allow-scripts" src="${server.address}" width="800" height="700"></iframe>`);
          else await page.goto(server.address);
          const frame = framed ? await page.waitForFrame((frame) => frame.url().startsWith(server.address)) : page.mainFrame();
          await frame.waitForFunction(() => 'proxynet' in window, { timeout: 60_000 });
          await frame.evaluate(() => window.proxynet.ready);
          assert.deepEqual(errors, []);
          await page.close();
        }
        if (name === 'nginx') await startDesk(browser); // Caddy's policy is the same
      } finally {
        await browser.close();
      }
    });
  });
}
