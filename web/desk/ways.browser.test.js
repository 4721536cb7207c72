// The desk with a screen reader, on a phone, in Persian and Arabic, and with hostile
// files.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { Author, drop, poyais, ready, startDesk, textOf } from '../test/browser/desk.js';
import { pause, until } from '../test/browser/browser.js';
import { violationsOf } from '../test/reader/axe.js';

/** @import {Page} from 'puppeteer-core' */

/** @type {Awaited<ReturnType<typeof startDesk>>} */
let desk;
const dir = mkdtempSync(join(tmpdir(), 'proxynet-'));
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };
const { text, article } = poyais();

before(async () => { desk = await startDesk(dir); });
after(async () => {
  await desk?.close();
  rmSync(dir, { recursive: true });
});

/** Pastes an article on the first screen. @param {Page} page @param {string} article */
const paste = (page, article) => page.$eval('#paste', (area, article) => {
  /** @type {HTMLTextAreaElement} */ (area).value = article;
  area.dispatchEvent(new Event('input'));
}, article);

/** The most presses of Tab from one place to the next. */
const TABS = 15;

/** Presses Tab until an element has the focus, which is never lost. @param {Page} page @param {string} selector */
async function tab(page, selector) {
  for (let i = 0; i < TABS; i++) {
    await page.keyboard.press('Tab');
    const [at, name] = await page.evaluate((selector) => [document.activeElement?.matches(selector), document.activeElement?.outerHTML.slice(0, 200) ?? ''], selector);
    if (at) return;
    assert.ok(!String(name).startsWith('<body'), `no focus on the way to ${selector}`);
  }
  assert.fail(`${selector} is more than ${TABS} presses of Tab away`);
}

/** Pastes an article on the first screen, reloads the page, and starts marking, by keys. @param {Page} page @param {string} article @param {string} title */
async function begin(page, article, title) {
  await page.waitForSelector('#paste');
  await tab(page, '#paste');
  await page.keyboard.down('Control');
  await page.keyboard.press('a'); // what another test has left
  await page.keyboard.up('Control');
  await page.keyboard.sendCharacter(article);
  await page.reload();
  await page.waitForFunction((article) => /** @type {HTMLTextAreaElement|null} */ (document.querySelector('#paste'))?.value === article, {}, article); // kept
  await tab(page, '.drop .primary');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.intake');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await ready(page);
}

/** Selects words as touch does: a field loses the focus, and only a selectionchange event is sent. @param {Page} page @param {number} paragraph @param {string} words */
const touch = (page, paragraph, words) => page.evaluate((n, words) => {
  /** @type {HTMLElement|null} */ (document.activeElement)?.blur(); // else a list that is drawn again returns the focus, and with it the selection, to its field
  const text = /** @type {Text} */ (document.querySelector(`p[data-n="${n}"]`)?.firstChild);
  const at = text.data.indexOf(words);
  getSelection()?.setBaseAndExtent(text, at, text, at + words.length);
}, paragraph, words);

