// An author's work on the desk during kills: typing in the file, in forms, in a review
// note, in a reviewed article; undo and redo; merging two names, and cancelling that; two tabs.

/** @import {KeyInput, Page} from 'puppeteer-core' */

/** The maximum number of steps before a kill. */
const STEPS = 12;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A scene of an author's work.
 * @typedef {object} Scene
 * @property {(page: Page) => Promise<unknown>} enter  shows what it happens in
 * @property {(page: Page, random: () => number) => Promise<Course>} begin  what will be done
 * @property {(page: Page) => Promise<string>} read  what the author sees of it
 * @property {(page: Page) => Promise<unknown>} [again]  shows it after something has ended, where it isn't shown by itself
 * @property {(page: Page) => Promise<unknown>} [leave]
 */
/**
 * Steps and the visible state after each; states[0] is the state before the first. The
 * last steps are taken only if the kill has not happened by then.
 * @typedef {{states: string[], steps: (() => Promise<unknown>)[], enough: number}} Course
 */

/** @param {Page} page @param {string} selector */
export const click = (page, selector) => page.$eval(selector, (one) => /** @type {HTMLElement} */ (one).click());
/** @param {Page} page @param {string} selector @returns {Promise<string>} */
const valueOf = (page, selector) => page.$eval(selector, (one) => /** @type {HTMLInputElement|HTMLTextAreaElement} */ (one).value);
/** Waits until the engine has read the network. @param {Page} page */
export const ready = (page) => page.waitForFunction(() => document.querySelector('#desk:not([hidden])') && document.querySelector('#article')?.getAttribute('lang'), { polling: 30 });

/**
 * Letters typed at the end of a field.
 * @param {string} field  its selector
 * @param {string} [first]
 * @param {number} [least]  steps before a kill; 2 in a form, since an untouched one is not kept and does not open again
 */
