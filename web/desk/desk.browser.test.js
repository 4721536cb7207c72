// The desk as one file, opened from disk: an author makes a network from an article,
// with the mouse and with the keyboard alone, and loses nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { Author, claimsOf, drop, poyais, read, ready, startDesk, textOf } from '../test/browser/desk.js';
import { Victim } from '../test/browser/kills.js';
import { pause, until } from '../test/browser/browser.js';
import { sendAndCancel } from '../test/browser/scenes.js';
import { listen } from '../test/reader/heard.js';
import { randomFrom } from '../test/random.js';

/** @import {Page} from 'puppeteer-core' */
/** @import {Relation} from '../test/browser/desk.js' */

/** The maximum number of clicks and keystrokes for a relation, without typed words. */
const MOST = 12;
/** The number of relations to make, of the twenty-four in the shipped network. */
const COUNT = Number(process.env.RELATIONS ?? 20);

/** @type {Awaited<ReturnType<typeof startDesk>>} */
let desk;
const dir = mkdtempSync(join(tmpdir(), 'proxynet-'));
const { text, article, begun } = poyais();
const shipped = read('network/file/example/poyais/network.yaml');

before(async () => { desk = await startDesk(dir); });
after(async () => {
  await desk?.close();
  rmSync(dir, { recursive: true });
});

/** @param {string} id @returns {{label: string, kind: string}} */
const node = (id) => shipped.nodes.find((/** @type {{id: string}} */ one) => one.id === id);
/** @param {Relation} relation @returns {{paragraph: number, words: string}} */
function passage({ passages: [id] }) {
  const { paragraph, selector } = shipped.passages.find((/** @type {{id: string}} */ one) => one.id === id);
  return { paragraph, words: selector.exact };
}

/**
 * Makes a relation like an author.
 * @param {Author} author
 * @param {Relation} relation
 * @param {boolean} mouse
 */
async function make(author, relation, mouse) {
  const { page } = author;
  const { paragraph, words } = passage(relation);
  if (mouse) {
    await author.drag(paragraph, words);
    await author.click('#bar [data-kind=relation]');
  } else {
    await author.find(words);
    await author.press('r');
  }
  await page.waitForSelector('#form:not([hidden]) .ends');
  const ends = [node(relation.from), node(relation.to)];
  let { names, field } = await author.state();
  if (names[0] === ends[1].label && names[1] === ends[0].label) {
    if (mouse) await author.click('.swap');
    else {
      await page.keyboard.down('Shift');
      await author.press('Tab');
      await page.keyboard.up('Shift');
      await author.press('Enter');
    }
  } else if (names[0] !== ends[0].label || names[1] !== ends[1].label) {
    if (mouse && field !== 0) await author.click('.ends input');
    for (const end of [0, 1]) {
      ({ names, field } = await author.state());
      if (names[end] === ends[end].label) continue;
      if (field !== end) {
        await page.focus(`.ends > :nth-child(${end + 1}) input`);
        author.acts++;
      }
      if (!mouse || !await clickName(author, ends[end].label)) await author.name(ends[end]);
    }
  }
  if (mouse) await author.click(`#form [data-id="${relation.kind}"]`);
  else await author.letter(relation.kind);
  await author.type(relation.verb);
  await author.press('Enter');
  if (await page.evaluate(() => document.querySelector('#form [aria-checked=true][data-id=stated], #form [aria-checked=true][data-id=implied]')?.getAttribute('data-id')) !== relation.status) await author.letter(relation.status);
  if (relation.status === 'implied') await author.type(relation.inference ?? '');
  await author.press('Enter');
}

