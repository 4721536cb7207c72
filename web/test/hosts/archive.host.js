// An article with an embed, replayed from a web archive offline: the picture, the live
// graph in its frame, and the passages. wabac.js, the library of ReplayWeb.page,
// rewrites the addresses and wraps the scripts of replayed pages, as pywb does in other
// archives. Run by `make test-archive`, with SHOTS=folder for a picture.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { element } from '../../share/snippet.js';
import { initialState } from '../../state/store.js';
import { PATIENCE, launch, until } from '../browser/browser.js';
import { archive, serveArchive } from './archive.js';

const worker = process.env.WABAC ?? '';
const ARTICLE = 'https://news.example/2026/quds.html';
const SITE = 'https://graphs.example/quds/';

test('web archive: replays picture, graph and passages', { skip: worker ? false : 'needs wabac.js from npm' }, async () => {
  const snippet = element({ address: SITE, root: SITE, language: 'en', title: 'The network', figure: [390, 1136] }, { ...initialState, select: 'qaani' });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title></head><body style="max-width: 45rem; margin: 1rem auto; font: 18px/1.5 serif"><h1>An article</h1><p>Its first words.</p>${snippet}<p>Its last words.</p></body></html>`;
  const host = await serveArchive(await archive({ address: ARTICLE, html }, { address: SITE, folder: process.env.SITE ?? '' }), worker);
  const browser = await launch('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 900 });
    await page.goto(`${host.address}#${ARTICLE}`);
    await until(page, 'the archive', () => document.title !== 'Replay');
    assert.equal(await page.title(), 'Loaded');
    host.stop(); // offline from here on
    const asked = host.asked.length;
    const frame = async (/** @type {string} */ address) => page.waitForFrame((frame) => frame.url().includes(address), { timeout: PATIENCE });
    const article = await frame(`mp_/${ARTICLE}`);
    await article.waitForFunction(() => (document.querySelector('proxy-network')?.shadowRoot?.querySelector('img')?.naturalWidth ?? 0) > 0, { timeout: PATIENCE });
    await article.waitForSelector('proxy-network:defined', { timeout: PATIENCE });
    await article.$eval('proxy-network', async (element) => { element.scrollIntoView(); await element.ready; });
    const graph = await frame(`if_/${SITE}`);
    const passages = async (/** @type {string} */ node) => {
      await article.$eval('proxy-network', (element, id) => element.dispatch({ type: 'select', id }), node);
      await graph.waitForFunction((id) => document.querySelector('#panel blockquote') && window.proxynet.state.select === id, { timeout: PATIENCE }, node);
      return graph.$eval('#panel', (panel) => panel.textContent ?? '');
    };
    assert.match(await passages('qaani'), /Qaani/);
    assert.match(await passages('soleimani'), /Soleimani/);
    assert.deepEqual(host.asked.slice(asked), [], 'the browser asked the server for what the archive has');
    if (process.env.SHOTS) {
      await mkdir(process.env.SHOTS, { recursive: true });
      await page.screenshot({ path: join(process.env.SHOTS, 'archive.png') });
    }
  } finally {
    await browser.close();
    host.stop();
  }
});
