// Files of other programs in which every text, id and address tries to run a script:
// none may run in the built page or in exports.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newSession, pause, serve } from '../browser/browser.js';
import { CORPUS, openOpen, smuggled } from '../browser/hostile.js';

/** @import {Session} from '../browser/browser.js' */

/** Also texts that spreadsheets run as formulas. */
const TEXTS = [...CORPUS, '=cmd|\'/C calc\'!A0', '+ran()', '-ran()', '@ran()', '=HYPERLINK("javascript:ran()")'];
const URLS = ['javascript:ran()', 'data:text/html,<script>ran()</script>', 'https://example.org/"><script>ran()</script>'];
/** A unique text for each field. @param {string} field @param {number} i */
const name = (field, i) => `${TEXTS[(7 * i + 5 * field.length) % TEXTS.length]} ${field} ${i}`;
/** @param {number} i */
const url = (i) => URLS[i % URLS.length];
const NODES = Array.from({ length: 12 }, (_, i) => i); // few, so that their labels fit
const EDGES = TEXTS.map((_, i) => i);
/** The ends of an edge; the graph is a ring with chords. @param {number} i */
const from = (i) => i % NODES.length;
/** @param {number} i */
const to = (i) => (i + (i < NODES.length ? 1 : 5)) % NODES.length;