/** Views, each with the tabs and forms that are tested in it. Each tab and form is tested once, since views differ in words and colours only. */
const VIEWS = /** @type {[string, Parameters<typeof desk.open>[0], string[], string[]][]} */ ([
  ['in English', {}, ['findings', 'story', 'review'], ['name', 'event']],
  ['in the dark, in Persian', { dark: true, language: 'fa' }, ['names', 'yaml'], ['denial', 'fact']],
  ['on a phone, in Arabic', { phone: true, language: 'ar' }, ['claims'], ['relation']],
]);
/** What is done in a tab before axe runs. @type {Record<string, (page: Page) => Promise<unknown>>} */
const PREPARED = {
  /** Signs a claim, leaves a note, and changes the claim. */
  async review(page) {
    await page.type('[data-key=reviewer]', 'A. Lawyer');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-key=next-unsigned]')).click());
    const signed = () => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.record[data-open] [data-key^=sign-]')).click());
    await signed();
    await page.waitForSelector('.record[data-open][data-state=signed]');
    assert.match(await page.$eval('.record[data-open] .state', (one) => one.textContent ?? ''), /Signed by A. Lawyer, \w+ \d+, \d+/);
    await signed(); // the same place: on to the next
    await page.waitForSelector('.record[data-open][data-state=unsigned]');
    await page.type('.note-field input', 'Who says so?\n');
    await page.waitForSelector('.review-note');
  },
  /** Asks for a name to be removed, which others depend on. */
  async names(page) {
    await page.evaluate(() => /** @type {HTMLElement|undefined} */ ([...document.querySelectorAll('#panel .record[data-open] .acts button')].at(-1))?.click());
    await page.waitForSelector('dialog[open] .depends');
  },
};
for (const [name, view, tabs, forms] of VIEWS) {
  test(`desk: axe finds nothing ${name}`, async () => {
    const { page, errors } = await desk.open(view);
    await page.waitForSelector('.drop');
    if (view?.phone) { // in one view, as the others differ in colours only
      await paste(page, article);
      await page.tap('.drop .primary');
      await page.waitForSelector('.intake');
      assert.deepEqual(await violationsOf(page), [], 'the review of the article');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.intake .secondary')).click());
      await page.waitForSelector('.drop');
      await paste(page, ''); // the tests share the browser's storage
    }
    assert.deepEqual(await violationsOf(page), [], 'the first screen');
    await drop(page, [['network.yaml', text], ['article.txt', article]]);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-pane=picture]')).click());
    await page.waitForSelector('#stage svg');
    for (const tab of tabs) {
      await page.evaluate((tab) => {
        /** @type {HTMLElement} */ (document.querySelector('[data-pane=work]')).click();
        /** @type {HTMLElement} */ (document.querySelector(`#tab-${tab}`)).click();
        /** @type {HTMLElement|null} */ (document.querySelector('#panel .record-title'))?.click();
      }, tab);
      await pause(200);
      await PREPARED[tab]?.(page);
      if (tab === tabs.at(-1) && !view?.phone) break; // it is still there beside the bar
      assert.deepEqual(await violationsOf(page), [], tab);
      await page.evaluate(() => document.querySelector('dialog')?.close());
    }
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-pane=article]')).click());
    await touch(page, 3, 'Gregor MacGregor was born in Scotland');
    await page.waitForSelector('#bar:not([hidden])');
    assert.deepEqual(await violationsOf(page), [], 'the bar');
    for (const kind of forms) {
      await page.evaluate((kind) => /** @type {HTMLElement} */ (document.querySelector(`#bar [data-kind=${kind}]`)).click(), kind);
      await page.waitForSelector('#form:not([hidden]) form');
      assert.deepEqual(await violationsOf(page), [], `the form of a ${kind}`);
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#form .secondary')).click());
      await page.waitForSelector('#bar:not([hidden])');
    }
    if (view?.language === undefined) await compareAndPropose(page);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

/** Runs axe on the menus, a comparison with another version, and proposed claims. @param {Page} page */
async function compareAndPropose(page) {
  const menus = (/** @type {boolean} */ open) => page.evaluate((open) => {
    for (const menu of document.querySelectorAll('details.menu')) /** @type {HTMLDetailsElement} */ (menu).open = open;
  }, open);
  await menus(true);
  assert.deepEqual(await violationsOf(page), [], 'the menus');
  await menus(false);
  const other = join(dir, 'other.yaml');
  writeFileSync(other, text.replace('verb: married', 'verb: wed'));
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#tab-review')).click());
  const [chooser] = await Promise.all([page.waitForFileChooser(), page.locator('[data-key=compare]').click()]);
  await chooser.accept([other]);
  await page.waitForSelector('dialog[open] .comparison');
  assert.deepEqual(await violationsOf(page), [], 'the comparison');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const data = new DataTransfer();
    const claim = { sort: 'relation', from: 'Gregor MacGregor', to: 'Poyais', kind: 'claim', verb: 'praised', quote: 'Gregor MacGregor was born in Scotland' };
    data.items.add(new File([JSON.stringify({ proposals: 1, by: 'A. Colleague', claims: [claim] })], 'proposals.json'));
    document.querySelector('#article')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForSelector('.drafts > li');
  assert.deepEqual(await violationsOf(page), [], 'the proposals');
}

test('desk: on a phone, the bar is at the foot and everything is large enough to touch', async () => {
  const { page, errors } = await desk.open({ phone: true });
  await drop(page, [['network.yaml', text], ['article.txt', article]]);
  await touch(page, 3, 'Scotland');
  await page.waitForSelector('#bar:not([hidden])');
  assert.ok(await page.$eval('#bar', (bar) => bar.getBoundingClientRect().bottom >= innerHeight - 1), 'at the foot');
  const small = () => page.$$eval('button, [role=radio], input, summary', (all) => all.filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    const more = getComputedStyle(one, '::after'); // a target may be larger than what is seen
    const around = more.position === 'absolute' ? parseFloat(more.top) + parseFloat(more.bottom) : 0;
    return width > 0 && one.checkVisibility() && height - around < 43.5;
  }).map((one) => `${one.className} ${one.textContent}`));
  assert.deepEqual(await small(), []);
  await page.tap('#bar [data-kind=name]');
  await page.waitForSelector('#form:not([hidden])');
  assert.deepEqual(await small(), []);
  // A small phone, of which an on-screen keyboard covers half.
  await page.setViewport({ ...PHONE, width: 320, height: 568 });
  /** Shows a keyboard that leaves this height of the page; returns the bottom of the form's button. @param {number|undefined} height */
  const keyboard = (height) => page.evaluate((height) => {
    if (height === undefined) Reflect.deleteProperty(/** @type {VisualViewport} */ (visualViewport), 'height');
    else Object.defineProperty(visualViewport, 'height', { configurable: true, value: height });
    visualViewport?.dispatchEvent(new Event('resize'));
    const box = /** @type {HTMLElement} */ (document.querySelector('#form')).getBoundingClientRect();
    const bottom = document.querySelector('#form [type=submit]')?.getBoundingClientRect().bottom ?? 0;
    return { bottom, fields: bottom - box.top };
  }, height);
  const { bottom, fields } = await keyboard(284);
  assert.ok(bottom <= 284, 'the button is above the keyboard');
  assert.ok(fields > 200, `${fields} px of the form are left`);
  assert.ok((await keyboard(undefined)).bottom > 400, 'the button is at the foot again');
  await page.tap('#form [data-id=person]');
  await page.tap('#form [type=submit]');
  await until(page, 'the article again', () => document.documentElement.dataset.pane === 'article' && document.querySelector('#form')?.hasAttribute('hidden'));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the phone');
  const bottomOf = (/** @type {string} */ selector) => page.$eval(selector, (one) => one.getBoundingClientRect().bottom);
  assert.ok(await bottomOf('#article') <= await bottomOf('#panes') + 1, 'the article ends above the buttons of the panes');
  // A relation and one more passage for it, by touch alone.
  await page.setViewport(PHONE);
  await page.$eval('p[data-n="3"]', (one) => one.scrollIntoView({ block: 'end' }));
  await touch(page, 3, 'It gave him no right to rule them');
  await until(page, 'the words above the bar', () => {
    const bar = /** @type {HTMLElement} */ (document.querySelector('#bar'));
    return !bar.hidden && Number(getSelection()?.getRangeAt(0).getBoundingClientRect().bottom) <= bar.getBoundingClientRect().top;
  });
  await page.tap('#bar [data-kind=relation]');
  for (const label of ['Scotland', 'Gregor MacGregor']) {
    const end = label === 'Scotland' ? 1 : 2;
    const field = `.ends > :nth-child(${end})`;
    await page.waitForSelector(`${field} input:focus`);
    await page.keyboard.type(label);
    await page.waitForFunction((field, label) => document.querySelector(`${field} [role=option] bdi`)?.textContent === label, {}, field, label);
    await page.tap(`${field} [role=option]`);
  }
  for (const id of ['titles', 'stated']) {
    await page.$eval(`#form [data-id=${id}]`, (one) => one.scrollIntoView({ block: 'center' })); // not behind the form's foot
    await page.tap(`#form [data-id=${id}]`);
    await page.waitForSelector(`#form [data-id=${id}][aria-checked=true]`);
  }
  await page.tap('#form [type=submit]');
  const author = new Author(page);
  await author.made(31);
  await touch(page, 4, 'MacGregor returned to London');
  await page.waitForSelector('#bar:not([hidden])');
  await page.tap('#bar [data-kind=cite]');
  await page.waitForSelector('#form input:focus');
  await page.keyboard.type('Scotland');
  await page.waitForFunction(() => /^Scotland .* Gregor MacGregor$/.test(document.querySelector('#form [role=option] bdi')?.textContent ?? ''));
  await page.tap('#form [role=option]');
  await page.tap('#form [type=submit]');
  await author.made(31);
  await until(page, 'two passages', () => /Passage added/.test(document.querySelector('#notice:not([hidden])')?.textContent ?? ''));
  await page.setViewport({ width: 1180, height: 820, isMobile: true, hasTouch: true }); // a tablet
  await page.waitForSelector('#stage svg');
  const lowest = () => page.$$eval('#stage text', (all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize) * (/** @type {SVGTextElement} */ (one).getScreenCTM()?.a ?? 0))));
  await until(page, 'names that can be read', () => document.querySelector('#stage svg[style]'));
  assert.ok(await lowest() >= 11.99, `the picture's type is ${await lowest()} px high`);
  assert.deepEqual(await small(), []);
  assert.deepEqual(errors, []);
  await page.close();
});

