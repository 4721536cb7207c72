// Ends what the desk runs in, at any moment: its worker, its tab, or the whole
// browser, which is started again on the same profile. An author types meanwhile: in
// the file, in forms, in a note of the review, in an article that is reviewed.

/** @import {Browser, KeyInput, Page} from 'puppeteer-core' */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { PATIENCE, launch, pause } from './browser.js';

/** What can end. A tab ends in three ways: its process is killed, it is closed, or it is reloaded. */
export const KINDS = /** @type {const} */ (['worker', 'process', 'browser', 'close', 'reload']);
/** @typedef {typeof KINDS[number]} Kind */

/** An engine lives for seconds: see run.js. */
const SELDOM_OPTIMISED = '--js-flags=--wasm-tiering-budget=1000000000';
/** The most letters that an author types before something ends, and milliseconds between two. */
const LETTERS = 40;
const PAUSE = 40;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A field that an author types in.
 * @typedef {object} Place
 * @property {string} field  its selector
 * @property {(page: Page) => Promise<unknown>} enter  shows it
 * @property {(page: Page) => Promise<unknown>} [again]  shows it after something has ended, where it isn't shown by itself
 * @property {(page: Page) => Promise<unknown>} [leave]
 */

/** @param {Page} page @param {string} selector */
const click = (page, selector) => page.evaluate((selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).click(), selector);
/** Waits until the engine has read the network. @param {Page} page */
const ready = (page) => page.waitForFunction(() => document.querySelector('#desk:not([hidden])') && document.querySelector('#article')?.getAttribute('lang'), { timeout: PATIENCE, polling: 50 });
/** @param {Page} page */
const openReview = async (page) => {
  await click(page, '#tab-review');
  await page.waitForSelector('#panel .record-title');
  if (!await page.$('.note-field input')) await click(page, '#panel .record-title');
  await page.waitForSelector('.note-field input');
};
/** @param {Page} page */
const cancel = async (page) => {
  await click(page, '#form .secondary');
  await page.waitForSelector('#form', { hidden: true });
};
/** Opens the form for the article's first words. @param {string} kind */
const form = (kind) => async (/** @type {Page} */ page) => {
  await page.evaluate(() => {
    const text = /** @type {Text} */ (document.querySelector('#article p')?.firstChild);
    getSelection()?.setBaseAndExtent(text, 0, text, 'Anna'.length);
  });
  await page.waitForSelector('#bar:not([hidden])');
  await click(page, `#bar [data-kind=${kind}]`);
};

/** Places by name. @satisfies {Record<string, Place>} */
export const PLACES = {
  file: { field: '.yaml-text', enter: (page) => click(page, '#tab-yaml'), again: (page) => click(page, '#tab-yaml') },
  event: { field: '#form .field-input', enter: form('event'), leave: cancel },
  step: {
    field: '#form textarea', leave: cancel,
    enter: async (page) => {
      await click(page, '#tab-story');
      await page.waitForSelector('[data-key=step-add]');
      await click(page, '[data-key=step-add]');
    },
  },
  article: {
    field: '.clean',
    enter: async (page) => {
      await page.evaluate(() => {
        history.replaceState(null, '', location.pathname);
        location.reload();
      });
      await page.waitForSelector('#start:not([hidden]) #paste');
      await page.$eval('#paste', (area) => { /** @type {HTMLTextAreaElement} */ (area).value = 'Anna commands Berta.'; });
      await click(page, '.drop .primary');
      await page.waitForSelector('.intake');
    },
    leave: (page) => click(page, '.intake .secondary'),
  },
  note: { field: '.note-field input', enter: openReview, again: openReview },
  cite: { field: '#form .combo input', enter: form('cite'), leave: cancel },
};
/** @typedef {keyof typeof PLACES} PlaceName */

/** A desk in a browser with a profile of its own. */
export class Victim {
  /** @type {Browser|undefined} */
  #browser;
  /** @type {Page|undefined} */
  #page;
  /** The network, and what is open now, as the address names them. */
  network = '';
  #hash = '';

  /** @param {string} address @param {string} profile  a folder @param {() => number} random @param {string} [firefox]  its program, to do it there */
  constructor(address, profile, random, firefox) {
    this.address = address;
    this.profile = profile;
    this.random = random;
    this.firefox = firefox;
  }

  get page() {
    assert.ok(this.#page);
    return this.#page;
  }

  /** What can end here: Firefox gives tests no hold of a worker. */
  get kinds() {
    return KINDS.filter((kind) => kind !== 'worker' || !this.firefox);
  }

  #launch() {
    if (!this.firefox) return launch(`--user-data-dir=${this.profile}`, '--hide-crash-restore-bubble', '--disable-gpu', SELDOM_OPTIMISED);
    return puppeteer.launch({
      browser: 'firefox', executablePath: this.firefox, userDataDir: this.profile, timeout: PATIENCE,
      extraPrefsFirefox: { 'browser.sessionstore.resume_from_crash': false, 'toolkit.startup.max_resumed_crashes': -1, 'datareporting.policy.dataSubmissionEnabled': false, 'app.update.enabled': false },
    });
  }

  async open() {
    this.#browser ??= await this.#launch();
    this.#page = await this.#browser.newPage();
    this.#page.setDefaultTimeout(PATIENCE);
    await this.#page.goto(this.address + this.#hash, { waitUntil: 'load', timeout: PATIENCE });
    return this.#page;
  }

