import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { PNG } from 'pngjs';
import { opener } from '../test/browser/opener.js';

const open = await opener();

test('share: the dialog has the link of the view and the snippets', async (t) => {
  const page = await open(t, { path: '#select=qaani&hide=relation.arms' });
  await page.evaluate(() => window.proxynet.dispatch({ type: 'view', view: { x: 1, y: 2, zoom: 3 } }));
  await page.click('#share');
  const values = await page.$$eval('#sharing textarea', (all) => all.map((field) => field.value));
  const address = page.url().replace(/#.*/, '');
  assert.equal(values[0], `${address}#select=qaani&hide=relation.arms&view=1,2,3`);
  assert.ok(values[1].includes(`<proxy-network src="${address}#view=1,2,3" select="qaani" filter="relation.arms">`), values[1]);
  const origin = new URL(address).origin;
  assert.equal(values[2], `script-src ${origin}; img-src ${origin} data:; frame-src ${origin}; connect-src ${origin}`);
  assert.ok(values[3].startsWith(`<iframe src="${address}#select=qaani`), values[2]);
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('#sharing', (dialog) => /** @type {HTMLDialogElement} */ (dialog).open), false);
  assert.equal(await page.evaluate(() => window.proxynet.state.select), 'qaani', 'Escape did more than close the dialog');
});

for (const [name, fragment, view] of /** @type {[string, string, {x: number, y: number, zoom: number}|null][]} */ ([
  ['whole', '#select=qaani&hide=relation.arms', null],
  ['in Persian', 'fa/#select=qaani&hide=relation.arms', null],
  ['in part', '#focus=quds-force', { x: 500, y: 400, zoom: 2 }],
])) {
  test(`share: saves the picture of the view as SVG and PNG, ${name}`, async (t) => {
    const page = await open(t, { path: fragment });
    if (view) await page.evaluate((view) => window.proxynet.dispatch({ type: 'view', view }), view);
    const folder = await mkdtemp(join(tmpdir(), 'proxynet-picture-'));
    t.after(() => rm(folder, { recursive: true }));
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', browserContextId: page.browserContext().id, downloadPath: folder, eventsEnabled: true });
    await page.click('#share');
    /** @param {string} kind */
    const save = async (kind) => {
      const done = new Promise((resolve) => session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve(null)));
      await page.click(`[data-picture="${kind}"]`);
      await done;
      session.removeAllListeners('Browser.downloadProgress');
      const [file] = (await readdir(folder)).filter((name) => name.endsWith(`.${kind}`));
      assert.equal(file, `${name === 'in Persian' ? 'شبکهٔ-پیرامون-نیروی-قدس-ایران' : 'The-network-around-Iran-s-Quds-Force'}.${kind}`);
      return readFile(join(folder, file));
    };
    const svg = String(await save('svg'));
    const parts = await page.evaluate((svg) => {
      const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const box = page.documentElement.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
      const words = [...page.querySelectorAll('text')].map((text) => text.textContent).join('').replace(/\s/g, '');
      const legend = ['[data-key="lead"]', '[data-hides="status.implied"]'].map((row) => document.querySelector(`#legend ${row} .label`)?.textContent ?? '?');
      return { box, unexplained: legend.filter((text) => !words.includes(text.replace(/\s/g, ''))), credit: page.documentElement.lastElementChild?.textContent, error: page.querySelector('parsererror')?.textContent, names: [...page.querySelectorAll('[data-select]')].map((link) => link.getAttribute('data-select')) };
    }, svg);
    assert.equal(parts.error, undefined);
    assert.ok(parts.names.includes('quds-force') && !parts.names.some((name) => name === (view ? 'hamas' : 'tehran-arms-axis')), String(parts.names));
    const { width, height } = await page.$eval('#picture', (picture) => picture.getBoundingClientRect().toJSON());
    assert.deepEqual(parts.unexplained, [], 'the legend of the page is in the picture');
    const foot = 28; // CSS pixels
    const head = view ? 2 * (400 - height / 4 - parts.box[1]) : 0; // of the headline
    const legend = view ? 2 * parts.box[3] - height - head - foot : 0;
    if (view) {
      assert.ok(head > 20 && legend > 20, `the headline has ${head} pixels, the legend ${legend}`);
      assert.deepEqual(parts.box.slice(0, 3).map(Math.round), [500 - width / 4, 400 - (height / 2 + head) / 2, width / 2].map(Math.round));
    }
    else assert.ok(svg.includes('stroke="#1456b8"'), 'nothing is selected');
    assert.equal(svg.includes('>نیروی قدس</text>'), name === 'in Persian', 'names are in the language of the page');
    assert.equal(parts.credit, name === 'in Persian' ? 'منبع: \u2068Sune Engel Rasmussen, WSJ\u2069' : 'Source: Sune Engel Rasmussen, WSJ');
    assert.ok(!/class=|style|var\(/.test(svg), 'it needs a style sheet');
    const png = PNG.sync.read(await save('png'));
    assert.deepEqual([png.width, png.height], (view ? [width, height + foot + head + legend] : parts.box.slice(2)).map((side) => Math.round(2 * side)));
    const colours = new Set(Array.from({ length: png.data.length / 4 }, (_, i) => png.data.readUInt32BE(4 * i)));
    assert.ok(colours.size > 30, `${colours.size} colours`);
    const force = view ? 0x1f6355ff : 0xd9e8e3ff; // solid in the lead; a tint elsewhere
    assert.ok(colours.has(0xfbfaf7ff) && colours.has(force), 'paper, and the ground of a force');
  });
}
