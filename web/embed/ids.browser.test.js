// Embedded networks with ids that are property names of Object.prototype.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { until } from '../test/browser/browser.js';
import { errorsOf, frameOf, live, startHost } from '../test/browser/article.js';

const TEXT = 'On Monday the office paid the clerks. On Tuesday the office paid the clerks.';
/** @type {Awaited<ReturnType<typeof startHost>>} */
let host;
const dir = mkdtempSync(join(tmpdir(), 'proxynet-'));

/** The type of record with such an id, by network. @type {['node', 'passage', 'relation', 'event']} */
const TYPES = ['node', 'passage', 'relation', 'event'];

before(async () => {
  const networks = join(dir, 'networks');
  mkdirSync(networks);
  writeFileSync(join(networks, 'article.txt'), TEXT);
  for (const type of TYPES) {
    const id = (/** @type {string} */ its, /** @type {string} */ other) => (its === type ? 'constructor' : other);
    writeFileSync(join(networks, `${type}.yaml`), `format: 1
id: ${type}
title: T
summary: S
lang: en
root: ${id('node', 'office')}
sources: [{id: paper, title: The article, lang: en, text: article.txt}]
speakers: [{id: article, label: The article, kind: article}]
passages: [{id: ${id('passage', 'p')}, paragraph: 1, exact: the office paid the clerks, prefix: "Tuesday "}]
nodes:
  - {id: ${id('node', 'office')}, label: The office, kind: organisation, summary: It pays., passages: [${id('passage', 'p')}]}
  - {id: clerks, label: The clerks, kind: people, summary: They are paid., passages: [${id('passage', 'p')}]}
relations:
  - {id: ${id('relation', 'pays')}, from: ${id('node', 'office')}, to: clerks, kind: money, verb: paid, passages: [${id('passage', 'p')}]}
events:
  - {id: ${id('event', 'paid')}, label: They are paid, summary: On a Tuesday., participants: [{node: clerks, role: paid}], passages: [${id('passage', 'p')}]}
`);
  }
  execFileSync(process.env.PROXYNET ?? '', ['build', '--network', networks, '-o', join(dir, 'site'), '--draft', '--precompress=false'], { stdio: ['ignore', 'ignore', 'inherit'] });
  host = await startHost(join(dir, 'site'));
});
after(async () => {
  await host?.close();
  rmSync(dir, { recursive: true });
});

for (const type of TYPES) {
  test(`ids: an entry of type ${type} with the id constructor is selected, marked and positioned`, async () => {
    const { page, errors } = await host.open(`<script type="module" src="${host.address}${type}/embed.js"></script><article id="text"><p>${TEXT}</p></article><proxy-network src="${host.address}${type}/" article="#text" select="constructor" height="500"></proxy-network>`);
    await live(page);
    await until(page, 'the bar', () => document.querySelector('proxy-network')?.shadowRoot?.querySelector('.reading [role=status]')?.textContent === '1 passage here');
    const found = await page.evaluate(() => [...CSS.highlights].filter(([name]) => name.endsWith('-selected')).flatMap(([, all]) => [...all].map((range) => [String(range), /** @type {Range} */ (range).startOffset])));
    assert.deepEqual(found, [['the office paid the clerks', TEXT.lastIndexOf('the office')]]);
    assert.equal(await page.$eval('proxy-network', (element) => element.state.select), 'constructor');
    const own = await page.$eval('proxy-network', async (element) => {
      const positions = await element.positions();
      return ['constructor', 'toString', '__proto__', 'clerks'].map((id) => typeof positions[id]);
    });
    assert.deepEqual(own, [type === 'node' || type === 'relation' ? 'object' : 'undefined', 'undefined', 'undefined', 'object']);
    const frame = await frameOf(page);
    await frame.waitForFunction(() => document.querySelector('#detail .entry')?.getAttribute('data-id') === 'constructor');
    assert.deepEqual([errors, await errorsOf(page)], [[], []]);
    await page.close();
  });
}
