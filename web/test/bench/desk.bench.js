// The desk as one file from disk: the time until it can be used, until a keystroke is
// shown, and until a change is checked and drawn, for an author who waits for each.

/** @import {Browser, Page} from 'puppeteer-core' */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drop } from '../browser/desk.js';
import { row } from './serve.js';

const TRIES = 5;
const KEYS = 30;
/** Nodes, and words of the article. */
const SIZES = [[26, 1200], [100, 6000], [300, 20_000]];

/** @param {Browser} browser */
export async function benchDesk(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'proxynet-'));
  try {
    const file = join(folder, 'desk.html');
    execFileSync(process.env.PROXYNET ?? '', ['desk', '-o', file], { stdio: 'ignore' });
    const address = pathToFileURL(file).href;
    const opened = [];
    for (let i = 0; i < TRIES; i++) {
      const page = await browser.newPage();
      await page.goto(address);
      opened.push(await usable(page));
      await page.close();
    }
    console.log(`\nThe desk: milliseconds, medians of ${TRIES} and of ${KEYS} keystrokes. Opened from disk until it can be used: ${median(opened)}.\n`);
    console.log('Until a change of one name is checked, and one of all names checked and drawn.\n');
    console.log(row(['nodes', 'words', 'keystroke', 'slowest', 'one, check', 'all, check', 'all, picture']));
    const sizes = [];
    for (const [nodes, words] of SIZES) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.goto(address);
      const result = { nodes, words, ...await work(page, nodes, words) };
      console.log(row([nodes, words, result.key, result.slowest, result.one, result.all.check, result.all.picture]));
      sizes.push(result);
      await page.close();
    }
    return { opened: median(opened), sizes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds from the request of the page until it accepts an article and the engine answers. @param {Page} page */
async function usable(page) {
  const handle = await page.waitForFunction(() => document.querySelector('#start:not([hidden]) .drop') && document.documentElement.dataset.engine === 'ready' && performance.now(), { polling: 'mutation', timeout: 120_000 });
  return Number(await handle.jsonValue());
}

/** @param {Page} page @param {number} nodes @param {number} words */
async function work(page, nodes, words) {
  const { text, article } = large(nodes, words);
  await drop(page, [['network.yaml', text], ['article.txt', article]]);
  await page.waitForSelector('#stage svg', { timeout: 300_000 });
  const { check: one } = await changes(page, 'One', false);
  const all = await changes(page, 'All', true);
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click();
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
    area.focus();
    area.setSelectionRange(1e9, 1e9);
    /** @type {number[]} */
    const shown = [];
    Object.assign(globalThis, { shown });
    addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel(); // after the frame
      port1.onmessage = () => shown.push(performance.now() - timeStamp);
      port2.postMessage(null);
    }), true);
  });
  await page.evaluate(() => new Promise((shown) => { requestAnimationFrame(() => requestAnimationFrame(shown)); })); // the first keystroke doesn't wait for the pane
  await page.keyboard.type(`#${'x'.repeat(KEYS - 1)}`, { delay: 60 });
  await page.waitForFunction((n) => Reflect.get(globalThis, 'shown').length === n, {}, KEYS);
  const shown = /** @type {number[]} */ (await page.evaluate(() => Reflect.get(globalThis, 'shown')));
  return { key: median(shown), slowest: Math.round(Math.max(...shown)), one, all };
}

/** Medians of several changes. @param {Page} page @param {string} name @param {boolean} all */
async function changes(page, name, all) {
  const times = [];
  for (let i = 0; i < TRIES; i++) times.push(await page.evaluate(change, `${name}${i}`, all));
  return { check: median(times.map(({ check }) => check)), picture: median(times.map(({ picture }) => picture)) };
}

/**
 * Changes the first word of the first name, and returns the time until the list of names
 * shows it; or of all names, with the time until the picture shows it, which may have
 * only some of them. Runs in the page.
 * @param {string} name
 * @param {boolean} all
 * @returns {Promise<{check: number, picture: number}>}
 */
function change(name, all) {
  /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click();
  const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
  const { value } = area;
  /** @type {HTMLElement} */ (document.querySelector('#tab-names')).click();
  return new Promise((resolve) => {
    const begun = performance.now();
    const times = { check: 0, picture: 0 };
    const look = () => {
      if (times.check === 0 && document.querySelector('#panel')?.textContent?.includes(name)) times.check = performance.now() - begun;
      if (times.picture === 0 && document.querySelector('#stage')?.textContent?.includes(name)) times.picture = performance.now() - begun;
      if (times.check === 0 || all && times.picture === 0) return;
      observer.disconnect();
      resolve(times);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    area.value = value.replace(all ? /(\n {4}label: )\w+/g : /(\n {4}label: )\w+/, `$1${name}`);
    area.dispatchEvent(new Event('input'));
  });
}

/** A network with two relations per node, and an article of this many words. @param {number} nodes @param {number} words */
function large(nodes, words) {
  const FIRST = ['Anna', 'Berta', 'Clara', 'Dora', 'Edda', 'Frida', 'Greta', 'Hilda'];
  const name = (/** @type {number} */ i) => `${FIRST[i % 8]} ${String.fromCharCode(65 + Math.floor(i / 8) % 26, 97 + i % 26, 97 + Math.floor(i / 26) % 26)}ström`;
  const paragraphs = [];
  let [passages, records, relations] = ['', '', ''];
  for (let i = 0; i < nodes; i++) {
    const [other, third] = [(i * 7 + 1) % nodes, (i * 3 + 2) % nodes];
    const one = `${name(i)} commands ${name(other)} in the harbour number ${i}`;
    const two = `${name(i)} was said to have paid ${name(third)} for the boats`;
    paragraphs.push(`${one}. Of this the register of the port has kept a record, and nobody in town has ever denied it. ${two}. It rained.`);
    passages += `  - {id: p${i}-a, paragraph: ${i + 1}, exact: "${one}"}\n  - {id: p${i}-b, paragraph: ${i + 1}, exact: "${two}"}\n`;
    records += `  - id: n${i}\n    label: ${name(i)}\n    kind: person\n    summary: A person.\n    passages: [p${i}-a]\n`;
    if (i !== other) relations += `  - {id: r${i}-a, from: n${i}, to: n${other}, kind: command, verb: commands, passages: [p${i}-a]}\n`;
    if (i !== third) relations += `  - {id: r${i}-b, from: n${i}, to: n${third}, kind: money, verb: paid, status: ambiguous, passages: [p${i}-b]}\n`;
  }
  for (let i = 0; paragraphs.length * 24 + nodes * 21 < words; i++) paragraphs.push(`In paragraph ${i} nothing happens, as in so many towns of the north, where people wait for ${name(i % nodes)} and for the ice to go.`);
  const head = 'format: 1\nid: large\ntitle: Large\nsummary: Large.\nlang: en\nroot: n0\nsources:\n  - {id: article, text: article.txt, title: Large, lang: en}\nspeakers:\n  - {id: voice, label: The article, kind: article}\n';
  return { text: `${head}passages:\n${passages}nodes:\n${records}relations:\n${relations}`, article: `${paragraphs.join('\n\n')}\n` };
}

/** @param {number[]} all */
const median = (all) => Math.round([...all].sort((a, b) => a - b)[all.length >> 1]);
