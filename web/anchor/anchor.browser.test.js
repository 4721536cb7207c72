// Passages in a real page: its text, ranges, clicks and highlights, without changes of the
// page. In Chromium.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { newSession } from '../test/browser/browser.js';
import { anchor } from './anchor.js';
import { articleFrom } from '../test/anchor/corpus.js';
import { BREAK, fold } from './fold.js';
import { typesetFrom } from '../test/anchor/typeset.js';

/** @import {AddressInfo} from 'node:net' */
/** @import {Page} from 'puppeteer-core' */
/** @import {Session} from '../test/browser/browser.js' */
/** @import {Anchor, Passage} from './anchor.js' */

/** @type {Session} */
let browser;
/** @type {Page} */
let page;
const server = createServer(async (request, response) => {
  const name = /^\/([a-z]+\.js)$/.exec(request.url ?? '')?.[1];
  response.setHeader('Content-Type', name ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(name ? await readFile(new URL(name, import.meta.url)) : '<!doctype html><title>Host</title>');
});
before(async () => {
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  browser = await newSession();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}/`);
});
after(async () => {
  await browser.close();
  server.close();
});

/** Shows an article. @param {string} html */
const show = (html) => page.evaluate((html) => { document.body.innerHTML = html; }, html);

/** The folded text of the page. @returns {Promise<string>} */
async function read() {
  const raw = await page.evaluate(async (module) => (await import(module)).readText(document.body).raw, '/text.js');
  const { text, breaks } = fold(raw);
  return [...text].map((char, i) => (breaks.includes(i) ? '|' : char)).join('');
}

/** @type {[string, string, string][]} */
const texts = [
  ['blocks', '<h1>A</h1><p>b<div>c</div></p><ul><li>d<li>e</ul>f', 'A|b|c|d|e|f'],
  ['marks in a sentence', '<p>the <em>Quds</em> <a href="#">Fo<b>rce</b></a></p>', 'the Quds Force'],
  ['breaks', '<p>a<br>b<br><br>c<wbr>d</p>', 'a b|cd'],
  ['what is no text', '<p>a<script>1</script><style>p {}</style><noscript>2</noscript><template>3</template><!-- 4 --> b</p>', 'a b'],
  ['what is hidden', '<style>.x {display: none} .y {visibility: hidden}</style><p>a<span hidden>1</span><span class="x">2</span><span class="y">3<i style="visibility: visible">b</i></span></p>', 'ab'],
  ['what is spoken to nobody', '<p>a <span aria-hidden="true">b</span></p>', 'a b'],
  ['what is folded away', '<details><summary>a</summary><p>b</p></details>', 'a|b'],
  ['controls', '<p>a<button>1</button><input value="2"><select><option>3</select><textarea>4</textarea> b</p>', 'a b'],
  ['what is struck out', '<p>a <del>five</del><ins>six</ins></p>', 'a six'],
  ['notes and powers', '<p>ten<sup><a href="#n">1</a></sup> 10<sup>2</sup> two<a href="#n"><sup>3</sup></a> <a href="#">10<sup>4</sup></a></p>', 'ten 102 two 104'],
  ['an initial', '<p><span style="float: left">T</span>he</p>', 'The'],
  ['a float', '<p>a<span style="float: left">an aside</span>b</p>', 'a|an aside|b'],
  ['a graph with its quotations', '<p>a</p><proxy-network><blockquote>b</blockquote></proxy-network><iframe></iframe><p>c</p>', 'a|c'],
  ['a flex row', '<div style="display: flex"><span>a</span><span>b</span></div>', 'a|b'],
  ['soft hyphens', '<p>mili&shy;tia</p>', 'militia'],
];
for (const [name, html, want] of texts) {
  test(`text: ${name}`, async () => {
    await show(html);
    assert.equal(await read(), want);
  });
}

/**
 * Finds passages in the page and returns the texts of their ranges, folded and without
 * the hidden §, and the reasons.
 * @param {Passage[]} passages
 */
async function find(passages) {
  const found = await page.evaluate(async (module, passages) => {
    const before = document.documentElement.outerHTML;
    const { ranges, reasons } = await (await import(module)).findPassages(document.body, passages, { languages: ['en'] });
    const texts = [...ranges].map(([id, range]) => [id, range.toString()]);
    return { texts, reasons: Object.fromEntries(reasons), touched: before !== document.documentElement.outerHTML };
  }, '/find.js', passages);
  assert.equal(found.touched, false);
  return { texts: Object.fromEntries(found.texts.map(([id, text]) => [id, fold(text.replace(/§/g, '')).text])), reasons: found.reasons };
}

/**
 * Returns an article of the corpus in newspaper markup: links and emphasis in sentences
 * and words, comments, hidden and foreign elements.
 * @param {string} raw
 */
function htmlOf(raw) {
  const escape = (/** @type {string} */ text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const wraps = [
    (/** @type {string} */ word) => `<em>${word}</em>`,
    (/** @type {string} */ word) => `<a href="#x">${word}</a>`,
    (/** @type {string} */ word) => `<span><span>${word[0]}</span>${word.slice(1)}</span>`,
    (/** @type {string} */ word) => `${word}<!-- ad -->`,
    (/** @type {string} */ word) => `${word}<span hidden>§</span>`,
    (/** @type {string} */ word) => `<script type="application/json">§</script>${word}`,
  ];
  let count = 0;
  const words = (/** @type {string} */ block) => escape(block).replace(/(?<![&\p{L}\p{M}])\p{L}{2,}(?!\p{M})/gu, (word) => (++count % 5 === 0 ? wraps[count / 5 % wraps.length](word) : word));
  return raw.split(BREAK).map((block, i) => (i % 4 === 3 ? `<section><div>${words(block)}</div></section>` : `<p>${words(block)}</p>`)).join('\n');
}

test('anchor: the corpus in pages', async () => {
  let anchored = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const { raw, passages } = articleFrom(seed);
    await show(htmlOf(raw));
    const want = anchor(raw, passages, { languages: ['en'] });
    const { texts, reasons } = await find(passages);
    for (const { id } of passages) {
      const place = /** @type {Anchor} */ (want.get(id));
      if (typeof place === 'string') {
        assert.equal(reasons[id], place, `article ${seed}, ${id}`);
      } else {
        assert.equal(texts[id], fold(raw.slice(place.from, place.to)).text, `article ${seed}, ${id}`);
        anchored++;
      }
    }
  }
  assert.ok(anchored > 800);
});

const SEEDS = 420;

test('anchor: unchanged articles in hostile markup have all anchors in the right places', async (t) => {
  let all = 0;
  const errors = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { name, html, passages, languages } = typesetFrom(seed);
    await show(html);
    const found = await page.evaluate(async (module, passages, languages) => {
      const { ranges } = await (await import(module)).findPassages(document.body, passages, { languages });
      // A range may include the quotes around a passage.
      return [...ranges].map(([id, range]) => {
        const [begin, end] = ['begin', 'end'].map((name) => document.querySelector(`[data-${name}="${id}"]`));
        const isWithin = begin !== null && end !== null && range.intersectsNode(begin) && range.intersectsNode(end);
        const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, '').length;
        const own = document.createRange();
        if (begin && end) {
          own.setStartBefore(begin);
          own.setEndAfter(end);
        }
        return [id, isWithin && letters(range.toString()) === letters(own.toString()), range.toString()];
      });
    }, '/find.js', passages, languages);
    const right = new Map(found.map(([id, isRight, text]) => [id, { isRight, text }]));
    for (const { id, exact } of passages) {
      all++;
      if (!right.get(id)?.isRight) errors.push(`${name}: ${id}, “${exact}”: ${right.get(id)?.text ?? 'not found'}${process.env.HTML ? ` in ${html}` : ''}`);
    }
  }
  t.diagnostic(`unchanged articles in hostile markup: ${all - errors.length} of ${all} passages in the right place (${(100 * (all - errors.length) / all).toFixed(2)} %)`);
  assert.deepEqual(errors.slice(0, 40), []);
});

const HOST = `<style>p {margin: 40px; width: 500px}</style>
<p>Nobody built on the rocks for centuries, although <i>the reef was feared by all who sailed the Channel</i>.</p>
<p>It was an engraver who began, and the tower that he designed was lost with him.</p>`;
const PASSAGES = [
  { id: 'reef', exact: 'the reef was feared by all who sailed the Channel' },
  { id: 'who', exact: 'feared by all who sailed the Channel' },
  { id: 'tower', exact: 'the tower that he designed was lost with him' },
  { id: 'gone', exact: 'the keepers were never paid for their work' },
];

test('find: a click finds the passages under it', async () => {
  await show(HOST);
  const found = await page.evaluate(async (module, passages) => {
    const found = await (await import(module)).findPassages(document.body, passages);
    const text = /** @type {Node} */ (document.querySelector('i')?.firstChild);
    const { x, y } = /** @type {Element} */ (document.querySelector('i')).getClientRects()[0];
    return {
      reasons: [...found.reasons],
      start: found.at(text, 2),
      both: found.at(text, 20),
      none: found.at(document.querySelector('p')?.firstChild, 3),
      point: found.under(x + 3, y + 3),
      margin: found.under(5, 5),
    };
  }, '/find.js', PASSAGES);
  assert.deepEqual(found, { reasons: [['gone', 'missing']], start: ['reef'], both: ['reef', 'who'], none: [], point: ['reef'], margin: [] });
});

test('paint: highlights are set and cleared without changing the page', async () => {
  await show(HOST);
  const seen = await page.evaluate(async (finder, painter, passages) => {
    const { ranges } = await (await import(finder)).findPassages(document.body, passages);
    const { paint, clear } = await import(painter);
    const before = document.documentElement.outerHTML;
    paint('proxynet-passage', ranges.values());
    paint('proxynet-selected', [ranges.get('who')], 1);
    const marks = [...CSS.highlights].map(([name, highlight]) => [name, highlight.priority, highlight.size]);
    clear('proxynet-passage', 'proxynet-selected');
    return { marks, left: CSS.highlights.size, touched: before !== document.documentElement.outerHTML };
  }, '/find.js', '/paint.js', PASSAGES);
  assert.deepEqual(seen, { marks: [['proxynet-passage', 0, 3], ['proxynet-selected', 1, 1]], left: 0, touched: false });
});

test('paint: does nothing in a browser without highlights', async () => {
  const threw = await page.evaluate(async (module) => {
    const { paint, clear, canPaint } = await import(module);
    const kept = window.Highlight;
    Reflect.deleteProperty(window, 'Highlight');
    try {
      paint('proxynet-passage', [document.createRange()]);
      clear('proxynet-passage');
      return [canPaint(), CSS.highlights.size];
    } finally {
      window.Highlight = kept;
    }
  }, '/paint.js');
  assert.deepEqual(threw, [false, 0]);
});

test('find: a page that changes during the search gets no wrong highlight', async () => {
  await show(HOST);
  const found = await page.evaluate(async (module, passages) => {
    const text = (await import(module)).readText(document.body);
    const at = text.raw.indexOf(passages[2].exact);
    const { rangeOf } = await import(module);
    const ends = [at, at + passages[2].exact.length];
    const held = rangeOf(text, ...ends)?.toString();
    /** @type {Text} */ (document.querySelectorAll('p')[1].firstChild).insertData(0, 'Yes. ');
    const changed = rangeOf(text, ...ends);
    document.querySelectorAll('p')[1].remove();
    return [held, changed, rangeOf(text, ...ends)];
  }, '/text.js', PASSAGES);
  assert.deepEqual(found, [PASSAGES[2].exact, null, null]);
});

test('find: a long article does not block the page', async (t) => {
  await show(HOST + '<p>The <em>sea</em> rose over the wall and the men of the harbour watched it from their windows.</p>'.repeat(5_000));
  const measured = await page.evaluate(async (finder, reader, passages) => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const since = performance.now();
    (await import(reader)).readText(document.body);
    const read = performance.now() - since;
    last = performance.now();
    longest = 0;
    const { ranges } = await (await import(finder)).findPassages(document.body, passages);
    clearInterval(timer);
    return { read, longest, all: performance.now() - since - read, ranges: ranges.size };
  }, '/find.js', '/text.js', PASSAGES);
  t.diagnostic(`80,000 words: read in ${measured.read.toFixed(0)} ms, found in ${measured.all.toFixed(0)} ms, the page held up for ${measured.longest.toFixed(0)} ms at most`);
  assert.equal(measured.ranges, 3);
});
