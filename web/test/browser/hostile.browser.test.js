// A network in which every text tries to run a script: none may run in the page, in its
// live picture, or in the files beside it. The page's policy would block most of them,
// so it is disabled here.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newSession, pause, serve, until } from './browser.js';
import { openOpen, smuggled, text } from './hostile.js';

/** @import {Session} from './browser.js' */

/** A network with hostile texts in every text field. */
function hostile() {
  const passages = ['p0', 'p1', 'p2'];
  return {
    format: 1, id: 'hostile', title: text(), summary: text(), lang: 'en', root: 'n0', lead: ['r0'],
    sources: [{ id: 'src', title: text(), author: text(), publisher: text(), lang: 'en', url: 'https://example.org/?"><script>ran()</script>', date: { edtf: '2020', words: text(), resolved: true, note: text() } }],
    speakers: [{ id: 's0', label: text(), kind: 'article' }, { id: 's1', label: text(), kind: 'named', role: text(), node: 'n1', passages: ['p2'] }],
    passages: passages.map((id, i) => ({ id, paragraph: i + 1, exact: text(), speaker: i === 2 ? 's1' : 's0', ...(i === 2 && { manner: 'quoted' }) })),
    nodes: Array.from({ length: 8 }, (_, i) => ({
      id: `n${i}`, label: text(), phrase: text(), aliases: [text()], names: { fa: text(), ar: text() },
      kind: ['state', 'force', 'person', 'alliance', 'group', 'people', 'target', 'group'][i], summary: text(), passages,
    })),
    relations: Array.from({ length: 8 }, (_, i) => ({
      id: `r${i}`, from: `n${i}`, to: `n${(i + 1) % 8}`, kind: ['command', 'arms', 'coordination', 'membership', 'attack', 'friendship', 'command', 'money'][i],
      verb: text(), status: 'implied', inference: text(), note: text(), period: { edtf: '2019/2021', words: text() }, passages,
    })),
    events: [{ id: 'e0', label: text(), date: { edtf: '2020-01-03', words: text() }, summary: text(), participants: [{ node: 'n0', role: text() }], passages }],
    story: [{ id: 'one', title: text(), text: text(), passages, state: { select: 'r0' } }, { id: 'two', title: text(), text: text(), passages, state: { focus: 'n1' } }],
  };
}

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {Session} */
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  writeFileSync(join(folder, 'network.yaml'), JSON.stringify(hostile())); // JSON is YAML too
  const { status, stderr } = spawnSync(process.env.PROXYNET ?? '', ['build', '--network', join(folder, 'network.yaml'), '-o', join(folder, 'site'), '--address', 'https://example.org/n/', '--draft', '--precompress=false'], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  site = await serve(join(folder, 'site'));
  browser = await newSession();
});
after(async () => {
  await browser.close();
  site.stop();
  rmSync(folder, { recursive: true });
});

/** Opens a file of the site. @param {string} [path] */
const open = (path = '') => openOpen(browser, site.address + path);

test('hostile texts: do not run in the page: every entry, search, dialogs, the live picture', { timeout: 170_000 }, async () => {
  const { page, problems } = await open();
  await page.evaluate(() => window.proxynet.ready);
  const ids = await page.$$eval('.evidence .entry:not(.step)', (all) => all.map((entry) => /** @type {HTMLElement} */ (entry).dataset.id ?? ''));
  assert.ok(ids.length > 20, `there are ${ids.length} entries`);
  for (const id of ids) {
    await page.evaluate((id) => window.proxynet.dispatch({ type: 'select', id }), id);
    await until(page, `the entry of ${id}`, (id) => document.querySelector('#detail .entry')?.getAttribute('data-id') === id, id);
    assert.deepEqual(await smuggled(page), [], id);
  }
  for (const words of ['script', 'img', 'ran']) {
    await page.focus('#search');
    await page.keyboard.type(words);
    await until(page, 'something found', () => document.querySelectorAll('#found [role="option"]').length > 0);
    assert.deepEqual(await smuggled(page), [], words);
    await page.$eval('#search', (input) => { /** @type {HTMLInputElement} */ (input).value = ''; });
  }
  for (const step of ['one', 'two']) {
    await page.evaluate((id) => window.proxynet.dispatch({ type: 'step', id }), step);
    assert.deepEqual(await smuggled(page), [], step);
  }
  await page.evaluate(() => window.proxynet.dispatch({ type: 'chain', from: 'n0', to: 'n3' }));
  await page.evaluate(() => window.proxynet.dispatch({ type: 'remove', ids: ['n2'] }));
  await page.$eval('#share', (button) => /** @type {HTMLElement} */ (button).click());
  await pause(1000);
  assert.deepEqual(await smuggled(page), []);
  assert.deepEqual(problems, []);
  await page.close();
});

test('hostile texts: do not run from the address', async () => {
  for (const part of ['select', 'focus', 'hide', 'as-of', 'remove', 'chain', 'size', 'step', 'view', 'theme', 'nothing']) {
    const { page, problems } = await open(`#${part}=${encodeURIComponent('"><img src=x onerror=ran()>')}&${part}=javascript:ran()`);
    await page.evaluate(() => window.proxynet.state);
    assert.deepEqual([await smuggled(page), problems], [[], []], part);
    await page.close();
  }
});

test('hostile texts: do not run in the files beside the page', async () => {
  const files = readdirSync(join(folder, 'site')).filter((file) => /\.(svg|json|html)$/.test(file));
  assert.ok(files.some((file) => file.endsWith('.svg')) && files.includes('oembed.json'), files.join());
  for (const file of files) {
    const { page, problems } = await open(file);
    assert.deepEqual([await smuggled(page), problems], [[], []], file);
    await page.close();
  }
  const { html } = await (await fetch(`${site.address}oembed.json`)).json();
  const page = await browser.newPage();
  await page.setContent(html);
  assert.deepEqual(await page.evaluate(() => [...document.body.querySelectorAll('*')].map((element) => element.localName).filter((name) => !['iframe', 'blockquote', 'a', 'img', 'p', 'script', 'proxy-network'].includes(name))), []);
  assert.equal(await page.$('script:not([src]), img[src="x"], [onerror], [onload]'), null);
  await page.close();
});

test('hostile texts: do not run in a single file', { timeout: 170_000 }, async () => {
  const file = join(folder, 'single.html');
  const { status, stderr } = spawnSync(process.env.PROXYNET ?? '', ['build', '--network', join(folder, 'network.yaml'), '--single-file', '--draft', '-o', file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const { page, problems } = await openOpen(browser, `file://${file}`);
  await page.evaluate(() => window.proxynet.ready);
  assert.ok(await page.$$eval('.evidence .entry', (all) => all.length) > 20);
  assert.deepEqual([await smuggled(page), problems], [[], []]);
  await page.close();
});

for (const url of ['javascript:ran()', 'JaVaScRiPt:ran()', 'data:text/html,<script>ran()</script>', ' javascript:ran()', 'vbscript:ran()', 'file:///etc/passwd']) {
  test(`an address that is none: ${url}`, () => {
    const network = hostile();
    network.sources[0].url = url;
    writeFileSync(join(folder, 'bad.yaml'), JSON.stringify(network));
    const { status, stdout, stderr } = spawnSync(process.env.PROXYNET ?? '', ['check', '--network', join(folder, 'bad.yaml')], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout + stderr, /bad\.yaml:\d+: error: src: bad address/);
  });
}
