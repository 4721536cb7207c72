// Kills parts of the desk at random moments: its worker, its tab, or the whole browser,
// which is restarted with the same profile. Meanwhile an author works: see scenes.js.

/** @import {Browser, Page} from 'puppeteer-core' */
/** @import {Course, Scene, SceneName} from './scenes.js' */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { PATIENCE, launch, pause } from './browser.js';
import { SMALL, drop } from './desk.js';
import { InspectedBrowser } from '../engines/inspected.js';
import { SCENES, openFile, ready, turn, writable } from './scenes.js';

/** The kinds of kills. A tab ends in three ways: its process is killed, it is closed, or it is reloaded. */
const KINDS = /** @type {const} */ (['worker', 'process', 'close', 'reload', 'browser']);
/** @typedef {typeof KINDS[number]} Kind */

/** An engine runs for seconds, and needs few of its functions. */
const FLAGS = ['--hide-crash-restore-bubble', '--disable-gpu', '--js-flags=--wasm-tiering-budget=1000000000 --wasm-lazy-compilation'];
/** The most milliseconds between two steps, and after the last one before something ends. */
const PAUSE = 40;
const DELAY = 300;
/** Milliseconds after which a change is written to disk, see keep.js: a critical moment. */
const FLUSHED = 1000;

/** A kill, its scene, and the number of lost steps. @typedef {{kind: Kind, scene: SceneName, shown: number, lost: number}} Killed */
/** The phases of a kill. @typedef {'start'|'enter'|'work'|'recover'|'read'|'undo'|'leave'} Phase */

/** The network, and its article. The last name is for merging. @type {[string, string][]} */
const FILES = [['network.yaml', SMALL.replace('relations:', '  - {id: carla, label: Carla, kind: person, summary: S., passages: [p]}\nrelations:')], ['article.txt', 'Anna commands Berta.\n']];

/** A desk in a browser with its own profile. */
export class Victim {
  /** @type {Browser|undefined} */
  #browser;
  /** @type {Page|undefined} */
  #page;
  /** The network and the open record, from the address. */
  #network = '';
  #hash = '';
  /** The current phase, for messages. @type {Phase} */
  phase = 'start';
  /** The current course, until its text has been read. @type {Walk|null} */
  #walk = null;

  /** @param {string} address @param {string} profile  a folder @param {{firefox?: string, webkit?: string}} [programs]  another browser than Chromium, by its program */
  constructor(address, profile, { firefox, webkit } = {}) {
    this.address = address;
    this.profile = profile;
    this.firefox = firefox;
    this.webkit = webkit;
  }

  get page() {
    assert.ok(this.#page);
    return this.#page;
  }

  /** @returns {Promise<Browser>} */
  #launch() {
    if (this.webkit) return /** @type {Promise<any>} */ (InspectedBrowser.launch(this.webkit, this.profile)); // with the functions that are used here
    if (!this.firefox) return launch(`--user-data-dir=${this.profile}`, ...FLAGS);
    return puppeteer.launch({
      browser: 'firefox', executablePath: this.firefox, userDataDir: this.profile, timeout: PATIENCE,
      extraPrefsFirefox: { 'browser.sessionstore.resume_from_crash': false, 'toolkit.startup.max_resumed_crashes': -1, 'datareporting.policy.dataSubmissionEnabled': false, 'app.update.enabled': false },
    });
  }

  /** Opens the desk in a tab. */
  async #tab() {
    this.#browser ??= await this.#launch();
    const page = await this.#browser.newPage();
    page.setDefaultTimeout(2 * PATIENCE); // a slow machine is not an error: see check
    await page.goto(this.address + this.#hash, { waitUntil: 'domcontentloaded', timeout: PATIENCE });
    return page;
  }

