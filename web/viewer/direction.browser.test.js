// Labels have the text direction of HTML with dir=auto, in the canvas and in the SVG.
// Compared as pictures in Chromium.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { launch, serve, Tester } from '../test/browser/browser.js';

const run = promisify(execFile);

/** Persian, Arabic, Hebrew, mixed and Latin labels; those in the last row are wrapped. */
const LABELS = [
  '"נמל" בע״מ', '2. לשכת המסחר', '(سپاه) قدس', 'IRGC سپاه', '!שלום', 'سپاه قدس', 'Bank (شعبه)', 'سپاه (IRGC)', '– לשכה', 'شرکت «نمونه»',
  'حزب الله (لبنان)', '«النهضة»', '3. مجلس', 'وزارة الدفاع!', '50% شركة', 'C++ קבוצה', 'בנק 2000', 'ABC אבג 123', '[כתב עת]', 'ל.מ.ד.',
  'גדוד 51', '$100 قرض', '100$ قرض', 'نمره ۲۰', '۲۰ نفر', 'Hezbollah', 'U.S. (2020)', '"Port" Ltd.', 'Krupp & Co.', 'No. 7!',
  'شرکت «نمونه» برای ساخت و ساز ۲۰۲۴ (سهامی خاص)', 'סוכנות הידיעות (IRNA News Agency) בע״מ!', 'The Bank of the North (بانک شمال) Ltd.', 'نیروی قدس سپاه پاسداران (Quds Force - IRGC)',
];

/** @type {Tester} */
let tester;
/** @type {string} */
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxynet-direction-'));
  const nodes = LABELS.map((label, i) => `  - {id: n${i}, label: ${JSON.stringify(label)}, kind: organisation}`);
  const relations = LABELS.slice(1).map((label, i) => `  - {id: r${i}, from: n${i}, to: n${i + 1}, kind: tie, verb: ${JSON.stringify(LABELS[i % 30])}}`);
  const yaml = `format: 1\nid: labels\ntitle: Labels\nsummary: Labels.\nlang: en\nunsourced: true\nnodes:\n${nodes.join('\n')}\nrelations:\n${relations.join('\n')}\n`;
  await writeFile(join(folder, 'network.yaml'), yaml);
  await run(/** @type {string} */ (process.env.PROXYNET), ['build', '--network', join(folder, 'network.yaml'), '-o', join(folder, 'site'), '--precompress=false']);
  const { address, stop } = await serve(join(folder, 'site'));
  tester = new Tester(await launch('--force-device-scale-factor=2'), address, stop);
});
after(async () => {
  await tester?.close();
  await rm(folder, { recursive: true });
});

/** The ink of a text: for each column from its first to its last, the rows with ink. @param {Pick<PNG, 'width'|'height'|'data'>} png */
function columns({ width, height, data }) {
  const dark = (/** @type {number} */ at) => data[at] + data[at + 1] + data[at + 2] < 384;
  const all = Array.from({ length: width }, (_, x) => Array.from({ length: height }, (_, y) => dark(4 * (y * width + x))));
  const inked = all.map((column) => column.includes(true));
  return all.slice(inked.indexOf(true), inked.lastIndexOf(true) + 1);
}

/** The share of ink of two pictures that is not in the other one, minimised over a few shifts. @param {boolean[][]} a @param {boolean[][]} b */
function apart(a, b) {
  let best = 1;
  for (let dx = -3; dx <= 3; dx++) {
    for (let dy = -3; dy <= 3; dy++) {
      let [one, other] = [0, 0];
      for (let x = 0; x < Math.max(a.length, b.length); x++) {
        for (let y = 0; y < Math.max(a[0].length, b[0].length); y++) {
          const [p, q] = [a[x]?.[y] ?? false, b[x + dx]?.[y + dy] ?? false];
          if (p || q) one++;
          if (p !== q) other++;
        }
      }
      best = Math.min(best, other / one);
    }
  }
  return best;
}

/** The maximum difference of two renderings of the same text; their antialiasing differs. */
const SAME = 0.45;

