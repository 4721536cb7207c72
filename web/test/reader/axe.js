// Runs axe-core on every state of a page.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** @import {Page, Frame} from 'puppeteer-core' */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules in addition to WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The violations that axe finds, one per line.
 * @param {Page|Frame} page
 * @param {string[]} [without]  selectors of what is left out; emptied for the while, as axe takes its time for excluded elements too
 * @returns {Promise<string[]>}
 */
export async function violationsOf(page, without = []) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished))); // wait for fade-ins to finish
  if (await page.evaluate(() => !Reflect.has(window, 'axe'))) await page.evaluate(axe); // by the debugger, to which content security policies don't apply
  return page.evaluate(async (tags, without) => {
    const emptied = without.flatMap((selector) => [...document.querySelectorAll(selector)]).map((element) => ({ element, nodes: [...element.childNodes] }));
    for (const { element } of emptied) element.replaceChildren();
    try {
      /** @type {{violations: {id: string, help: string, nodes: {target: unknown, failureSummary: string}[]}[]}} */
      const { violations } = await Reflect.get(window, 'axe').run({ exclude: without.map((selector) => [selector]) }, { runOnly: tags, resultTypes: ['violations'], preload: false });
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target}: ${failureSummary}`));
    } finally {
      for (const { element, nodes } of emptied) element.replaceChildren(...nodes);
    }
  }, RULES, without);
}

/** Waits for the answer to a question. @param {Page} page */
const answered = (page) => page.waitForFunction(() => [...document.querySelectorAll('#ask .answer')].some((answer) => answer.textContent?.trim()));

/** States by name: the fragment, and an action. @type {Record<string, {state: string, act?: (page: Page) => Promise<unknown>, undo?: (page: Page) => Promise<unknown>}>} */
const STATES = {
  'overview': { state: '' },
  'a node': { state: 'select=quds-force' },
  'a relation': { state: 'select=quds-hezbollah' },
  'an event': { state: 'select=soleimani-killed' },
  'a speaker': { state: 'select=takeyh' },
  'a passage': { state: 'select=p8-chain' },
  'hidden parts, moved': { state: 'hide=relation.arms&view=400,300,2' },
  'a chain': { state: 'chain=tehran,houthis', act: answered },
  'a what-if': { state: 'remove=quds-force', act: answered },
  'a measure': { state: 'size=betweenness', act: answered },
  'a date': { state: 'as-of=2019' },
  'a step of the story': { state: 'step=the-killing' },
  'surroundings': { state: 'focus=qaani' },
  'a search': {
    state: '',
    act: (page) => page.type('#search', 'a'),
    undo: (page) => page.keyboard.press('Escape'),
  },
  'the share dialog': {
    state: '',
    act: (page) => page.click('#share'),
    undo: (page) => page.keyboard.press('Escape'),
  },
  'the keys': {
    state: '',
    act: (page) => page.keyboard.press('?'),
    undo: (page) => page.keyboard.press('Escape'),
  },
};

/** Elements that are hidden while the graph is live; they are checked in the pages without scripts or WebGL. */
const HIDDEN = ['.evidence', '#picture svg', '#overview[hidden]'];

/** The violations in every state, one per line. @param {Page} page */
export async function inEveryState(page) {
  /** @type {string[]} */
  const errors = [];
  for (const [name, { state, act, undo }] of Object.entries(STATES)) {
    await page.evaluate((state) => {
      window.proxynet.dispatch({ type: 'reset' });
      location.hash = state;
      window.dispatchEvent(new PopStateEvent('popstate'));
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }, state);
    await act?.(page);
    errors.push(...(await violationsOf(page, HIDDEN)).map((error) => `${name}: ${error}`));
    await undo?.(page);
  }
  return [...new Set(errors)];
}
