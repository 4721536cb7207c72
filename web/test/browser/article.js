// For tests in a real browser: article pages on 127.0.0.1 with embeds of the built site
// from localhost, which is another origin and another site.

/** @import {Frame, Page} from 'puppeteer-core' */
import { createServer } from 'node:http';
import { PATIENCE, pause, start } from './browser.js';
import { element } from '../../share/snippet.js';
import { initialState } from '../../state/store.js';

const DESKTOP = { width: 1000, height: 800 };
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/**
 * @typedef {object} View
 * @property {boolean} [phone]
 * @property {boolean} [motion]   for a reader who doesn’t prefer reduced motion
 * @property {boolean} [noScript]
 * @property {string} [policy]   the host's content security policy
 * @property {boolean} [quirks]  a page without a doctype
 * @property {string} [head]     more for the head of the page
 * @property {boolean} [slow]    by a slow line, so that the page is drawn long before the embed's script is there
 */

/** Starts a server of article pages, the site's server, and a browser. @param {string} [folder] of another site */
export async function startHost(folder) {
  const site = await start(folder);
  const address = site.address.replace('127.0.0.1', 'localhost');
  /** @type {Map<string, {html: string, policy?: string}>} */
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(page?.policy && { 'Content-Security-Policy': page.policy }),
    });
    response.end(page?.html ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    /** The site’s address in articles. */
    address,
    /** The tag in an article that loads the embed’s script. */
    script: `<script type="module" src="${address}embed.js"></script>`,
    /** The complete snippet of the share dialog. @param {Partial<import('../../state/declaration.js').State>} [state] */
    snippet: (state) => element({ address, root: address, language: 'en', title: 'The network', figure: [390, 1136] }, { ...initialState, ...state }),
    /**
     * Opens an article page. Its log has the console messages and requests.
     * @param {string} body
     * @param {View} [view]
     */
    async open(body, { phone, motion, noScript, policy, quirks, slow, head = '' } = {}) {
      const path = `/${pages.size}.html`;
      const html = `${quirks ? '' : '<!doctype html>'}<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
      pages.set(path, { html, policy });
      const page = await site.browser.newPage();
      await page.setViewport(phone ? PHONE : DESKTOP);
      if (!motion) await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      if (noScript) await page.setJavaScriptEnabled(false);
      if (slow) await page.emulateNetworkConditions({ latency: 300, download: 100_000, upload: 100_000 });
      /** @type {string[]} */
      const errors = [];
      /** @type {string[]} */
      const warnings = [];
      /** @type {string[]} */
      const requests = [];
      page.setDefaultNavigationTimeout(PATIENCE);
      page.on('pageerror', (error) => errors.push(`error: ${/** @type {Error} */ (error).message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`console: ${message.text()} ${message.location().url}`);
        if (message.type() === 'warn') warnings.push(message.text());
      });
      page.on('request', (request) => requests.push(request.url()));
      await page.evaluateOnNewDocument(() => {
        /** @type {string[]} */
        const errors = [];
        Reflect.set(window, 'errors', errors);
        addEventListener('error', (event) => errors.push(event.message));
        addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
        addEventListener('securitypolicyviolation', (event) => errors.push(`${event.violatedDirective}: ${event.blockedURI}`));
        Reflect.set(window, 'shift', 0);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) Reflect.set(window, 'shift', Reflect.get(window, 'shift') + Reflect.get(entry, 'value'));
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
      if (!noScript && !slow && body.includes('<proxy-network')) await page.evaluate(() => customElements.whenDefined('proxy-network').then(() => {}));
      return { page, errors, warnings, requests };
    },
    async close() {
      await site.close();
      server.close();
    },
  };
}

/** The errors and policy violations in a page or frame. @param {Page|Frame} page */
export const errorsOf = (page) => page.evaluate(() => /** @type {string[]} */ (Reflect.get(window, 'errors')));

/** The sum of all layout shifts of a page. @param {Page} page */
export const shiftOf = (page) => page.evaluate(() => /** @type {number} */ (Reflect.get(window, 'shift')));

/** Waits until the nth embed of a page is live. @param {Page} page */
export const live = (page, nth = 0) => page.evaluate(async (nth) => {
  await customElements.whenDefined('proxy-network');
  await document.querySelectorAll('proxy-network')[nth].ready;
}, nth);

/** The current number of frames in the embeds of a page. @param {Page} page */
export const framesOf = (page) => page.$$eval('proxy-network', (all) => all.filter((e) => e.shadowRoot?.querySelector('iframe')).length);

/**
 * The frame of the only embed, or of the only iframe.
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
export async function frameOf(page) {
  for (let i = 0; i < 100; i++) {
    const frame = page.frames().find((frame) => frame !== page.mainFrame());
    if (frame) return frame;
    await pause(100);
  }
  throw new Error('the page has no frame');
}