/** Clicks a visible name in the article or the picture. @param {Author} author @param {string} label */
async function clickName(author, label) {
  const at = await author.page.evaluate((label) => {
    const box = /** @type {HTMLElement} */ (document.querySelector('#article')).getBoundingClientRect();
    for (const p of document.querySelectorAll('#article p')) {
      const text = /** @type {Text} */ (p.firstChild);
      const from = text.data.indexOf(label);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(text, from + 1);
      range.setEnd(text, from + 2);
      const { left, top, bottom } = range.getBoundingClientRect();
      if (top > box.top && bottom < box.bottom) return { x: left + 2, y: (top + bottom) / 2 };
    }
    return null;
  }, label);
  if (!at) return false;
  const { field } = await author.state();
  author.acts++;
  await author.page.mouse.click(at.x, at.y);
  await pause(50);
  const { names } = await author.state();
  if (names[field] !== label) { // the name in the article is longer
    if (names[field] !== '') await author.click(`.ends > :nth-child(${field + 1}) input`);
    return false;
  }
  if (await author.page.evaluate(() => document.activeElement?.closest('.field-more'))) await author.letter(shipped.nodes.find((/** @type {{label: string}} */ one) => one.label === label).kind);
  return true;
}

/** The first relations in the saved file, and those in the handwritten file. @param {string} saved @param {number} count */
function compare(saved, count) {
  const file = join(dir, 'network.yaml');
  const finished = saved.replace(/(\n {4}label: .*\n {4}kind: .*\n)(?= {4}passages:)/g, '$1    summary: Of the article.\n').replace('\nlang: en', '\nlang: en\nroot: gregor-macgregor');
  writeFileSync(file, finished);
  writeFileSync(join(dir, 'article.txt'), article);
  const plain = (/** @type {any} */ network) => network.relations.slice(0, count).map((/** @type {Relation} */ one) => {
    const label = (/** @type {string} */ id) => network.nodes.find((/** @type {{id: string}} */ node) => node.id === id).label;
    const quote = network.passages.find((/** @type {{id: string}} */ passage) => passage.id === one.passages[0]);
    return [label(one.from), one.verb, label(one.to), one.kind, one.status, quote.paragraph, quote.selector.exact].join(' | ');
  });
  assert.deepEqual(plain(read(file)), plain(shipped));
}

for (const mouse of [true, false]) {
  test(`desk: the first ${COUNT} relations, made ${mouse ? 'by mouse' : 'by keys alone'}, saved and compared`, async (t) => {
    const { page, errors } = await desk.open();
    await drop(page, [['network.yaml', mouse ? begun.replaceAll('\n', '\r\n') : begun], ['article.txt', article]]);
    const author = new Author(page);
    const counts = [];
    const relations = shipped.relations.slice(0, COUNT);
    const began = await textOf(page);
    await page.focus('#article');
    const ear = mouse ? null : await listen(page);
    if (ear) author.onkey = (key) => ear.focus(key);
    for (const [i, relation] of relations.entries()) {
      author.acts = 0;
      await make(author, relation, mouse).catch((error) => { throw new Error(`${relation.id}, after ${author.acts} acts`, { cause: error }); });
      await author.made(i + 1);
      counts.push(author.acts);
      if (i > 0 || !ear) continue;
      author.onkey = undefined; // the other claims are the same
      const sentence = `${node(relation.from).label} ${relation.verb} ${node(relation.to).label}`;
      await ear.until((said) => said !== sentence && said.includes(sentence), 'what was made');
      const heard = await ear.heard();
      for (const said of [passage(relation).words, sentence]) assert.ok(heard.includes(said), `${said}: never said, but ${heard.join(' | ')}`);
      assert.deepEqual(heard.filter((said, i) => said === heard[i - 1]), [], 'nothing is said twice');
    }
    t.diagnostic(`acts per relation: ${counts.join(' ')}; ${(counts.reduce((a, b) => a + b) / counts.length).toFixed(1)} on average`);
    assert.ok(counts.every((acts) => acts <= MOST), counts.join(' '));
    const made = await textOf(page);
    compare(made, relations.length);
    if (mouse) {
      await undoneEach(author);
      await cancelled(author);
    } else await undone(page, began, made);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

/** The network's file as it is kept, with its line ends. @param {Page} page @returns {Promise<string>} */
async function keptOf(page) {
  await until(page, 'that all is kept', () => document.documentElement.dataset.kept === 'yes');
  return page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('proxynet-desk');
    request.onsuccess = () => {
      const text = request.result.transaction('parts').objectStore('parts').get([location.hash.slice('#work='.length), 'file network.yaml']);
      text.onsuccess = () => {
        request.result.close();
        resolve(text.result);
      };
    };
  }));
}