  async #open() {
    this.#page = await this.#tab();
  }

  /** Starts the browser and opens the network. */
  async start() {
    await this.#open();
    await drop(this.page, FILES);
    this.#network = this.#hash = await this.page.evaluate(() => location.hash);
  }

  /**
   * A random kind and scene; every tenth time the browser.
   * @param {number} n
   * @param {() => number} random
   * @param {string} [only]  this scene
   * @returns {{kind: Kind, scene: SceneName}}
   */
  choose(n, random, only) {
    const pick = (/** @type {any[]} */ all) => all[Math.floor(all.length * random())];
    const kind = n % 10 === 9 ? 'browser' : pick(KINDS.filter((kind) => kind !== 'browser' && (kind !== 'worker' || !this.firefox && !this.webkit))); // only in Chromium can tests kill a worker
    return { kind, scene: only || pick(Object.keys(SCENES)) };
  }

  /**
   * Kills something while an author works, and checks the state afterwards. It must be
   * a state that the author saw, and at most one step may be lost.
   * @param {Kind} kind
   * @param {SceneName} name
   * @param {() => number} random
   * @returns {Promise<Killed>}
   */
  async kill(kind, name, random) {
    /** @type {Scene} */
    const scene = SCENES[name];
    this.#walk = null;
    this.phase = 'enter';
    await scene.enter(this.page);
    const second = name === 'tabs' ? await this.#tab() : null;
    await this.page.bringToFront();
    this.#hash = await this.page.evaluate(() => location.hash);
    const walk = this.#walk = new Walk(await scene.begin(this.page, random), kind, name);
    const { strike, recover } = await this.#aim(kind, random);
    this.phase = 'work';
    await walk.take(strike, random);
    this.phase = 'recover';
    if (!second || kind !== 'close') await recover();
    if (second) await this.#takeOver(second, kind);
    await scene.again?.(this.page);
    this.phase = 'read';
    const seen = await scene.read(this.page);
    const lost = walk.lost(seen);
    this.#walk = null;
    this.phase = 'undo';
    if (name === 'file' && lost < walk.shown) await this.#undone(seen);
    this.phase = 'leave';
    await scene.leave?.(this.page);
    if (this.#hash !== this.#network) await this.#home();
    return { kind, scene: name, shown: walk.shown, lost };
  }

  /**
   * Reads again after a kill that failed before it had read: ends the browser and starts
   * it on the same profile. Resolves with what was lost, or with null if nothing was
   * done or all was read. It rejects if the network doesn't open, or isn't what the author saw.
   * @returns {Promise<Killed|null>}
   */
  async check() {
    this.#end();
    await this.#open();
    const walk = this.#walk;
    if (!walk) {
      await this.page.waitForSelector('#desk:not([hidden]), #start:not([hidden])');
      return null;
    }
    /** @type {Scene} */
    const scene = SCENES[walk.scene];
    await scene.again?.(this.page);
    const lost = walk.lost(await scene.read(this.page));
    return { kind: walk.kind, scene: walk.scene, shown: walk.shown, lost };
  }

  /** The second tab goes on, if it is still there. @param {Page} second @param {Kind} kind */
  async #takeOver(second, kind) {
    const { page: first } = this;
    if (kind === 'process' || kind === 'browser') return; // it has ended too
    await second.bringToFront();
    await openFile(second);
    if (kind === 'worker') await first.close();
    if (kind !== 'reload') {
      await writable(second);
      this.#page = second;
      return;
    }
    await openFile(first);
    const writer = await Promise.any([second, first].map(async (one) => {
      await writable(one);
      return one;
    })); // the second tab, unless it was slower than the reload
    await follows(writer, writer === first ? second : first);
    this.#page = writer;
  }

  /** Opens the network again. */
  async #home() {
    await this.page.waitForSelector('#paste');
    await this.page.evaluate((hash) => {
      history.replaceState(null, '', hash);
      location.reload();
    }, this.#network);
    this.#hash = this.#network;
    await ready(this.page);
  }

  /**
   * Finds the target, and returns a function that kills it immediately.
   * @param {Kind} kind
   * @param {() => number} random
   * @returns {Promise<{strike: () => Promise<unknown>, recover: () => Promise<unknown>}>}
   */
  async #aim(kind, random) {
    const { page } = this;
    const nothing = async () => {};
    const again = () => this.#open();
    if (kind === 'worker') {
      while (page.workers().length === 0) await pause(PAUSE);
      const workers = page.workers(); // the worker of the network and, after the first picture, that of the picture
      const worker = workers[Math.floor(workers.length * random())];
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
        this.#end();
        return gone;
      };
      return { strike, recover: again };
    }
    const pids = this.webkit ? descendantsOf(this.#pid, /WebKitWebProcess/) : this.firefox ? descendantsOf(this.#pid, /-contentproc.* tab$/) : await this.#renderers();
    assert.ok(pids.length > 0, 'there are no processes of pages');
    const strike = async () => { for (const pid of pids) kill(pid); };
    if (this.webkit || this.firefox) {
      return { strike, recover: async () => { // without a page that lives, no tab can be opened through the driver
        this.#end();
        await again();
      } };
    }
    const crashed = new Promise((resolve) => page.once('error', resolve));
    return { strike, recover: async () => {
      await crashed;
      await this.#open();
      await this.#closeOthers();
    } };
  }

  /** Kills the browser and all its child processes. */
  #end() {
    if (this.#browser) process.kill(-this.#pid, 'SIGKILL');
    this.#browser = undefined;
  }

  /** Closes all tabs except one, including those whose process has ended. */
  async #closeOthers() {
    const control = await this.#browser?.target().createCDPSession();
    const own = await this.page.createCDPSession();
    const { targetInfo: { targetId } } = await own.send('Target.getTargetInfo');
    const { targetInfos = [] } = await control?.send('Target.getTargets') ?? {};
    for (const one of targetInfos) if (one.type === 'page' && one.targetId !== targetId) await control?.send('Target.closeTarget', { targetId: one.targetId });
    await Promise.all([own.detach(), control?.detach()]);
  }

  get #pid() {
    const pid = this.#browser?.process()?.pid;
    assert.ok(pid);
    return pid;
  }

  /** The processes of pages and their workers. */
  async #renderers() {
    const session = await this.#browser?.target().createCDPSession();
    const { processInfo } = /** @type {{processInfo: {type: string, id: number}[]}} */ (await session?.send('SystemInfo.getProcessInfo'));
    await session?.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /** Checks that the history is kept: undo and redo give the same text. @param {string} text */
  async #undone(text) {
    await writable(this.page); // the previous tab holds the lock briefly
    const before = await turn(this.page, 0);
    const again = await turn(this.page, 1);
    assert.notEqual(before, text, 'nothing can be undone');
    assert.equal(again, text, 'undone and redone');
  }

  async close() {
    await this.#browser?.close();
  }
}

