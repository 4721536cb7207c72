// The embed's snippet in programs that strip or transform articles: its picture, which
// links to the page, and its title must remain. Readability, sanitize-html and
// WordPress themselves are run; for mail programs and Ghost, their documented rules are
// applied. Run by `make test-strip`, with SHOTS=folder for screenshots.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
// @ts-expect-error it has no types
import sanitize from 'sanitize-html';
import { element } from '../../share/snippet.js';
import { initialState } from '../../state/store.js';
import { launch } from '../browser/browser.js';

const PAGE = 'https://example.org/a/';
const TITLE = 'A “network” & more';
const snippet = element({ address: PAGE, root: PAGE, language: 'en', title: TITLE, figure: [390, 1136] }, { ...initialState, select: 'qaani' });
const words = (/** @type {number} */ year) => `<p>The harbour board bought a dredger in ${year}, and nobody in the council says who ordered it, or why the yard was paid twice, first in spring, then in autumn.</p>`;
const post = `${[2001, 2002, 2003].map(words).join('\n\n')}\n\n${snippet}\n\n${[2004, 2005, 2006].map(words).join('\n\n')}`;
const picture = await readFile(new URL('../../picture.png', import.meta.url));

const browser = await launch();
test.after(() => browser.close());

/** A page in which requests to the site are answered with a picture, and all others fail. */
async function open() {
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 844 });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().endsWith('.png') || request.url().endsWith('.svg')) void request.respond({ contentType: 'image/png', body: new Uint8Array(picture) });
    else if (request.url().startsWith('data:')) void request.continue();
    else void request.abort();
  });
  return page;
}

/**
 * Checks the remaining content of a post as shown to a reader.
 * @param {string} name
 * @param {string} html
 * @param {string} [style] of the program that shows it
 */
async function check(name, html, style = '') {
  assert.ok(!html.includes('<script'), 'a script is left');
  const page = await open();
  try {
    await page.setContent(`<!doctype html><title>x</title><style>body { max-width: 40rem; margin: 1rem auto; padding: 0 1rem; font: 18px/1.5 Georgia, serif; } img { max-width: 100%; height: auto; } ${style}</style>${html}`, { waitUntil: 'load' });
    const seen = await page.evaluate(() => {
      const image = document.querySelector('img');
      const link = image?.closest('a');
      const title = [...document.querySelectorAll('a')].find((a) => a.textContent?.includes('network'));
      const box = image?.getBoundingClientRect();
      return { src: image?.getAttribute('src'), link: link?.href, title: title?.textContent?.trim(), to: title?.href, wide: box?.width, high: box?.height, paragraphs: document.body.innerText.match(/The harbour board/g)?.length };
    });
    assert.deepEqual([seen.src, seen.link, seen.title, seen.to], [`${PAGE}figure.png`, `${PAGE}#select=qaani`, TITLE, `${PAGE}#select=qaani`]);
    assert.ok((seen.wide ?? 0) > 250 && (seen.high ?? 0) > 100, `the picture has ${seen.wide} × ${seen.high} pixels`);
    assert.equal(seen.paragraphs, 6, 'the article’s own words');
    if (process.env.SHOTS) {
      await mkdir(process.env.SHOTS, { recursive: true });
      await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
    }
  } finally {
    await page.close();
  }
}

test('Readability: keeps picture, link and title', async () => {
  const page = await open();
  await page.setContent(`<!doctype html><title>The dredger</title><nav><a href="/">Home</a></nav><article><h1>The dredger</h1>${post}</article><footer>About</footer>`, { waitUntil: 'domcontentloaded' });
  const code = await readFile(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
  const html = await page.evaluate(`${code}; new Readability(document.cloneNode(true)).parse().content`);
  await page.close();
  await check('readability', String(html));
});

// Allowed in feeds by a sanitizer that many feed readers use; pictures are not in its
// defaults, but feed readers allow them.
test('feed reader: keeps picture, link and title', () => check('feed', sanitize(post, { allowedTags: sanitize.defaults.allowedTags.concat('img') })));

test('feed reader without pictures: keeps link and title', () => {
  const html = sanitize(post);
  assert.match(html, new RegExp(`<a href="${PAGE}#select=qaani">(<br />)?A “network” &amp; more</a>`));
});

// https://developers.google.com/workspace/gmail/design/css and Outlook show neither
// scripts, unknown elements, <picture>, SVG nor relative addresses.
test('mail program: keeps picture, link and title', () => check('mail', sanitize(post, {
  allowedTags: ['a', 'b', 'br', 'div', 'em', 'h1', 'h2', 'i', 'img', 'p', 'span', 'strong', 'table', 'tbody', 'td', 'tr'],
  allowedAttributes: { a: ['href'], img: ['src', 'width', 'height', 'alt'] }, allowedSchemes: ['https', 'mailto'],
})));

// https://ghost.org/help/cards/#html: the card is published unchanged; feeds and
// newsletters use the same HTML, which their readers strip. The markup is the output of
// Ghost's @tryghost/kg-lexical-html-renderer 1.5.1, which is the same for the web and
// e-mail; it has 99 dependencies, so it is not installed for this test.
test('Ghost: the snippet is one complete HTML card', () => {
  const card = `<!--kg-card-begin: html-->\n${snippet}\n<!--kg-card-end: html-->`;
  assert.equal(card.match(/-->/g)?.length, 2, 'the snippet would end the comment of the card');
  return check('ghost', sanitize(words(2001) + words(2002) + words(2003) + card + words(2004) + words(2005) + words(2006), { allowedTags: sanitize.defaults.allowedTags.concat('img', 'figure', 'figcaption') }));
});

const wordpress = process.env.WORDPRESS ?? '';
const missing = wordpress ? false : 'needs PHP and WordPress: apt-get install php-cli wordpress, or unpack the package and set WORDPRESS to its usr/share/wordpress';

/** @param {string} html @param {'author'|'admin'} who */
const published = (html, who) => execFileSync('php', [fileURLToPath(new URL('kses.php', import.meta.url)), wordpress, who], { input: html, encoding: 'utf8' });

test('WordPress: KSES keeps an author’s picture, link and title', { skip: missing }, () => check('wordpress-author', published(post, 'author')));

test('WordPress: automatic paragraphs keep an administrator’s whole element', { skip: missing }, async () => {
  const page = await open();
  await page.setContent(published(post, 'admin'), { waitUntil: 'domcontentloaded' });
  const inside = await page.$eval('proxy-network', (e) => ({ image: e.querySelector('img')?.getAttribute('src'), title: e.querySelector('a')?.textContent?.trim(), beside: document.querySelectorAll('img').length, empty: [...document.querySelectorAll('p')].filter((p) => !p.textContent?.trim()).length }));
  await page.close();
  assert.deepEqual(inside, { image: `${PAGE}figure.png`, title: TITLE, beside: 1, empty: 0 });
});

test('WordPress: the block passes its own test, and is kept for authors', { skip: missing }, () => {
  const folder = fileURLToPath(new URL('../../wordpress/', import.meta.url));
  for (const file of ['proxynet.php', 'editor.asset.php']) execFileSync('php', ['-l', folder + file]);
  execFileSync('php', [`${folder}proxynet.test.php`, wordpress]);
  const block = '<!-- wp:proxynet/network {"src":"https://example.org/a/","select":"qaani"} /-->';
  assert.ok(published(block, 'author').includes(block));
});