/** Changes records by mouse, and undoes each change: the file is the same to the byte. @param {Author} author */
async function undoneEach({ page }) {
  const before = await keptOf(page);
  assert.match(before, /\r\n/);
  const click = (/** @type {string} */ selector) => page.locator(selector).click();
  /** Shows a record of a tab. @param {string} tab @param {string} [title] its selector */
  const show = async (tab, title = '#panel .record-title') => {
    await click(`#tab-${tab}`);
    await page.waitForSelector(title);
    if (!await page.$('#panel [data-open]')) await page.click(title);
    await page.waitForSelector('#panel [data-open]');
  };
  /** Waits for a step of the history, and takes it back. @param {string} done */
  const undo = async (done) => {
    await until(page, done, (done) => document.querySelector('#form')?.hasAttribute('hidden') && document.querySelector('.top-acts > .icon-button')?.getAttribute('title')?.includes(done), done);
    await page.click('.top-acts > .icon-button');
  };
  const same = async (/** @type {string} */ what) => assert.equal(await keptOf(page), before, what);
  await show('claims');
  await click('#panel [data-key$="-Reverse"]');
  await undo('Direction reversed');
  await same('reversed');
  await new Author(page).drag(3, 'Scotland');
  await click('#panel [data-key$="-Add a passage"]');
  await click('#form [type=submit]');
  await click('#panel [data-key$="-Split"]');
  await undo('Claim split');
  await undo('Passage added');
  await same('split');
  await click('#panel [data-key$="-Edit"]');
  await page.waitForSelector('#form:not([hidden]) textarea');
  await page.keyboard.type('یکی: #1');
  await page.type('#form textarea', 'A note: “it”');
  await page.click('#form [type=checkbox]');
  await page.click('#form [type=submit]');
  await undo('Changed');
  await same('edited');
  await show('names');
  await click('#panel [data-key$="-Edit"]');
  await page.waitForSelector('#form:not([hidden]) textarea');
  await page.keyboard.type('Another name');
  await page.type('#form textarea', 'Who it is.');
  await page.click('#form [type=submit]');
  await undo('Changed');
  await same('renamed');
  for (const [act, done] of [['Merge', 'Names merged'], ['Remove', 'Removed']]) {
    await click(`#panel [data-key*="-${act}"]`);
    if (act === 'Merge') {
      await page.waitForSelector('#form:not([hidden]) input');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.click('#form [type=submit]');
    }
    await until(page, 'what depends on it, or the change', (done) => document.querySelector('dialog[open] .primary') ?? document.querySelector('.top-acts > .icon-button')?.getAttribute('title')?.includes(done), done);
    if (await page.$('dialog[open] .primary')) await page.click('dialog[open] .primary');
    await undo(done);
    await same(done);
    if (!await page.$('#panel [data-open]')) await show('names');
  }
  for (const title of ['First', 'Second']) {
    await click('#tab-story');
    await click('[data-key=step-add]');
    await page.waitForSelector('#form:not([hidden]) textarea');
    await page.keyboard.type(title);
    await page.type('#form textarea', 'It is so.');
    await page.focus('#form [role=combobox]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.click('#form [type=submit]');
    await until(page, title, (title) => document.querySelector('.steps')?.textContent?.includes(title) && document.querySelector('#form')?.hasAttribute('hidden'), title);
  }
  await click('#panel .record:last-child .record-title');
  await click('#panel [data-key$="-Move up"]');
  await undo('Step moved');
  await undo('Step added');
  await undo('Step added');
  await same('steps');
}

/**
 * Submits a form with two changes and cancels it before the engine answers, which is
 * restarted meanwhile: nothing changes, then or later. The next form does its work.
 * @param {Author} author
 */
async function cancelled({ page }) {
  const before = await textOf(page);
  await page.click('#panel .record-title');
  const edit = () => page.locator('#panel [data-key$="-Edit"]').click();
  const [, verb] = /\n {4}verb: (.*)/.exec(before) ?? [];
  await edit();
  await page.waitForSelector('#form:not([hidden]) [type=checkbox]');
  await page.keyboard.type('is cancelled by');
  await page.click('#form [type=checkbox]');
  await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('killed by a test'); })).catch(() => {});
  await sendAndCancel(page);
  assert.equal(await page.$('#form:not([hidden])'), null, 'the form is closed');
  await edit();
  await page.waitForSelector('#form:not([hidden]) textarea');
  await page.keyboard.type(`${verb} indeed`);
  await page.keyboard.press('Enter');
  await until(page, 'the second form’s change', () => document.querySelector('#form[hidden]') && document.querySelector('#panel .record[data-open]')?.textContent?.includes(' indeed '));
  const after = before.replace(`verb: ${verb}\n`, `verb: ${verb} indeed\n`);
  assert.equal(await textOf(page), after);
  await page.reload();
  await ready(page);
  assert.equal(await textOf(page), after, 'after a reload');
  assert.equal(await page.$('#form:not([hidden])'), null, 'the form stays closed');
}