const typing = (field, first = '', least = 1) => ({
  /** @param {Page} page @param {() => number} random @returns {Promise<Course>} */
  async begin(page, random) {
    await page.waitForFunction((field) => !/** @type {HTMLInputElement|HTMLTextAreaElement} */ (document.querySelector(field)).readOnly, { polling: 30 }, field);
    const before = await valueOf(page, field);
    await page.$eval(field, (one) => {
      const area = /** @type {HTMLInputElement|HTMLTextAreaElement} */ (one);
      area.focus();
      area.setSelectionRange(1e9, 1e9);
    });
    const words = first + Array.from({ length: 4 * STEPS }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
    return {
      states: Array.from({ length: words.length + 1 }, (_, i) => before + words.slice(0, i)),
      steps: [...words].map((letter) => async () => {
        await page.keyboard.down(/** @type {KeyInput} */ (letter));
        await page.keyboard.up(/** @type {KeyInput} */ (letter));
      }),
      enough: least + Math.floor(random() * STEPS),
    };
  },
  /** @param {Page} page */
  async read(page) {
    await page.waitForSelector(field);
    return valueOf(page, field);
  },
});

/** @param {Page} page */
export const openFile = async (page) => {
  await page.waitForSelector('#desk:not([hidden]) #tab-yaml'); // it isn't there at once
  await click(page, '#tab-yaml');
};
/** @param {Page} page */
const openReview = async (page) => {
  await ready(page);
  await click(page, '#tab-review');
  await page.waitForSelector('#panel .record-title');
  const first = '#panel ul.records:first-of-type .record:first-child'; // another form may be open
  if (!await page.$(`${first} .note-field`)) await click(page, `${first} .record-title`);
  await page.waitForSelector(`${first} .note-field input`);
};
/** Waits until the tab may write the network. @param {Page} page */
export const writable = (page) => page.waitForFunction(() => !/** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text')).readOnly, { polling: 30 });
/** Leaves a form, which opens again by itself after a reload. @param {Page} page */
const cancel = async (page) => {
  await click(page, '#form .secondary');
  await page.waitForSelector('#form', { hidden: true });
};
/** Submits a form and cancels it at once, when nothing can have been applied yet. @param {Page} page */
export const sendAndCancel = (page) => page.evaluate(() => {
  for (const name of ['[type=submit]', '.secondary']) /** @type {HTMLElement} */ (document.querySelector(`#form ${name}`)).click();
});
/** Opens the form for the article's first words. @param {string} kind */
const form = (kind) => async (/** @type {Page} */ page) => {
  await ready(page);
  await page.evaluate(() => {
    const text = /** @type {Text} */ (document.querySelector('#article p')?.firstChild);
    getSelection()?.setBaseAndExtent(text, 0, text, 'Anna'.length);
  });
  await page.waitForSelector('#bar:not([hidden])');
  await click(page, `#bar [data-kind=${kind}]`);
  await page.waitForSelector('#form:not([hidden]) form');
};
/** Undoes (0) or redoes (1) a step and returns the file. @param {Page} page @param {number} which */
export const turn = (page, which) => page.evaluate((which) => {
  /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.top-acts > .icon-button')])[which].click();
  return /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text')).value;
}, which);

/** Opens the form for merging the first name with another, and enters that name. @param {Page} page */
async function openMerge(page) {
  const act = '[data-key^="anna-Merge"]';
  await ready(page);
  await click(page, '#tab-names');
  await page.waitForSelector('[data-key=record-anna]');
  if (!await page.$(act)) await click(page, '[data-key=record-anna]');
  await page.waitForSelector(act);
  await click(page, act);
  await page.waitForSelector('#form:not([hidden]) .combo input');
  await page.keyboard.type('Carla');
  await page.keyboard.press('Enter');
}
/** The file after the merge. @param {string} text */
const merged = (text) => text.replace('label: Anna,', 'label: Anna, aliases: [Carla],').replace(/ *- \{id: carla,.*\n/, '');
/** Scenes by name. @satisfies {Record<string, Scene>} */
export const SCENES = {
  file: { enter: openFile, again: openFile, ...typing('.yaml-text', '#') },
  event: { enter: form('event'), leave: cancel, ...typing('#form .field-input', '', 2) },
  cite: { enter: form('cite'), leave: cancel, ...typing('#form .combo input', '', 2) },
  step: {
    async enter(page) {
      await ready(page);
      await click(page, '#tab-story');
      await page.waitForSelector('[data-key=step-add]');
      await click(page, '[data-key=step-add]');
      await page.waitForSelector('#form:not([hidden]) textarea');
    },
    leave: cancel, ...typing('#form textarea', '', 2),
  },
  note: { enter: openReview, again: openReview, ...typing('.note-field input') },
  article: {
    async enter(page) {
      await page.evaluate(() => {
        history.replaceState(null, '', location.pathname);
        location.reload();
      });
      await page.waitForSelector('#start:not([hidden]) #paste');
      await page.$eval('#paste', (area) => { /** @type {HTMLTextAreaElement} */ (area).value = 'Anna commands Berta.'; });
      await click(page, '.drop .primary');
      await page.waitForSelector('.intake');
    },
    leave: (page) => click(page, '.intake .secondary'), ...typing('.clean'),
  },
  undo: {
    enter: openFile, again: openFile, read: (page) => valueOf(page, '.yaml-text'),
    async begin(page, random) {
      await writable(page);
      // Three separate steps of typing, so that there is something to undo.
      const texts = await page.evaluate((n) => {
        const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
        const [undo, redo] = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.top-acts > .icon-button')]);
        const now = Date.now;
        for (let i = 0; i < n; i++) {
          Date.now = () => now() + 5000 * i; // separate steps
          area.setRangeText(`#${'uvw'[i]}\n`, 0, 0);
          area.dispatchEvent(new Event('input'));
        }
        Date.now = now;
        const texts = [area.value];
        for (let i = 0; i < n; i++) {
          undo.click();
          texts.unshift(area.value);
        }
        for (let i = 0; i < n; i++) redo.click();
        return texts;
      }, 3);
      let at = texts.length - 1;
      const walk = Array.from({ length: 2 * STEPS }, () => {
        const which = at === 0 ? 1 : at === texts.length - 1 || random() < 0.5 ? 0 : 1;
        at += which === 0 ? -1 : 1;
        return { which, text: texts[at] };
      });
      return { states: [texts[texts.length - 1], ...walk.map(({ text }) => text)], steps: walk.map(({ which }) => () => turn(page, which)), enough: 1 + Math.floor(random() * STEPS) };
    },
    /** Undoes the typing, so that the file doesn't grow. @param {Page} page */
    async leave(page) {
      await writable(page);
      while (/^#[uvw]\n/.test(await turn(page, 0)));
    },
  },
  merge: {
    enter: openFile, again: openFile, read: (page) => valueOf(page, '.yaml-text'),
    async begin(page) {
      await writable(page);
      const before = await valueOf(page, '.yaml-text');
      await openMerge(page);
      const merge = async () => {
        await click(page, '#form [type=submit]');
        await page.waitForSelector('#form', { hidden: true });
      };
      return { states: [before, merged(before)], steps: [merge], enough: 1 };
    },
    async leave(page) {
      await ready(page);
      await writable(page);
      if (await page.$('#form:not([hidden]) .secondary')) await cancel(page);
      if (!/id: carla,/.test(await valueOf(page, '.yaml-text'))) await turn(page, 0);
    },
  },
  cancel: {
    enter: openFile, again: openFile, read: (page) => valueOf(page, '.yaml-text'),
    /** Submits a form and cancels it before the engine has answered: nothing changes. */
    async begin(page) {
      await writable(page);
      const before = await valueOf(page, '.yaml-text');
      await openMerge(page);
      const give = async () => {
        await sendAndCancel(page);
        await page.waitForSelector('#form', { hidden: true });
      };
      return { states: [before, before], steps: [give], enough: 1 };
    },
    async leave(page) {
      await ready(page);
      await writable(page);
      if (await page.$('#form:not([hidden]) .secondary')) await cancel(page); // it was killed before
    },
  },
  tabs: { enter: openFile, again: openFile, ...typing('.yaml-text', '#') },
};
/** @typedef {keyof typeof SCENES} SceneName */