test('desk: an article in Persian, by the keys of a Persian keyboard', async () => {
  const { page, errors } = await desk.open({ language: 'fa' });
  await begin(page, 'شرکت تلگراف آتلانتیک در لندن بنیان گذاشته شد.\n\nسایرس فیلد در سال ۱۸۵۶ شرکت تلگراف آتلانتیک را بنیان گذاشت و رئیس آن بود.', 'کابل');
  assert.equal(await page.$eval('#article', (one) => `${/** @type {HTMLElement} */ (one).lang} ${/** @type {HTMLElement} */ (one).dir}`), 'fa rtl');
  await page.focus('#article');
  await page.keyboard.press('/');
  await page.keyboard.type('سایرس فیلد');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#bar:not([hidden])');
  /** Presses a key of a Persian keyboard. @param {string} key @param {string} code */
  const press = (key, code) => page.evaluate((key, code) => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true })), key, code);
  await press('د', 'KeyN');
  await page.waitForSelector('#form:not([hidden])');
  await press('ح', 'KeyP'); // a person
  await until(page, 'a name', () => document.querySelector('#form')?.hasAttribute('hidden') && document.querySelector('#tab-names .count')?.textContent === '۱');
  assert.match(await textOf(page), /label: سایرس فیلد\n\s+kind: person/);
  const start = await page.evaluate(() => getSelection()?.focusOffset);
  await page.keyboard.press('ArrowLeft'); // forward, in a right-to-left text
  await until(page, 'the next word', (start) => Number(getSelection()?.focusOffset) > start && !getSelection()?.isCollapsed, start);
  // An event: its form has no stop of Tab but its fields, though the list of names is open.
  await press('ث', 'KeyE');
  await page.waitForSelector('#form:not([hidden]) .people');
  await page.keyboard.type('بنیان‌گذاری');
  await tab(page, '#form [role=combobox]');
  await page.keyboard.type('سایرس');
  await page.keyboard.press('Enter'); // the name of the network, not a new one
  await page.waitForSelector('.people li');
  await page.keyboard.type('س');
  await tab(page, '#form [role=radio]');
  await press('س', 'KeyS');
  await page.keyboard.press('Enter');
  await until(page, 'an event', () => document.querySelector('#form')?.hasAttribute('hidden') && document.querySelector('#tab-claims .count')?.textContent === '۱');
  const made = await textOf(page);
  assert.match(made, /label: "بنیان‌گذاری"[\s\S]*participants: \[\{node: [a-z-]+, role/);
  assert.equal(made.match(/kind: person/g)?.length, 1);
  // From the words to what cites them; after its form, the focus is where it was.
  await page.focus('#article');
  await page.keyboard.press('/');
  await page.keyboard.type('در سال');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await until(page, 'the event’s entry', () => document.activeElement?.matches('[data-open] .record-title'));
  await tab(page, '[data-key$="-ویرایش"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#form:not([hidden])');
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => document.activeElement?.matches('[data-key$="-ویرایش"]')), 'the focus is back');
  assert.deepEqual(errors, []);
  await page.close();
});

test('desk: what is in an article, a label or a file is text and never markup', async () => {
  const { page, errors } = await desk.open();
  const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  await begin(page, `Ada ${evil} met Babbage.\n\n<b>Bold</b> words of Ada.`, evil);
  assert.equal(await page.$eval('p[data-n="1"]', (one) => one.textContent), `Ada ${evil} met Babbage.`);
  const author = new Author(page);
  await page.focus('#article');
  await author.find(evil);
  await author.press('n');
  await page.waitForSelector('#form:not([hidden])');
  await author.letter('person');
  await page.waitForSelector('#stage svg');
  assert.equal(await page.evaluate(() => document.querySelectorAll('#desk img, #desk b, #desk script, #stage script, #stage foreignObject').length), 0);
  assert.notEqual(await page.title(), '1');
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector('#tab-yaml')).click();
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('.yaml-text'));
    area.value = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    area.dispatchEvent(new Event('input'));
  });
  await until(page, 'a clear error', () => document.querySelector('.yaml-error')?.textContent);
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await until(page, 'the network again', () => !document.querySelector('.yaml-error') && document.querySelector('#tab-names .count')?.textContent === '1');
  assert.deepEqual(errors, []);
  await page.close();
});