/** Undoes and redoes everything, and compares the bytes. @param {Page} page @param {string} began @param {string} made */
async function undone(page, began, made) {
  await page.focus('#article');
  await page.keyboard.down('Control');
  for (let i = 0; i < 60; i++) await page.keyboard.press('z');
  assert.equal(await textOf(page), began);
  for (let i = 0; i < 60; i++) await page.keyboard.press('y');
  await page.keyboard.up('Control');
  assert.equal(await textOf(page), made);
}

test('desk: a worker, a tab or a browser that is killed costs the last keystroke at most', async (t) => {
  // A few of the kills of `make kills`: of a worker, a tab's process, and the browser.
  const victim = new Victim(desk.address, mkdtempSync(join(dir, 'profile-')));
  const random = randomFrom(3);
  try {
    await victim.start();
    for (const [kind, scene] of /** @type {const} */ ([['worker', 'event'], ['process', 'file'], ['browser', 'step'], ['close', 'tabs']])) {
      const { shown, lost } = await victim.kill(kind, scene, random);
      t.diagnostic(`${kind}, ${scene}: ${lost} of ${shown} keystrokes lost`);
    }
    await until(victim.page, 'an engine that answers', () => document.querySelector('#tab-names .count')?.textContent === '3');
  } finally {
    await victim.close();
  }
});

test('desk: a second tab reads, and once the first is closed it writes and has the form that was open there', async () => {
  const { page: first } = await desk.open();
  await drop(first, [['network.yaml', text], ['article.txt', article]]);
  const hash = await first.evaluate(() => location.hash);
  const { page: second, errors } = await desk.open({ hash });
  await ready(second);
  await until(second, 'the second tab says why', () => document.querySelector('#next')?.textContent?.includes('another tab'));
  await second.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click());
  assert.ok(await second.$eval('.yaml-text', (area) => /** @type {HTMLTextAreaElement} */ (area).readOnly));
  await first.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click());
  await first.evaluate(() => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
    area.value += '# from the first\n';
    area.dispatchEvent(new Event('input'));
  });
  await until(second, 'the second tab follows', () => /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text')).value.endsWith('# from the first\n'));
  await first.bringToFront();
  const author = new Author(first);
  await author.drag(3, 'Gregor MacGregor was born in Scotland');
  await author.press('r');
  await first.waitForSelector('#form .ends');
  await first.focus('.ends input');
  await author.name({ label: 'Ada', kind: 'person' });
  await author.name(node('macgregor'));
  await author.letter('command');
  await author.type('taught');
  await first.close();
  await until(second, 'the second tab writes', () => !/** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text')).readOnly);
  assert.match(await textOf(second), /# from the first\n$/);
  assert.equal(await claimsOf(second), 30);
  await until(second, 'the form', () => document.querySelector('.sentence-preview')?.textContent === 'Ada taught Gregor MacGregor');
  await second.click('#form [data-id=stated]');
  await second.click('#form [type=submit]');
  await new Author(second).made(31);
  await second.reload();
  await ready(second);
  assert.equal(await claimsOf(second), 31);
  assert.equal((await new Author(second).state()).form, false);
  assert.deepEqual(errors, []);
  await second.close();
});
