// `proxynet edit`: the desk saves a file in place while other programs change it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { newSession, pause, until } from '../test/browser/browser.js';
import { drop, ready } from '../test/browser/desk.js';
import { violationsOf } from '../test/reader/axe.js';

/** @import {Page} from 'puppeteer-core' */

const article = 'Anna commands Berta and whoever works for her.\nNobody commands Clara.\n';
const begun = `format: 1
id: n
title: First title
summary: Summary
lang: en
root: anna
sources: [{id: s, title: T, lang: en, text: article.txt}]
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, paragraph: 1, exact: Anna commands Berta and whoever works for her}
nodes:
  - {id: anna, label: Anna, kind: person, summary: S., passages: [p]}
  - {id: berta, label: Berta, kind: person, summary: S., passages: [p]}
relations:
  - {id: a-b, from: anna, to: berta, kind: command, verb: commands, passages: [p]}
`;
/** An encoding with a character for each byte. */
const BYTES = 'latin1';
const command = process.env.PROXYNET ?? '';
const dir = mkdtempSync(join(tmpdir(), 'proxynet-'));
const file = join(dir, 'network.yaml');
/** @type {Awaited<ReturnType<typeof newSession>>} */
let session;
/** @type {import('node:child_process').ChildProcess[]} */
const servers = [];

before(async () => {
  writeFileSync(file, begun);
  writeFileSync(join(dir, 'article.txt'), article);
  session = await newSession();
});
after(async () => {
  for (const server of servers) server.kill();
  await session?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Starts the server. @param {string} [addr] */
async function start(addr = '127.0.0.1:0') {
  const server = spawn(command, ['edit', file, '--addr', addr], { stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(server);
  const address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const found = /Open (\S+) /.exec(said);
      if (found) resolve(found[1]);
    });
    server.on('exit', () => reject(new Error(`it ended: ${said}`)));
  });
  return { address, end: () => new Promise((resolve) => server.once('exit', resolve) && server.kill('SIGINT')) };
}

/** @param {string} address */
async function open(address) {
  const page = await session.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(/** @type {Error} */ (error).message));
  await page.goto(address);
  await openText(page);
  return { page, errors };
}

/** Waits for the network and shows its text. @param {Page} page */
async function openText(page) {
  await ready(page);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click());
  await page.waitForSelector('.yaml-text');
}

const inFile = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
/** @param {Page} page */
const inPage = (page) => page.$eval('.yaml-text', (area) => /** @type {HTMLTextAreaElement} */ (area).value);

/** Waits until the file and the page have a text. @param {Page} page @param {string} text */
async function both(page, text) {
  for (const end = Date.now() + 20_000; Date.now() < end && (inFile() !== text || await inPage(page) !== text);) await pause(50);
  assert.equal(inFile(), text, 'the file');
  assert.equal(await inPage(page), text, 'the page');
}

/** Replaces words of the text by typing. @param {Page} page @param {string} words @param {string} other */
async function type(page, words, other) {
  await page.evaluate((words) => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
    const at = area.value.indexOf(words);
    area.focus();
    area.setSelectionRange(at, at + words.length);
  }, words);
  await page.keyboard.type(other);
}

test('edit: what is typed is in the file, and what others save is on the desk', async () => {
  const server = await start();
  const { page, errors } = await open(server.address);
  await type(page, 'First title', 'A title');
  const typed = begun.replace('First title', 'A title');
  await both(page, typed);
  // Another program saves while the desk has no unsaved changes.
  const outside = typed.replace('label: Berta', 'label: Bertha');
  writeFileSync(file, outside);
  await both(page, outside);
  // Both change different lines at the same time.
  await type(page, 'summary: Summary', 'summary: Ours');
  writeFileSync(file, inFile().replace('verb: commands', 'verb: orders'));
  await both(page, outside.replace('Summary', 'Ours').replace('verb: commands', 'verb: orders'));
  // Both change the same line: the author keeps their own version.
  const before = inFile();
  await page.evaluate(() => { // so that both changes exist before one is saved
    const send = fetch;
    globalThis.fetch = (/** @type {any} */ address, options) => (Reflect.get(globalThis, 'held') && options?.method === 'PUT' ? Promise.reject(new Error('held by the test')) : send(address, options));
    Reflect.set(globalThis, 'held', true);
  });
  await type(page, 'A title', 'Mine');
  writeFileSync(file, before.replace('A title', 'Theirs'));
  await page.evaluate(() => Reflect.set(globalThis, 'held', false));
  await page.waitForSelector('dialog[open]', { timeout: 20_000 });
  assert.equal(inFile(), before.replace('A title', 'Theirs'), 'nothing is overwritten unasked');
  await page.click('dialog .secondary');
  await both(page, before.replace('A title', 'Mine'));
  // Undo gives the other text.
  await page.focus('.yaml-text');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.top-acts button')).click());
  await both(page, before.replace('A title', 'Theirs'));
  // The file is deleted: the page says so, keeps the text, and writes it with the next change.
  rmSync(file);
  const gone = () => until(page, 'that the file is gone', () => /network\.yaml does not exist/.test(document.querySelector('#kept[data-wrong]')?.textContent ?? ''));
  await gone();
  await page.reload();
  await openText(page);
  await gone();
  assert.equal(await inPage(page), before.replace('A title', 'Theirs'), 'the text after a reload');
  await type(page, 'Theirs', 'Again');
  await both(page, before.replace('A title', 'Again'));
  await until(page, 'that it is saved', () => document.querySelector('#kept:not([data-wrong])')?.textContent === 'Saved');
  assert.deepEqual(errors, []);
  assert.equal(statSync(join(dir, 'article.txt')).size, article.length);
  await page.close();
  await server.end();
});

