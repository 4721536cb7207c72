// For tests in a real browser: opens the built site, and fails the test on any error in
// the page.

/** @import {View} from './browser.js' */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { start } from './browser.js';

/** Starts the server and browser that the tests of one file share, until they end. */
export async function opener() {
  const site = await start();
  after(() => site.close());

  /**
   * @param {{after(done: () => Promise<void>): void}} t  the test's context
   * @param {View & {size?: [number, number]}} [view]  size in CSS pixels, where it is neither desktop nor phone
   */
  return async (t, { size, ...view } = {}) => {
    const { page, errors } = await site.open({
      ...view,
      prepare: async (page) => {
        if (size) await page.setViewport({ width: size[0], height: size[1] });
        await view.prepare?.(page);
      },
    });
    t.after(async () => {
      await page.close();
      assert.deepEqual(errors, [], 'errors of the page');
    });
    return page;
  };
}
