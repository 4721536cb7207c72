// Shared by the tests of the desk: the desk as one file, opened from disk, and an
// author whose acts are counted.

/** @import {Page} from 'puppeteer-core' */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PATIENCE, newSession, until } from './browser.js';

const POYAIS = 'network/file/example/poyais';
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** Files: names and contents. @typedef {[string, string][]} Files */
/** @typedef {{id: string, from: string, to: string, kind: string, verb: string, status: string, inference?: string, passages: string[]}} Relation */

/** The shipped network of Poyais, and its file without claims. */
export function poyais() {
  const text = readFileSync(join(POYAIS, 'network.yaml'), 'utf8');
  const article = readFileSync(join(POYAIS, 'article.txt'), 'utf8');
  const own = text.slice(0, text.indexOf('\nspeakers:')).replace(/\naccept:\n(?: .*\n)+/, '\n').replace(/\n(?:root|lead): .*/g, '');
  return { text, article, begun: `${own}\nspeakers:\n  - {id: voice, label: The article, kind: article}\npassages: []\nnodes: []\nrelations: []\n` };
}

/** A complete network of the article "Anna commands Berta." */
export const SMALL = `format: 1
id: n
title: Anna
summary: Whom Anna commands.
lang: en
root: anna
sources: [{id: s, title: T, lang: en, text: article.txt}]
speakers: [{id: v, label: V, kind: article}]
passages:
  - {id: p, paragraph: 1, exact: Anna commands Berta}
nodes:
  - {id: anna, label: Anna, kind: person, summary: S., passages: [p]}
  - {id: berta, label: Berta, kind: person, summary: S., passages: [p]}
relations:
  - {id: a-b, from: anna, to: berta, kind: command, verb: commands, passages: [p]}
`;

/** A network as read by the command. @param {string} file */
export const read = (file) => JSON.parse(execFileSync(process.env.PROXYNET ?? '', ['export', '--network', file, '--format', 'json'], { encoding: 'utf8' }));

/**
 * Opens sessions of the desk.
 * @param {string} folder for its file
 */