const xml = (/** @type {string} */ text) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const dot = (/** @type {string} */ text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const csv = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
const nodes = (/** @type {(i: number) => string} */ write) => NODES.map(write).join('\n');
const edges = (/** @type {(i: number) => string} */ write) => EDGES.map(write).join('\n');
const attributes = ['label', 'summary', 'url', 'kind', 'note', 'verb', 'period', 'aliases'];
const values = (/** @type {number} */ i) => Object.fromEntries(attributes.map((field) => [field, field === 'url' ? url(i) : name(field, i)]));

/** The content of a file in each format. @type {Record<string, string>} */
const FILES = {
  gexf: `<gexf xmlns="http://gexf.net/1.3" version="1.3"><meta><creator>${xml(name('creator', 0))}</creator><description>${xml(name('description', 1))}</description></meta><graph defaultedgetype="directed">
${['node', 'edge'].map((what) => `<attributes class="${what}">${attributes.map((field) => `<attribute id="${field}" title="${field}" type="string"/>`).join('')}</attributes>`).join('')}
<nodes>${nodes((i) => `<node id="${xml(name('id', i))}" label="${xml(name('label', i))}"><attvalues>${Object.entries(values(i)).map(([field, value]) => `<attvalue for="${field}" value="${xml(value)}"/>`).join('')}</attvalues></node>`)}</nodes>
<edges>${edges((i) => `<edge id="${xml(name('edge', i))}" source="${xml(name('id', from(i)))}" target="${xml(name('id', to(i)))}" label="${xml(name('verb', i))}"><attvalues>${Object.entries(values(i)).map(([field, value]) => `<attvalue for="${field}" value="${xml(value)}"/>`).join('')}</attvalues></edge>`)}</edges></graph></gexf>`,
  graphml: `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${attributes.map((field) => `<key id="${field}" for="all" attr.name="${field}" attr.type="string"/>`).join('')}<graph id="${xml(name('graph', 0))}" edgedefault="directed">
${nodes((i) => `<node id="${xml(name('id', i))}">${Object.entries(values(i)).map(([field, value]) => `<data key="${field}">${xml(value)}</data>`).join('')}</node>`)}
${edges((i) => `<edge id="${xml(name('edge', i))}" source="${xml(name('id', from(i)))}" target="${xml(name('id', to(i)))}">${Object.entries(values(i)).map(([field, value]) => `<data key="${field}">${xml(value)}</data>`).join('')}</edge>`)}</graph></graphml>`,
  dot: `digraph ${dot(name('graph', 0))} { label=${dot(name('title', 1))}; comment=${dot(name('comment', 2))};
${nodes((i) => `${dot(name('id', i))} [${Object.entries(values(i)).map(([field, value]) => `${field}=${dot(value)}`).join(', ')}, tooltip=${dot(name('tooltip', i))}, URL=${dot(url(i))}];`)}
${edges((i) => `${dot(name('id', from(i)))} -> ${dot(name('id', to(i)))} [${Object.entries(values(i)).map(([field, value]) => `${field}=${dot(value)}`).join(', ')}];`)} }`,
  csv: `Source,Target,Type,${attributes.map(csv).join(',')},${csv(TEXTS[0])}\n${edges((i) => [name('id', from(i)), name('id', to(i)), 'Directed', ...Object.values(values(i)), name('more', i)].map(csv).join(','))}\n`,
  jgf: JSON.stringify({ graph: {
    id: name('id', 0), label: name('title', 1), type: name('type', 2), directed: true, metadata: values(3),
    nodes: Object.fromEntries(NODES.map((i) => [name('id', i), { label: name('label', i), metadata: values(i) }])),
    edges: EDGES.map((i) => ({ id: name('edge', i), source: name('id', from(i)), target: name('id', to(i)), relation: name('relation', i), label: name('verb', i), metadata: values(i) })),
  } }),
  nodelink: JSON.stringify({
    directed: true, multigraph: false, graph: { name: name('title', 0), ...values(1) },
    nodes: NODES.map((i) => ({ ...values(i), id: name('id', i), name: name('name', i) })),
    links: EDGES.map((i) => ({ ...values(i), source: name('id', from(i)), target: name('id', to(i)), key: name('key', i) })),
  }),
  cytoscape: JSON.stringify({
    data: { name: name('title', 0), ...values(1) },
    elements: {
      nodes: NODES.map((i) => ({ data: { ...values(i), id: name('id', i), name: name('name', i) }, classes: name('class', i) })),
      edges: EDGES.map((i) => ({ data: { ...values(i), id: name('edge', i), source: name('id', from(i)), target: name('id', to(i)), interaction: name('interaction', i) } })),
    },
  }),
  oligrapher: JSON.stringify({
    id: 1, title: name('title', 0), subtitle: name('subtitle', 1),
    nodes: Object.fromEntries(NODES.map((i) => [name('id', i), { id: name('id', i), name: name('name', i), description: name('description', i), image: url(i), url: url(i) }])),
    edges: Object.fromEntries(EDGES.map((i) => [name('edge', i), { id: name('edge', i), node1_id: name('id', from(i)), node2_id: name('id', to(i)), label: name('label', i), arrow: '1->2', url: url(i) }])),
    captions: { 1: { id: '1', text: name('caption', 0), url: url(0) } },
  }),
};

const folder = mkdtempSync(join(tmpdir(), 'hostile-formats-'));
const networks = join(folder, 'networks');
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
/** @type {Session} */
let browser;

/** @param {string[]} args */
function command(...args) {
  const { status, stderr } = spawnSync(process.env.PROXYNET ?? '', args, { encoding: 'utf8' });
  assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
}

before(async () => {
  mkdirSync(networks);
  for (const [format, data] of Object.entries(FILES)) {
    const file = join(folder, `file.${format}`);
    writeFileSync(file, data);
    const network = join(networks, `${format}.yaml`);
    command('import', '--format', format, file, '-o', network);
    writeFileSync(network, readFileSync(network, 'utf8').replace(/^id: .*$/m, `id: ${format}`));
  }
  command('build', '--network', networks, '--title', CORPUS[0], '-o', join(folder, 'site'), '--draft', '--precompress=false');
  site = await serve(join(folder, 'site'));
  browser = await newSession();
});
after(async () => {
  await browser?.close();
  site?.stop();
  rmSync(folder, { recursive: true });
});

for (const format of ['', ...Object.keys(FILES)]) {
  test(`hostile imports: ${format || 'the page that lists all networks'}`, { timeout: 120_000 }, async () => {
    const { page, problems } = await openOpen(browser, `${site.address}${format && `${format}/`}`);
    if (format) {
      await page.evaluate(() => window.proxynet.ready);
      const ids = await page.$$eval('.evidence .entry[data-type]', (entries) => entries.map((entry) => /** @type {HTMLElement} */ (entry).dataset.id ?? ''));
      assert.ok(ids.length >= NODES.length + EDGES.length, `there are ${ids.length} entries`);
      const seen = await page.evaluate(() => document.body.textContent ?? '');
      for (const text of ['<img src=x onerror=ran()>', '=cmd|']) assert.ok(seen.includes(text), `the text ${text} is gone`);
      await page.evaluate((ids) => {
        for (const id of ids) window.proxynet.dispatch({ type: 'select', id });
      }, ids);
      await page.type('#search', 'script');
      await page.$eval('#share', (button) => /** @type {HTMLElement} */ (button).click());
    }
    assert.deepEqual([await smuggled(page), problems], [[], []]);
    await page.close();
  });
}

test('hostile imports: exported files', { timeout: 120_000 }, async () => {
  const out = join(folder, 'out');
  mkdirSync(out);
  for (const format of ['svg', 'gexf', 'graphml', 'csv', 'json', 'dot', 'jgf', 'cytoscape']) {
    command('export', '--format', format, '--network', join(networks, 'jgf.yaml'), '-o', join(out, `network.${format}`));
  }
  for (const format of ['gexf', 'graphml']) renameSync(join(out, `network.${format}`), join(out, `${format}.xml`)); // which browsers display
  const files = readdirSync(out).filter((file) => /\.(svg|xml)$/.test(file));
  assert.equal(files.length, 3, files.join());
  for (const file of files) {
    const { page, problems } = await openOpen(browser, `file://${join(out, file)}`);
    assert.deepEqual([await smuggled(page), problems], [[], []], file);
    await page.close();
  }
  // As pasted into a page by a newsroom.
  const { page, problems } = await openOpen(browser, `${site.address}THIRD_PARTY_NOTICES.txt`);
  await page.setContent(readFileSync(join(out, 'network.svg'), 'utf8'));
  await pause(300);
  assert.ok(await page.$('svg text'));
  assert.deepEqual([await smuggled(page), problems], [[], []]);
  await page.close();

  const tables = readdirSync(out).filter((file) => file.endsWith('.csv'));
  assert.ok(tables.length > 0);
  for (const table of tables) {
    const cells = readFileSync(join(out, table), 'utf8').replace(/^\ufeff/, '').match(/(?<=^|,)("(?:[^"]|"")*"|[^",\r\n]*)/gm) ?? [];
    assert.ok(cells.some((cell) => /^"?'=cmd/.test(cell)), `${table}: the formulas are gone`);
    assert.deepEqual(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell)), [], `${table}: a spreadsheet takes these for formulas`);
  }
});