  /** What a field holds. @param {string} field @returns {Promise<string>} */
  #read(field) {
    return this.page.$eval(field, (one) => /** @type {HTMLInputElement|HTMLTextAreaElement} */ (one).value);
  }

  /**
   * Types at the end of a field and ends something meanwhile. Returns how many letters
   * were shown before, and how many of these the field lacks afterwards.
   * @param {Kind} kind
   * @param {PlaceName} name
   */
  async kill(kind, name) {
    /** @type {Place} */
    const place = PLACES[name];
    const { page } = this;
    await ready(page);
    await place.enter(page);
    await page.waitForSelector(place.field);
    this.#hash = await page.evaluate(() => location.hash);
    const { strike, recover } = await this.#aim(kind);
    const before = await this.#read(place.field);
    await page.$eval(place.field, (one) => {
      const field = /** @type {HTMLInputElement|HTMLTextAreaElement} */ (one);
      field.focus();
      field.setSelectionRange(1e9, 1e9);
    });
    const words = (name === 'file' ? '#' : '') + Array.from({ length: 3 * LETTERS }, () => ALPHABET[Math.floor(this.random() * ALPHABET.length)]).join('');
    const enough = 1 + Math.floor(this.random() * LETTERS);
    let [shown, typed, ended] = [0, 0, false];
    /** @type {Promise<unknown>} */
    let struck = Promise.resolve();
    const end = () => {
      [typed, ended] = [shown, true];
      struck = strike();
    };
    for (const letter of words) {
      if (ended) break;
      try {
        await page.keyboard.down(/** @type {KeyInput} */ (letter));
        if (++shown === enough) setTimeout(end, PAUSE * this.random());
        await page.keyboard.up(/** @type {KeyInput} */ (letter));
      } catch (error) {
        if (!ended) throw error; // else its page is gone
      }
      await pause(PAUSE * this.random());
    }
    await struck;
    await recover();
    if (place.again) {
      await this.page.waitForSelector('#desk:not([hidden]) #panel');
      await place.again(this.page);
    }
    const field = await this.page.waitForSelector(place.field).catch((error) => { throw new Error(`the ${name} isn’t there after ${kind}, after ${typed} letters`, { cause: error }); });
    assert.ok(field);
    const after = await this.#read(place.field);
    const rest = after.slice(before.length);
    assert.ok(after.startsWith(before) && words.startsWith(rest), `after ${kind}, in the ${name}: ${JSON.stringify(after.slice(-120))} instead of ${JSON.stringify((before + words.slice(0, typed)).slice(-120))}`);
    if (name === 'file') await this.#undone(after);
    await place.leave?.(this.page);
    if (this.#hash !== this.network) await this.#home();
    return { typed, lost: Math.max(0, typed - rest.length) };
  }

  /** Goes back to the network. */
  async #home() {
    await this.page.waitForSelector('#paste');
    await this.page.evaluate((hash) => {
      history.replaceState(null, '', hash);
      location.reload();
    }, this.network);
    await ready(this.page);
  }

  /**
   * Finds what is to end, so that it ends at once when it is struck.
   * @param {Kind} kind
   * @returns {Promise<{strike: () => Promise<unknown>, recover: () => Promise<unknown>}>}
   */
  async #aim(kind) {
    const { page } = this;
    const nothing = async () => {};
    const again = () => this.open();
    if (kind === 'worker') {
      const [worker] = page.workers();
      assert.ok(worker);
      return { strike: () => worker.evaluate(() => void setTimeout(() => { throw new Error('killed by a test'); })).catch(() => {}), recover: nothing };
    }
    if (kind === 'reload') return { strike: () => page.reload({ timeout: PATIENCE }), recover: nothing };
    if (kind === 'close') return { strike: () => page.close(), recover: again };
    if (kind === 'browser') {
      const browser = this.#browser?.process();
      assert.ok(browser);
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      const strike = () => {
        process.kill(-this.#pid, 'SIGKILL'); // and all that it started
        this.#browser = undefined;
        return gone;
      };
      return { strike, recover: again };
    }
    const pids = this.firefox ? childrenOf(this.#pid, /-contentproc.* tab$/) : await this.#renderers();
    const strike = async () => { for (const pid of pids) kill(pid); };
    if (this.firefox) {
      return { strike, recover: async () => {
        await this.open();
        await page.close().catch(() => {});
      } };
    }
    const session = await page.target().createCDPSession();
    const { targetInfo: { targetId } } = await session.send('Target.getTargetInfo');
    const crashed = new Promise((resolve) => page.once('error', resolve));
    return { strike, recover: async () => {
      await crashed;
      await this.open();
      const control = await this.#browser?.target().createCDPSession();
      await control?.send('Target.closeTarget', { targetId });
    } };
  }

  get #pid() {
    const pid = this.#browser?.process()?.pid;
    assert.ok(pid);
    return pid;
  }

  /** The processes that pages and their workers run in. */
  async #renderers() {
    const session = await this.#browser?.target().createCDPSession();
    const { processInfo } = /** @type {{processInfo: {type: string, id: number}[]}} */ (await session?.send('SystemInfo.getProcessInfo'));
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /** What was done is still known: a step back and forth gives the same text. @param {string} text */
  async #undone(text) {
    const [before, again] = await this.page.evaluate(() => {
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
      return [0, 1].map((i) => {
        /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.top-acts > .icon-button')])[i].click();
        return area.value;
      });
    });
    assert.notEqual(before, text, 'nothing can be undone');
    assert.equal(again, text, 'undone and redone');
  }

  async close() {
    await this.#browser?.close();
  }
}

/** Ends a process at once, unless it has ended. @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** Processes that a process started, of which the command line matches. @param {number} parent @param {RegExp} command */
function childrenOf(parent, command) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent && command.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim());
    } catch {
      return false; // it has ended meanwhile
    }
  });
}