export async function startDesk(folder) {
  const file = join(folder, 'desk.html');
  execFileSync(process.env.PROXYNET ?? '', ['desk', '-o', file, '--force'], { stdio: 'ignore' });
  const address = pathToFileURL(file).href;
  const session = await newSession();
  return {
    address,
    close: () => session.close(),
    /**
     * Opens a tab and collects its errors.
     * @param {{phone?: boolean, dark?: boolean, language?: string, hash?: string}} [view]
     */
    async open({ phone, dark, language, hash = '' } = {}) {
      const page = await session.newPage();
      await page.setViewport(phone ? PHONE : DESKTOP);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      page.setDefaultNavigationTimeout(PATIENCE);
      /** @type {string[]} */
      const errors = [];
      page.on('pageerror', (error) => errors.push(`error: ${/** @type {Error} */ (error).message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`console: ${message.text()}`);
      });
      await page.evaluateOnNewDocument((language) => { if (language) localStorage.setItem('proxynet-desk-language', language); }, language ?? 'en');
      await page.goto(address + hash, { waitUntil: 'load' });
      return { page, errors };
    },
  };
}

/** Drops files on the first screen and waits until the network has been read. @param {Page} page @param {Files} files */
export async function drop(page, files) {
  await page.waitForSelector('#start:not([hidden]) .drop');
  await page.evaluate((files) => {
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name));
    document.querySelector('#start')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
  await ready(page);
}

/** Waits until the engine has read the network. @param {Page} page */
export const ready = (page) => until(page, 'a network that is read', () => document.querySelector('#desk:not([hidden])') && document.querySelector('#article p') && document.querySelector('#article')?.getAttribute('lang'));

/** The text of the network's file in the page. @param {Page} page @returns {Promise<string>} */
export async function textOf(page) {
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click());
  const text = await page.$eval('.yaml-text', (area) => /** @type {HTMLTextAreaElement} */ (area).value);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-claims')).click());
  return text;
}

/** The number of claims that the page lists. @param {Page} page */
export const claimsOf = (page) => page.$eval('#tab-claims .count', (count) => Number(count.textContent));

/** An author at a page. Every click, key and drag counts as one act; typed words don't count. */
export class Author {
  acts = 0;
  /** Called after each key. @type {((key: string) => Promise<unknown>)|undefined} */
  onkey;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {import('puppeteer-core').KeyInput} key */
  async press(key) {
    this.acts++;
    await this.page.keyboard.press(key);
    await this.onkey?.(key);
  }

  /** @param {string} words */
  async type(words) {
    await this.page.keyboard.type(words);
  }

  /** Clicks an element. @param {string} selector */
  async click(selector) {
    this.acts++;
    await this.page.$eval(selector, (one) => one.scrollIntoView({ block: 'nearest' }));
    await this.page.click(selector);
  }

  /** Selects words of the article by dragging. @param {number} paragraph @param {string} words */
  async drag(paragraph, words) {
    this.acts++;
    const [from, to] = await this.page.evaluate((n, words) => {
      const p = /** @type {HTMLElement} */ (document.querySelector(`p[data-n="${n}"]`));
      const text = /** @type {Text} */ (p.firstChild);
      const at = text.data.indexOf(words);
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const article = /** @type {HTMLElement} */ (document.querySelector('#article'));
      article.scrollTop += range.getBoundingClientRect().top - article.getBoundingClientRect().top - 150;
      const edge = (/** @type {number} */ offset, /** @type {boolean} */ end) => {
        range.setStart(text, end ? offset - 1 : offset);
        range.setEnd(text, end ? offset : offset + 1);
        const box = range.getClientRects()[0];
        return { x: end ? box.right : box.left, y: box.top + box.height / 2 };
      };
      return [edge(at, false), edge(at + words.length, true)];
    }, paragraph, words);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
    await this.page.waitForSelector('#bar:not([hidden])');
  }

  /** Selects words of the article by keys, with the search for words. @param {string} words */
  async find(words) {
    await this.press('/');
    await this.type(words);
    await this.press('Enter');
    await this.page.waitForSelector('#bar:not([hidden])');
  }

  /** Picks a name in the focused field, as a new one if it doesn't exist. @param {{label: string, kind: string}} name */
  async name({ label, kind }) {
    await this.type(label);
    const at = await this.page.evaluate((label) => [...document.activeElement?.parentElement?.querySelectorAll('[role=option]') ?? []].findIndex((row) => row.querySelector('bdi')?.textContent === label), label);
    assert.ok(at >= 0, `the list has ${label}`);
    for (let i = 0; i < at; i++) await this.press('ArrowDown');
    await this.press('Enter');
    if (await this.page.evaluate(() => document.activeElement?.closest('.field-more'))) await this.letter(kind);
  }

  /** Presses the letter of an option. @param {string} id */
  async letter(id) {
    const letter = await this.page.evaluate((id) => document.activeElement?.closest('[role=radiogroup]')?.querySelector(`[data-id="${id}"] kbd`)?.textContent, id);
    assert.ok(letter, `there is a key for ${id}`);
    await this.press(/** @type {import('puppeteer-core').KeyInput} */ (letter.toLowerCase()));
  }

  /** The focused element, and the names in the form. */
  state() {
    return this.page.evaluate(() => {
      const names = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('.ends input[role=combobox]')]);
      const active = document.activeElement;
      return { names: names.map(({ value }) => value), field: active instanceof HTMLInputElement ? names.indexOf(active) : -1, form: document.querySelector('#form:not([hidden])') !== null };
    });
  }

  /** Waits until the margin of the article shows this many claims and the form is closed. @param {number} claims */
  async made(claims) {
    const seen = () => this.page.evaluate(() => [...document.querySelectorAll('.form-error, #notice, .sentence-preview')].map((one) => one.textContent).join(' | '));
    await until(this.page, `${claims} claims`, (claims) => document.querySelector('#form')?.hasAttribute('hidden') && Number(document.querySelector('#tab-claims .count')?.textContent) === claims, claims).catch(async (error) => { throw new Error(await seen(), { cause: error }); });
  }
}
