// Ends what the desk runs in, at any moment: its worker, its tab, or the whole
// browser, which is started again on the same profile.

/** @import {Browser, Page} from 'puppeteer-core' */
import assert from 'node:assert/strict';
import { launch, pause, until } from './browser.js';
import { ready, textOf } from './desk.js';

/** What can end. A tab ends in three ways: its process is killed, it is closed, or it is reloaded. */
export const KINDS = /** @type {const} */ (['worker', 'process', 'browser', 'close', 'reload']);
/** @typedef {typeof KINDS[number]} Kind */

/** The most milliseconds that an author types before something ends. */
const TYPING = 600;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A desk in a browser with a profile of its own. */
export class Victim {
  /** @type {Browser|undefined} */
  #browser;
  /** @type {Page|undefined} */
  #page;
  /** Its network, as the address names it. */
  hash = '';

  /** @param {string} address @param {string} profile  a folder @param {() => number} random */
  constructor(address, profile, random) {
    this.address = address;
    this.profile = profile;
    this.random = random;
  }

  get page() {
    assert.ok(this.#page);
    return this.#page;
  }

  async open() {
    this.#browser ??= await launch(`--user-data-dir=${this.profile}`, '--hide-crash-restore-bubble');
    this.#page = await this.#browser.newPage();
    await this.#page.goto(this.address + this.hash, { waitUntil: 'load' });
    return this.#page;
  }

  /**
   * Types at the end of the file and ends something meanwhile. Returns the text that
   * is there afterwards, and how many of the letters that were shown it lacks.
   * @param {Kind} kind
   */
  async kill(kind) {
    const { page } = this;
    const before = await textOf(page);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click());
    await page.$eval('.yaml-text', (area) => {
      const field = /** @type {HTMLTextAreaElement} */ (area);
      field.focus();
      field.setSelectionRange(1e9, 1e9);
    });
    const words = `#${Array.from({ length: 100 }, () => LETTERS[Math.floor(this.random() * LETTERS.length)]).join('')}\n`;
    let [shown, ended] = [0, false];
    const typing = (async () => {
      for (const letter of words) {
        if (ended) return;
        await page.keyboard.down(/** @type {import('puppeteer-core').KeyInput} */ (letter));
        shown++;
        await page.keyboard.up(/** @type {import('puppeteer-core').KeyInput} */ (letter));
        await pause(10 + 70 * this.random());
      }
    })().catch((error) => assert.ok(ended, error)); // its page is gone
    await pause(this.random() * TYPING);
    ended = true;
    const typed = shown;
    await this.#end(kind);
    await typing;
    await ready(this.page);
    const after = await textOf(this.page);
    const rest = after.slice(before.length);
    assert.ok(after.startsWith(before) && words.startsWith(rest), `after ${kind}: ${JSON.stringify(after.slice(-120))} instead of ${JSON.stringify((before + words.slice(0, typed)).slice(-120))}`);
    await this.#undone(after);
    if (!after.endsWith('\n')) await this.#type('\n');
    return { text: after, typed, lost: Math.max(0, typed - rest.length) };
  }

  /** @param {Kind} kind */
  async #end(kind) {
    const { page } = this;
    if (kind === 'worker') {
      const [worker] = page.workers();
      await worker?.evaluate(() => void setTimeout(() => { throw new Error('killed by a test'); })).catch(() => {});
    } else if (kind === 'reload') await page.reload();
    else if (kind === 'close') {
      await page.close();
      await this.open();
    } else if (kind === 'process') {
      const session = await page.target().createCDPSession();
      const { targetInfo: { targetId } } = await session.send('Target.getTargetInfo');
      const renderers = await this.#renderers();
      const crashed = new Promise((resolve) => page.once('error', resolve));
      for (const pid of renderers) process.kill(pid, 'SIGKILL');
      await crashed;
      await this.open();
      const control = await this.#browser?.target().createCDPSession();
      await control?.send('Target.closeTarget', { targetId });
    } else {
      const browser = this.#browser?.process();
      assert.ok(browser?.pid);
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      process.kill(-browser.pid, 'SIGKILL'); // and all that it started
      await gone;
      this.#browser = undefined;
      await this.open();
    }
  }

  /** The processes that pages and their workers run in. */
  async #renderers() {
    const session = await this.#browser?.target().createCDPSession();
    const { processInfo } = /** @type {{processInfo: {type: string, id: number}[]}} */ (await session?.send('SystemInfo.getProcessInfo'));
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /** What was done is still known: a step back and forth gives the same text. @param {string} text */
  async #undone(text) {
    await this.page.focus('#article');
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('z');
    const before = await textOf(this.page);
    await this.page.focus('#article');
    await this.page.keyboard.press('y');
    await this.page.keyboard.up('Control');
    assert.notEqual(before, text, 'nothing can be undone');
    assert.equal(await textOf(this.page), text, 'undone and redone');
  }

  /** @param {string} words */
  async #type(words) {
    await this.page.evaluate((words) => {
      /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click();
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
      area.value += words;
      area.dispatchEvent(new Event('input'));
    }, words);
    await until(this.page, 'that it is kept', () => document.documentElement.dataset.kept === 'yes');
  }

  async close() {
    await this.#browser?.close();
  }
}
