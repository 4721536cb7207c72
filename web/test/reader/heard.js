// What a screen reader says of a page: of what has the focus, its role and name, and
// what changes in live regions.

/** @import {Page} from 'puppeteer-core' */
import assert from 'node:assert/strict';
import { pause } from '../browser/browser.js';

/** Roles of which a screen reader says nothing. */
const SILENT = ['generic', 'none', 'presentation', 'RootWebArea'];

/** Milliseconds that something may take to be said. */
const PATIENCE = 15_000;

/** Listens to a page from now on. @param {Page} page */
export async function listen(page) {
  const session = await page.createCDPSession();
  await page.evaluate(() => {
    /** @type {string[]} */
    const heard = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((all) => {
      for (const { target } of all) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]');
        if (region?.textContent?.trim()) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  /** @returns {Promise<string[]>} */
  const heard = () => page.evaluate(() => Reflect.get(globalThis, 'heard'));
  return {
    /** What was said in live regions so far. */
    heard,
    /** Waits until something is said. @param {(said: string) => boolean} is @param {string} what */
    async until(is, what) {
      for (const end = Date.now() + PATIENCE; !(await heard()).some(is); await pause(50)) assert.ok(Date.now() < end, `never said: ${what}, but ${(await heard()).join(' | ')}`);
    },
    /** The role and name of what has the focus; fails where it has none. @param {string} after what was pressed */
    async focus(after) {
      const { result: { objectId } } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
      const { nodes: [{ role, name }] } = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
      const [is, named] = [String(role?.value), String(name?.value ?? '')];
      assert.ok(!SILENT.includes(is) && named.trim() !== '', `after ${after} the focus is on a ${is} “${named}”`);
      return `${is} ${named}`;
    },
  };
}