/** The steps of a course, during which something is killed shortly after one of them. */
class Walk {
  /** The number of steps shown by then. */
  shown = 0;
  #begun = 0;

  /** @param {Course} course @param {Kind} kind @param {SceneName} scene */
  constructor(course, kind, scene) {
    this.course = course;
    this.kind = kind;
    this.scene = scene;
  }

  /**
   * @param {() => Promise<unknown>} strike
   * @param {() => number} random
   */
  async take(strike, random) {
    const { steps, enough } = this.course;
    const goesOn = random() < 0.5;
    const delay = random() < 0.1 ? FLUSHED + PAUSE * (2 * random() - 1) : DELAY * random() ** 2;
    let struck = false;
    let ended = Promise.resolve();
    const end = async () => {
      struck = true;
      await strike();
    };
    for (const step of steps) {
      if (struck || this.#begun >= enough && !goesOn) break;
      if (++this.#begun === enough) ended = pause(delay).then(end);
      const taken = step().then(() => { if (!struck) this.shown++; });
      try {
        await Promise.race([taken, ...(this.#begun < enough ? [] : [ended])]); // a tab whose process has ended doesn't answer
      } catch (error) {
        if (!struck) throw error; // else its page is gone
      }
      await pause(PAUSE * random());
    }
    await ended;
  }

  /** The number of steps that were shown and are now missing, at most one. @param {string} seen @returns {number} */
  lost(seen) {
    const { course: { states }, kind, scene, shown } = this;
    const found = states.slice(0, this.#begun + 1).lastIndexOf(seen);
    assert.ok(found >= 0, `after ${kind}, in ${scene}: ${difference(seen, states[shown])}`);
    assert.ok(found >= shown - 1, `${kind} lost ${shown - found} of ${shown} steps, in ${scene}`);
    return Math.max(0, shown - found);
  }
}

/** The first place where two texts differ, with 40 characters around it of each. @param {string} got @param {string} want */
export function difference(got, want) {
  let at = 0;
  while (at < got.length && got[at] === want[at]) at++;
  const around = (/** @type {string} */ text) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return `at character ${at}, ${around(got)} instead of ${around(want)}`;
}

/** Waits until a tab shows the same file as another. @param {Page} writer @param {Page} reader */
async function follows(writer, reader) {
  await openFile(reader);
  const text = await SCENES.file.read(writer);
  await reader.waitForFunction((text) => /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text')).value === text, { polling: 30 }, text);
  await reader.close();
}

/** Ends a process at once, unless it has ended. @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** Processes below a process (Firefox starts those of its tabs from another), of which the command line matches. @param {number} top @param {RegExp} command */
function descendantsOf(top, command) {
  /** @type {Map<number, number>} */
  const parents = new Map();
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {} // it has ended meanwhile
  }
  const isBelow = (/** @type {number|undefined} */ pid) => {
    while (pid && pid !== top) pid = parents.get(pid);
    return pid === top;
  };
  return [...parents.keys()].filter((pid) => {
    try {
      return isBelow(parents.get(pid)) && command.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim());
    } catch {
      return false;
    }
  });
}
