// Everything by keyboard alone, in a real browser, without a pointer.

import assert from 'node:assert/strict';
import test from 'node:test';
import { selected, until } from '../browser/browser.js';
import { opener } from '../browser/opener.js';

/** @import {KeyInput, Page} from 'puppeteer-core' */

const open = await opener();

/** The focused element: its id, else its link target, else its text. @param {Page} page */
const focused = (page) => page.evaluate(() => {
  const e = /** @type {HTMLElement} */ (document.activeElement);
  return e.id || e.dataset.select || (e.textContent ?? '').trim();
});

/** Presses Tab until something has the focus. @param {Page} page @param {string} id */
async function tabTo(page, id) {
  for (let i = 0; i < 60; i++) {
    if (await focused(page) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${id}`);
}

for (const [name, path, query, on, back] of /** @type {[string, string, string, KeyInput, KeyInput][]} */ ([
  ['from left to right', '', 'quds force', 'ArrowRight', 'ArrowLeft'],
  ['from right to left', 'fa/', 'نیروی قدس', 'ArrowLeft', 'ArrowRight'],
])) {
  test(`keys: search, select, follow relations and go back, ${name}`, async (t) => {
    const page = await open(t, { path, picture: path !== '' });
    const keys = page.keyboard;
    await keys.press('/');
    await keys.type(query);
    await until(page, 'what is found', () => document.querySelector('#found [role="option"]') !== null);
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await selected(page, 'quds-force');
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#detail .title')).focus());

    await keys.press(on); // into its lists
    const list = await page.evaluate(() => {
      const links = [...(document.activeElement?.closest('.relation-groups, .chains')?.querySelectorAll('a[data-select]') ?? [])];
      return { links: links.length, stops: links.filter((a) => a.getAttribute('tabindex') === '0').length };
    });
    assert.ok(list.links > 1 && list.stops === 1, JSON.stringify(list));
    const first = await focused(page);
    await keys.press('ArrowDown');
    assert.notEqual(await focused(page), first);
    await keys.press('Home');
    assert.equal(await focused(page), first);

    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#detail .relation-groups a')).focus());
    const to = await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.to ?? '');
    await keys.press(on); // to the name at the other end
    await selected(page, to);
    assert.match(await page.$eval('#status', (e) => e.textContent ?? ''), /\S/);
    await keys.press(back);
    await selected(page, 'quds-force');
    await keys.press('Escape');
    await selected(page, null);
    assert.equal(await focused(page), 'quds-force', 'the list does not go on where the reader was');
    await keys.press('Enter');
    await selected(page, 'quds-force');
  });
}

test('keys: move the picture and fit it again', async (t) => {
  const page = await open(t);
  const view = () => page.evaluate(() => window.proxynet.state.view);
  await page.keyboard.press('+');
  await until(page, 'a nearer view', () => window.proxynet.state.view !== null);
  const near = await view();
  await page.keyboard.press('ArrowRight');
  await until(page, 'a move to the right', (x) => (window.proxynet.state.view?.x ?? 0) > x, near?.x);
  assert.equal((await view())?.zoom, near?.zoom);
  await page.keyboard.press('-');
  await until(page, 'a view from further away', (zoom) => (window.proxynet.state.view?.zoom ?? 9) < zoom, near?.zoom);
  await tabTo(page, 'fit');
  await page.keyboard.press('Enter');
  await until(page, 'the whole', () => window.proxynet.state.view === null);
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'the focus is lost');
});

test('keys: a question mark lists them, but not while typing; the dialog returns the focus', async (t) => {
  const page = await open(t, { picture: true });
  const isOpen = () => page.$eval('#keys', (dialog) => /** @type {HTMLDialogElement} */ (dialog).open);
  await page.keyboard.press('/');
  await page.keyboard.type('?');
  assert.equal(await isOpen(), false);
  await page.keyboard.press('Escape');
  await tabTo(page, 'keys-open');
  await page.keyboard.press('Enter');
  assert.equal(await isOpen(), true);
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(), false);
  assert.equal(await focused(page), 'keys-open');
  await page.keyboard.press('?');
  assert.equal(await isOpen(), true);
});

/** Presses Tab until the focused element matches a selector. @param {Page} page @param {string} selector */
async function tabInto(page, selector) {
  for (let i = 0; i < 90; i++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Moves the focus with Tab, then presses a key. @param {Page} page @param {string} selector @param {KeyInput} [key] */
async function press(page, selector, key = 'Enter') {
  await tabInto(page, selector);
  await page.keyboard.press(key);
}

/** Waits for an answer that contains a text. @param {Page} page @param {string} kind @param {string} part */
const answered = (page, kind, part) => until(page, `the answer “${part}”`, (kind, part) => document.querySelector(`[data-ask="${kind}"] .answer:not([aria-busy]) .sentence`)?.textContent?.includes(part), kind, part);

test('keys: chains, what-ifs and measures', async (t) => {
  const page = await open(t, { picture: true });
  const state = () => page.evaluate(() => window.proxynet.state);
  await press(page, '#ask [name="to"]', 'Tab'); // away and back, since names appear on focus
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.keyboard.type('Hou');
  await press(page, '[data-ask="chain"] [name="go"]');
  await answered(page, 'chain', 'from Iran to the Houthis');
  assert.deepEqual((await state()).chain, { from: 'tehran', to: 'houthis' });
  await press(page, '[data-ask="chain"] .answer .at'); // a passage of a step, and back to the answer
  await until(page, 'the passage', () => document.querySelector('#detail > .entry[data-type="passage"]') !== null);
  await press(page, '#asking [name="answer"]');
  await until(page, 'the answer again', () => document.querySelector('[data-ask="chain"] .answer')?.checkVisibility() ?? false);
  await press(page, '[data-ask="chain"] .answer .end');
  await until(page, 'no question', () => window.proxynet.state.chain === null);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'from', 'the focus is lost');

  await tabInto(page, '#ask [name="part"]');
  await page.keyboard.type('Quds');
  await press(page, '[data-ask="without"] [name="go"]');
  await answered(page, 'without', 'Without the Quds Force');
  assert.deepEqual((await state()).remove, ['quds-force']);
  await press(page, '[data-ask="without"] .answer .removed button');
  await until(page, 'nothing taken out', () => window.proxynet.state.remove.length === 0);

  await tabInto(page, '[name="measure"]');
  await page.keyboard.press('ArrowRight');
  await answered(page, 'measure', 'Most relations');
  await page.keyboard.press('ArrowRight');
  await answered(page, 'measure', 'broker');
  assert.equal((await state()).size, 'betweenness');
  await press(page, '[data-ask="measure"] .answer .end');
  await until(page, 'no measure', () => window.proxynet.state.size === null);
});

test('time by keys: its slider, play and pause, its events', async (t) => {
  const page = await open(t, { picture: true });
  const asOf = () => page.evaluate(() => window.proxynet.state.asOf);
  await press(page, '#time-slider', 'Home');
  await until(page, 'a date', () => window.proxynet.state.asOf !== null);
  const first = await asOf();
  await page.keyboard.press('ArrowRight');
  await until(page, 'a later date', (first) => (window.proxynet.state.asOf ?? '') > first, first);
  const second = await asOf();
  await page.keyboard.press('PageUp');
  await until(page, 'the next change', (second) => (window.proxynet.state.asOf ?? '') > second, second);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowLeft');
  await until(page, 'the way back', (first) => window.proxynet.state.asOf === first, first);
  await press(page, '#time-all');
  await until(page, 'all times', () => window.proxynet.state.asOf === null);

  await press(page, '#time-play');
  await until(page, 'play', () => window.proxynet.state.asOf !== null && document.querySelector('#time-play')?.textContent?.trim() === 'Pause');
  await page.keyboard.press('Enter');
  assert.equal(await page.$eval('#time-play', (button) => button.textContent?.trim()), 'Play');

  await tabInto(page, '.time-marks a');
  const named = () => page.$eval('#time-what', (what) => what.textContent);
  const before = await named();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await named(), before, 'the event is not named');
  await page.keyboard.press('Enter');
  await until(page, 'the event and its passages', () => document.querySelector('#detail > .entry[data-type="event"] .passage') !== null);
});

for (const [name, path, on, back] of /** @type {[string, string, KeyInput, KeyInput][]} */ ([
  ['from left to right', '', 'ArrowRight', 'ArrowLeft'], ['from right to left', 'fa/', 'ArrowLeft', 'ArrowRight'],
])) {
  test(`keys: the story, ${name}`, async (t) => {
    const page = await open(t, { path, picture: true });
    const order = await page.$$eval('[data-step]', (all) => all.map((link) => link.getAttribute('data-step')));
    /** @param {number} at */
    const isAt = (at) => until(page, `step ${at + 1}`, (id) => window.proxynet.state.step === id, order[at]);
    await press(page, '#story-begin');
    await isAt(0);
    await page.keyboard.press('Enter'); // the focus is on the next step
    await isAt(1);
    await page.keyboard.press(on);
    await isAt(2);
    await page.keyboard.press(back);
    await isAt(1);
    await page.keyboard.press('PageDown');
    await isAt(2);
    await press(page, '#story-previous');
    await isAt(1);
    await press(page, '#story-leave');
    await until(page, 'the end of the story', () => window.proxynet.state.step === null);
    assert.equal(await focused(page), 'story-begin');
  });
}

test('keys: filters, sharing and export', async (t) => {
  const page = await open(t);
  const hide = () => page.evaluate(() => window.proxynet.state.hide);
  await press(page, '#own-voice');
  assert.ok((await hide()).includes('status.implied'), String(await hide()));
  await page.keyboard.press('Enter');
  assert.deepEqual(await hide(), []);
  await press(page, '#legend li button', 'Space');
  assert.equal((await hide()).length, 1);
  await press(page, '#hiding button');
  assert.deepEqual(await hide(), []);

  await page.evaluate(() => {
    HTMLAnchorElement.prototype.click = function () { Reflect.set(window, 'taken', this.download); };
    window.print = () => Reflect.set(window, 'taken', 'print');
  });
  await press(page, '#share');
  for (const [what, name] of [['[data-take="csv"]', 'evidence.csv'], ['[data-take="json"]', 'network.json'], ['[data-picture="svg"]', '.svg'], ['[data-picture="png"]', '.png']]) {
    await press(page, `#sharing ${what}`);
    await until(page, what, (name) => /** @type {string} */ (Reflect.get(window, 'taken'))?.endsWith(name), name);
    await until(page, 'word of it', (what, name) => document.querySelector(`#sharing ${what}`)?.parentElement?.querySelector('output')?.textContent?.includes(name), what, name);
  }
  await page.keyboard.press('Escape');
  assert.equal(await focused(page), 'share');
  await page.keyboard.press('Enter');
  await press(page, '#sharing [data-take="print"]');
  await until(page, 'print', () => Reflect.get(window, 'taken') === 'print');
});

test('keys: the focus is visible', async (t) => {
  const page = await open(t, { path: '#select=qaani', picture: true });
  /** @type {string[]} */
  const unseen = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const error = await page.evaluate(() => {
      const e = /** @type {HTMLElement} */ (document.activeElement);
      if (e === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(e);
      const { width, height } = e.getBoundingClientRect();
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0) return null;
      return `${e.tagName} ${e.id || e.className || e.textContent}: ${outlineWidth} ${outlineStyle}, ${width} × ${height}`;
    });
    if (error) unseen.push(error);
  }
  assert.deepEqual([...new Set(unseen)], []);
});