test('labels: have the direction of HTML in the SVG and in the canvas', { timeout: 280_000 }, async () => {
  const { page, errors } = await tester.open();
  // All labels in one size, black on white, drawn by each of the three.
  const size = 32;
  const lines = await page.evaluate(async () => {
    const file = /** @type {HTMLMetaElement} */ (document.querySelector('meta[name="proxynet-network"]')).content;
    const network = await (await fetch(file)).json();
    return network.layouts[0].places.map((/** @type {{lines: string[]}} */ place) => place.lines);
  });
  assert.ok(lines.some((/** @type {string[]} */ all) => all.length > 1), 'no label is broken');
  /** The two texts in one picture. */
  const shot = async () => {
    const both = PNG.sync.read(Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 1200, height: 160 }, captureBeyondViewport: false })));
    return [0, 100].map((top) => columns({ width: 1200, height: 60, data: both.data.subarray(4 * 1200 * top) }));
  };

  // The page's SVG, one text at a time.
  const drawn = await page.evaluate(() => [...document.querySelectorAll('.poster-wide a[data-select]')].filter((link) => link.querySelector('text')).map((link) => ({
    id: link.getAttribute('data-select') ?? '', texts: [...link.querySelectorAll('text')].map((text) => text.outerHTML),
  })));
  assert.equal(drawn.length, LABELS.length);
  /** @type {string[]} */
  const wrong = [];
  for (const { id, texts } of drawn) {
    const node = Number(id.slice(1));
    for (const [at, line] of lines[node].entries()) {
      await page.evaluate((texts, at, label, line, size) => {
        document.querySelector('#compare')?.remove();
        const box = Object.assign(document.createElement('div'), { id: 'compare' });
        Object.assign(box.style, { position: 'fixed', inset: '0', zIndex: '99', background: '#fff', color: '#000' });
        const font = getComputedStyle(/** @type {Element} */ (document.querySelector('.poster-wide'))).fontFamily;
        box.innerHTML = `<svg width="1200" height="60" class="poster">${texts[at]}</svg><p></p>`; // the policy forbids styles in markup
        Object.assign(/** @type {SVGElement} */ (box.querySelector('svg')).style, { position: 'absolute', left: '0', top: '0' });
        const text = /** @type {SVGTextElement} */ (box.querySelector('text'));
        for (const [name, value] of Object.entries({ x: '600', y: '40', 'font-size': String(size), fill: '#000', opacity: '1' })) text.setAttribute(name, value);
        text.style.fill = '#000';
        const html = /** @type {HTMLElement} */ (box.querySelector('p'));
        Object.assign(html.style, { position: 'absolute', left: '0', top: '100px', margin: '0', inlineSize: '1200px', textAlign: 'center', whiteSpace: 'pre' });
        document.body.append(box);
        html.style.font = `${getComputedStyle(text).fontWeight} ${size}px/60px ${font}`;
        // The whole paragraph gives the direction of each of its lines.
        html.dir = 'auto';
        html.textContent = label;
        html.dir = html.matches(':dir(rtl)') ? 'rtl' : 'ltr';
        html.textContent = line;
      }, texts, at, LABELS[node], line, size);
      const [svg, html] = await shot();
      const share = apart(html, svg);
      if (share > SAME) wrong.push(`SVG: ${LABELS[node]}, line ${at}: ${share.toFixed(2)}`);
    }
  }
  await page.evaluate(() => document.querySelector('#compare')?.remove());
  assert.deepEqual(wrong, []);

  // The live canvas: the program asks the page's own 2D canvas for each text.
  assert.deepEqual(errors, []);
  await page.close();

  const { page: watched } = await tester.open({
    prepare: (fresh) => fresh.evaluateOnNewDocument(() => {
      /** @type {Record<string, string[]>} */
      const asked = {};
      Reflect.set(window, 'asked', asked);
      const fill = CanvasRenderingContext2D.prototype.fillText;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        (asked[text] ??= []).push(`${this.direction} ${this.textAlign}`);
        return fill.call(this, text, ...rest);
      };
    }),
  });
  await watched.evaluate(() => window.proxynet.dispatch({ type: 'select', id: 'n3' }));
  await watched.waitForFunction(() => Object.keys(Reflect.get(window, 'asked')).length > 30);
  const checks = await watched.evaluate((labels, lines) => labels.flatMap((label, i) => {
    const probe = Object.assign(document.createElement('p'), { dir: 'auto', textContent: label });
    document.body.append(probe);
    const want = `${probe.matches(':dir(rtl)') ? 'rtl' : 'ltr'} left`;
    probe.remove();
    return lines[i].map((/** @type {string} */ line) => ({ line, want, got: Reflect.get(window, 'asked')[line] ?? [] }));
  }), LABELS, lines);
  for (const { line, want, got } of checks) {
    assert.ok(got.length > 0, `${line} is not drawn`);
    assert.ok(got.includes(want), `${line} is drawn ${got}; want ${want}`);
  }
  await watched.close();
});
