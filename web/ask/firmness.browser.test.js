// Answers of a network with open claims. Builds its own site.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { start, until } from '../test/browser/browser.js';

/** @import {Page} from 'puppeteer-core' */
/** @import {Tester} from '../test/browser/browser.js' */

const ARTICLE = `Ida Voss let the old mill to Lund Timber in 1890.
Lund Timber belongs to the Ostrand Bank, and the Ostrand Bank belongs to Karl Brandt.
Police are looking into whether Karl Brandt paid Ida Voss. She denies it.
The bailiff may command the clerk. The reeve commands the beadle, and the beadle commands the clerk. The bailiff commands the reeve.
`;
const NETWORK = `format: 1
id: mill
title: Who has the mill
summary: Who has the old mill.
lang: en
root: bailiff
sources: [{id: s, text: article.txt, title: The mill, lang: en, date: 1900}]
speakers: [{id: v, label: The article, kind: article}]
passages:
  - {id: p1, paragraph: 1, exact: Ida Voss let the old mill to Lund Timber in 1890}
  - {id: p2, paragraph: 2, exact: Lund Timber belongs to the Ostrand Bank}
  - {id: p2b, paragraph: 2, exact: the Ostrand Bank belongs to Karl Brandt}
  - {id: p3, paragraph: 3, exact: Police are looking into whether Karl Brandt paid Ida Voss}
  - {id: p3b, paragraph: 3, exact: She denies it}
  - {id: p4, paragraph: 4, exact: The bailiff may command the clerk}
  - {id: p4b, paragraph: 4, exact: "The reeve commands the beadle, and the beadle commands the clerk"}
  - {id: p4c, paragraph: 4, exact: The bailiff commands the reeve}
nodes:
  - {id: voss, label: Ida Voss, kind: person, summary: She let the mill., passages: [p1]}
  - {id: lund, label: Lund Timber, kind: organisation, summary: The tenant., passages: [p1]}
  - {id: bank, label: Ostrand Bank, phrase: the Ostrand Bank, kind: organisation, summary: A bank., passages: [p2]}
  - {id: brandt, label: Karl Brandt, kind: person, summary: Its owner., passages: [p2b]}
  - {id: bailiff, label: The bailiff, phrase: the bailiff, kind: person, summary: A bailiff., passages: [p4]}
  - {id: clerk, label: The clerk, phrase: the clerk, kind: person, summary: A clerk., passages: [p4]}
  - {id: reeve, label: The reeve, phrase: the reeve, kind: person, summary: A reeve., passages: [p4b]}
  - {id: beadle, label: The beadle, phrase: the beadle, kind: person, summary: A beadle., passages: [p4b]}
relations:
  - {id: voss-lund, from: voss, to: lund, kind: support, verb: let the mill to, passages: [p1]}
  - {id: bank-lund, from: bank, to: lund, kind: ownership, verb: owns, passages: [p2]}
  - {id: brandt-bank, from: brandt, to: bank, kind: ownership, verb: owns, passages: [p2b]}
  - {id: brandt-voss, from: brandt, to: voss, kind: money, verb: paid, status: ambiguous, passages: [p3, p3b]}
  - {id: bailiff-clerk, from: bailiff, to: clerk, kind: command, verb: commands, status: ambiguous, passages: [p4]}
  - {id: bailiff-reeve, from: bailiff, to: reeve, kind: command, verb: commands, passages: [p4c]}
  - {id: reeve-beadle, from: reeve, to: beadle, kind: command, verb: commands, passages: [p4b]}
  - {id: beadle-clerk, from: beadle, to: clerk, kind: command, verb: commands, passages: [p4b]}
`;

const folder = mkdtempSync(join(tmpdir(), 'proxynet-firmness-'));
/** @type {Tester} */
let tester;

before(async () => {
  writeFileSync(join(folder, 'article.txt'), ARTICLE);
  writeFileSync(join(folder, 'network.yaml'), NETWORK);
  const site = join(folder, 'site');
  execFileSync(String(process.env.PROXYNET), ['check', '--strict', '--network', join(folder, 'network.yaml')], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync(String(process.env.PROXYNET), ['build', '--network', join(folder, 'network.yaml'), '-o', site, '--draft', '--precompress=false'], { stdio: ['ignore', 'ignore', 'inherit'] });
  tester = await start(site);
});
after(async () => {
  await tester?.close();
  rmSync(folder, { recursive: true });
});

/** The texts of an answer's parts. @param {Page} page */
async function answer(page) {
  const at = '[data-ask="chain"] .answer:not([hidden], [aria-busy])';
  await until(page, 'the answer', (at) => document.querySelector(`${at} .sentence`) !== null, at);
  return page.$$eval(`${at} .sentence, ${at} .note, ${at} .chain li`, (all) => all.map((e) => /** @type {HTMLElement} */ (e).innerText.replace(/\s+/g, ' ').trim()));
}

test('ask chain: a stated path comes before an open one', async () => {
  const { page, errors } = await tester.open({ still: true, path: '#chain=brandt,lund' });
  const parts = await answer(page);
  assert.equal(parts[0], 'No documented chain of command leads from Karl Brandt to Lund Timber.');
  const stated = parts.findIndex((part) => part === 'Karl Brandt → owns ¶2 → Ostrand Bank → owns ¶2 → Lund Timber');
  const open = parts.findIndex((part) => part === 'Karl Brandt → paid ¶3 left open → Ida Voss → let the mill to ¶1 → Lund Timber');
  assert.ok(stated > 0 && open > stated, parts.join('\n'));
  assert.match(parts[open - 1], /left open/, 'it is labelled');
  assert.deepEqual(errors, []);
});

test('ask chain: a longer stated chain comes before a shorter open one', async () => {
  const { page, errors } = await tester.open({ still: true, path: '#chain=bailiff,clerk' });
  const parts = await answer(page);
  assert.equal(parts[0], 'One documented chain of command leads from the bailiff to the clerk, in 3 steps.');
  const open = parts.findIndex((part) => part === 'The bailiff → commands ¶4 left open → The clerk');
  assert.ok(open > 1 && /left open/.test(parts[open - 1]), parts.join('\n'));
  assert.deepEqual(errors, []);
});
