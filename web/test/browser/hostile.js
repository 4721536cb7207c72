// Texts that run a script if they are used as anything but text, and pages in which
// they could run: the pages' policy would block most of them, so it is disabled there.

/** @import {Page} from 'puppeteer-core' */
/** @import {Session} from './browser.js' */

/** Texts that call ran() if they are used as anything but text. */
export const CORPUS = [
  '<script>ran()</script>',
  '<img src=x onerror=ran()>',
  '"><svg onload=ran()>',
  '\' autofocus onfocus=ran() x=\'',
  '</script><script>ran()</script>',
  '</style><script>ran()</script>',
  '</title></textarea><script>ran()</script>',
  '--><script>ran()</script><!--',
  ']]><script>ran()</script>',
  '<iframe srcdoc="<script>parent.ran()</script>">',
  '<a href="javascript:ran()">here</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=ran()>',
  '<foreignObject><body onload=ran()>',
  '<details open ontoggle=ran()>',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '&#60;img src=x onerror=ran()&#62;',
  '{{constructor.constructor("ran()")()}}',
  '${ran()}',
  'javascript:ran()',
];

let next = 0;
/** The next text of the corpus, with a number that makes it unique. */
export const text = () => `${CORPUS[next % CORPUS.length]} ${next++}`;

/** Opens a page in which injected scripts would run. @param {Session} browser @param {string} address */
export async function openOpen(browser, address) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setBypassCSP(true);
  /** @type {string[]} */
  const problems = [];
  page.on('dialog', (dialog) => { problems.push(dialog.message()); dialog.dismiss(); });
  page.on('pageerror', (error) => problems.push(/** @type {Error} */ (error).message));
  await page.exposeFunction('ran', () => problems.push('a script ran'));
  await page.goto(address, { waitUntil: 'load' });
  return { page, problems };
}

/** Returns the signs that a text was not treated as text. @param {Page} page */
export const smuggled = (page) => page.evaluate(() => [...document.querySelectorAll('*')].filter((element) =>
  element.matches('img[src="x"], iframe, foreignObject, math, mglyph, [onload], [onerror], [onfocus], [ontoggle], [href^="javascript:" i], [href^="data:text" i]')
  || element.localName === 'script' && /ran\(\)/.test(element.textContent ?? '') && element.getAttribute('type') !== 'application/json').map((element) => element.outerHTML.slice(0, 200)));
