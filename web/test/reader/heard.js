// Simulates a screen reader: reads the role and name of the focused element, and
// changes in live regions.

/** @import {Page} from 'puppeteer-core' */
import assert from 'node:assert/strict';
import { pause } from '../browser/browser.js';

/** Roles that a screen reader does not announce. */
const SILENT = ['generic', 'none', 'presentation', 'RootWebArea'];

/** Maximum milliseconds until something is announced. */
const PATIENCE = 15_000;

/** Starts listening to a page. @param {Page} page */
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
    /** The announcements of live regions so far. */
    heard,
    /** Waits for an announcement. @param {(said: string) => boolean} is @param {string} what */
    async until(is, what) {
      for (const end = Date.now() + PATIENCE; !(await heard()).some(is); await pause(50)) assert.ok(Date.now() < end, `never said: ${what}, but ${(await heard()).join(' | ')}`);
    },
    /** The role and name of the focused element; fails if it has none. @param {string} after the keys pressed before, for the error */
    async focus(after) {
      const { result: { objectId } } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
      const { nodes: [{ role, name }] } = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
      const [is, named] = [String(role?.value), String(name?.value ?? '')];
      assert.ok(!SILENT.includes(is) && named.trim() !== '', `after ${after} the focus is on a ${is} “${named}”`);
      return `${is} ${named}`;
    },
  };
}