test('edit: what was typed while the server was gone is saved when it is back', async () => {
  writeFileSync(file, begun);
  let server = await start();
  const port = new URL(server.address).host;
  const { page } = await open(server.address);
  await server.end();
  await type(page, 'First title', 'Typed alone');
  await until(page, 'a warning', () => /“proxynet edit” does not answer/.test(document.querySelector('#kept[data-wrong]')?.textContent ?? ''));
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-review')).click());
  await page.waitForSelector('#panel .record-title');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#panel .record-title')).click());
  await page.waitForSelector('.note-field input');
  await page.type('[data-key=reviewer]', 'Dora');
  await page.type('.note-field input', 'Noted alone');
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.note-field button')).click());
  await until(page, 'the note', () => /Noted alone/.test(document.querySelector('.review-note')?.textContent ?? ''));
  await until(page, 'that it is kept', () => document.documentElement.dataset.kept === 'yes');
  await page.close(); // it is in the browser's storage
  writeFileSync(file, begun.replace('label: Berta', 'label: Bertha'));
  server = await start(port);
  const again = await open(server.address);
  await both(again.page, begun.replace('First title', 'Typed alone').replace('label: Berta', 'label: Bertha'));
  await until(again.page, 'that all is saved', () => document.querySelector('#kept:not([data-wrong])')?.textContent === 'Saved');
  assert.match(readFileSync(join(dir, 'review.yaml'), 'utf8'), /Noted alone/);
  await again.page.close();
  await server.end();
});

/** The files in a zip file, by their names. @param {Buffer} zip @returns {Map<string, string>}  in Latin-1, a character for each byte */
function unzipped(zip) {
  const files = new Map();
  const end = zip.lastIndexOf('PK\x05\x06');
  let at = zip.readUInt32LE(end + 16); // of the list of files
  for (let i = zip.readUInt16LE(end + 10); i > 0; i--) {
    const [size, name, extra, comment] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const head = zip.readUInt32LE(at + 42);
    const data = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), inflateRawSync(new Uint8Array(zip.subarray(data, data + size))).toString(BYTES));
    at += 46 + name + extra + comment;
  }
  return files;
}

test('desk: the page and the site that it publishes are what build writes, and the preview is live', async () => {
  writeFileSync(file, begun);
  const [single, folder] = [join(dir, 'single.html'), join(dir, 'site')];
  execFileSync(command, ['build', '--network', file, '--single-file', '-o', single, '--force'], { stdio: 'ignore' });
  execFileSync(command, ['build', '--network', file, '--precompress=false', '-o', folder, '--force'], { stdio: 'ignore' });
  const desk = join(dir, 'desk.html');
  execFileSync(command, ['desk', '-o', desk, '--force'], { stdio: 'ignore' });
  assert.ok(statSync(desk).size <= 10e6, `${statSync(desk).size} bytes`);
  const page = await session.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(pathToFileURL(desk).href);
  await drop(page, [['network.yaml', begun], ['article.txt', article]]);
  /** What a button of the menu publishes. @param {number} which @param {string} type */
  const published = async (which, type) => Buffer.from(await page.evaluate((which, type) => new Promise((/** @type {(text: string) => void} */ resolve) => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (/** @type {Blob} */ blob) => {
      if (blob.type.startsWith(type)) {
        URL.createObjectURL = make;
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(',')[1]);
        reader.readAsDataURL(blob);
      }
      return make(blob);
    };
    /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.publish .menu-list button')])[which].click();
  }), which, type), 'base64');
  assert.ok((await published(0, 'text/html')).toString() === readFileSync(single, 'utf8'), 'the page differs from what build writes');
  const files = unzipped(await published(1, 'application/zip'));
  const built = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile());
  assert.deepEqual([...files.keys(), 'figure.png'].sort(), built.sort(), 'the files of the site');
  const own = (/** @type {string} */ sums) => sums.replace(/^.*  figure\.png\n/m, '');
  for (const [name, data] of files) {
    const want = readFileSync(join(folder, name), BYTES);
    assert.ok(data === (name === 'proxynet.sha256' ? own(want) : want), `${name} differs from what build writes`);
  }
  const preview = await page.$$('.top-acts > .secondary');
  await preview[0].click();
  await page.waitForSelector('dialog iframe');
  const frame = await (await page.$('dialog iframe'))?.contentFrame();
  assert.ok(frame, 'there is no frame');
  await frame.waitForFunction(() => document.querySelector('canvas'), { timeout: 60_000 });
  assert.deepEqual(await violationsOf(page, ['iframe']), [], 'axe');
  assert.deepEqual(errors, []);
  await page.close();
});
