import assert from 'node:assert/strict';
import test from 'node:test';
import { noWebGL, stateOf, until } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** Waits for an answer and returns its first sentence. @param {Page} page @param {string} kind */
async function sentence(page, kind) {
  const at = `[data-ask="${kind}"] .answer:not([hidden], [aria-busy]) .sentence`;
  await until(page, `an answer of ${kind}`, (at) => document.querySelector(at) !== null, at);
  return page.$eval(at, (e) => e.textContent ?? '');
}

/** @param {Page} page @param {string} selector */
const textOf = (page, selector) => page.$eval(selector, (e) => /** @type {HTMLElement} */ (e).innerText.replace(/\s+/g, ' ').trim());

/** The live region. @param {Page} page */
const said = (page) => page.$eval('#status', (e) => e.textContent ?? '');

/** Presses Tab until something has the focus. @param {Page} page @param {string} selector */
async function tabTo(page, selector) {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} can't be reached by Tab`);
}

/** Presses a button by its text. @param {Page} page @param {string} within @param {string} text */
async function press(page, within, text) {
  const found = await page.evaluateHandle((within, text) => (
    [...document.querySelectorAll(`${within} button`)].find((b) => b.textContent === text)), within, text);
  const button = found.asElement();
  assert.ok(button, `there is no button “${text}” in ${within}`);
  await /** @type {import('puppeteer-core').ElementHandle<Element>} */ (button).click();
}

test('ask chain: a link shows it with its passages, highlights it and announces it', async (t) => {
  const page = await open(t, { path: '#chain=tehran,hezbollah' });
  assert.equal(await sentence(page, 'chain'), 'One documented chain of command leads from Iran to Hezbollah, in 2 steps.');
  assert.equal(await textOf(page, '.answer .chain li'), 'Iran (Tehran) → stands above ¶8, ¶3 implied → Quds Force → stands above ¶18, ¶8, ¶3 implied → Hezbollah');
  assert.equal(await said(page), await sentence(page, 'chain'));
  assert.deepEqual(await page.$$eval('#ask select', (all) => all.map((e) => /** @type {HTMLSelectElement} */ (e).value)), ['tehran', 'hezbollah', '']);
  // The paragraph link leads to the passage, and the back button to the answer.
  await page.click('.answer .chain .at');
  assert.equal((await stateOf(page)).select, 'p8-chain');
  assert.match(await textOf(page, '#asking'), /^Chain from Iran \(Tehran\) to Hezbollah/);
  await press(page, '#asking', 'See the answer');
  assert.match(await sentence(page, 'chain'), /Hezbollah/);
  await press(page, '.answer', 'Clear');
  assert.equal((await stateOf(page)).chain, null);
  assert.equal(await page.$('.answer:not([hidden])'), null);
});

test('ask chain: by keyboard, from two lists', async (t) => {
  const page = await open(t);
  await tabTo(page, '#ask select[name="to"]');
  await page.keyboard.type('Alli');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.deepEqual((await stateOf(page)).chain, { from: 'tehran', to: 'palestinian-allies' });
  assert.match(await sentence(page, 'chain'), /^One documented chain .* in 1 step\.$/);
  assert.match(page.url(), /#chain=tehran,palestinian-allies$/);
  await page.goBack();
  await until(page, 'the question gone', () => document.querySelector('.answer:not([hidden])') === null);
});

test('ask chain: none is documented, and another path does not count as one', async (t) => {
  const page = await open(t, { path: '#chain=tehran,israel', picture: true });
  assert.equal(await sentence(page, 'chain'), 'No documented chain of command leads from Iran to Israel.');
  assert.match(await textOf(page, '[data-ask="chain"] .answer'), /Not a chain of command.*Iran \(Tehran\) → heads the chain of command to .* → attacks .* → Israel/);
});

test('ask actions: an entry asks for its chain and for a what-if', async (t) => {
  const page = await open(t, { path: '#select=quds-force', picture: true });
  await press(page, '.actions', 'Chain from Iran (Tehran)');
  assert.match(await sentence(page, 'chain'), /to the Quds Force, in 1 step/);
  assert.equal((await stateOf(page)).select, null);
  await page.goBack();
  await until(page, 'the entry again', () => document.querySelector('#detail .actions') !== null);
  await press(page, '.actions', 'Without it?');
  assert.equal(await sentence(page, 'without'), 'Without the Quds Force, 4 of 7 lose every documented chain of command from Iran.');
  const answer = await textOf(page, '[data-ask="without"] .answer');
  assert.match(answer, /Lose every chain Hezbollah, Houthis, Militias in Iraq, Militias in Syria/);
  assert.match(answer, /Iran’s militia network 2 → 1 1 3 relations/);
  assert.match(answer, /not a prediction/);
  await press(page, '.answer', 'Bring back the Quds Force');
  assert.deepEqual((await stateOf(page)).remove, []);
});

test('ask without: all relations of a kind, chosen from the list', async (t) => {
  const page = await open(t, { picture: true });
  await page.focus('#ask select[name="part"]');
  const arms = await page.$$eval('#ask select[name="part"] option', (all) => {
    const option = /** @type {HTMLOptionElement[]} */ (all).find((o) => /^Arms \(2\)$/.test(o.text));
    return option?.value ?? '';
  });
  await page.select('#ask select[name="part"]', arms);
  await press(page, '[data-ask="without"]', 'Take it out');
  assert.equal(await sentence(page, 'without'), 'Without all relations of the kind “Arms”, nobody loses the documented chain of command from Iran.');
  assert.deepEqual((await stateOf(page)).remove, ['soleimani-armed', 'tehran-arms']);
});

test('ask without: weak points before anything is removed', async (t) => {
  const page = await open(t, { picture: true });
  await page.focus('.weakness summary');
  await page.keyboard.press('Enter');
  await until(page, 'the answer', () => /Quds Force/.test(document.querySelector('.weakness')?.textContent ?? ''));
  const answer = await textOf(page, '.weakness');
  assert.match(answer, /Single points of failure Quds Force every chain to Hezbollah, the Houthis, the militias in Iraq, and the militias in Syria goes through it/);
  assert.match(answer, /Hezbollah 1 1 Quds Force/);
});

test('ask measure: a ranked list, sizes in the graph, the same by link', async (t) => {
  const page = await open(t);
  await page.focus('#ask input[value=""]');
  await page.keyboard.press('ArrowRight');
  assert.equal((await stateOf(page)).size, 'degree');
  assert.equal(await sentence(page, 'measure'), 'Most relations: Iran’s militia network, with 32.');
  await page.keyboard.press('ArrowRight');
  assert.match(await sentence(page, 'measure'), /^The broker is Iran’s militia network/);
  await page.keyboard.press('ArrowRight');
  assert.equal(await sentence(page, 'measure'), 'Furthest reach: Iran, whose chains of command lead to 7.');
  const link = await open(t, { path: '#size=reach', picture: true });
  assert.equal(await sentence(link, 'measure'), 'Furthest reach: Iran, whose chains of command lead to 7.');
  assert.equal(await link.$eval('#ask input[value="reach"]', (e) => /** @type {HTMLInputElement} */ (e).checked), true);
});

test('ask: hidden relations and later ones do not count, and the answer says so', async (t) => {
  const page = await open(t, { path: '#chain=tehran,hezbollah&hide=status.implied', picture: true });
  assert.match(await sentence(page, 'chain'), /^No documented chain/);
  assert.match(await textOf(page, '[data-ask="chain"] .answer'), /Only what is shown/);
  const early = await open(t, { path: '#chain=qaani,quds-force&as-of=2019', picture: true });
  assert.match(await sentence(early, 'chain'), /^No documented chain/);
});

test('ask: relations unknown at the date count and are marked', async (t) => {
  const page = await open(t, { path: '#chain=tehran,houthis&as-of=2019', picture: true });
  assert.equal(await sentence(page, 'chain'), 'One documented chain of command leads from Iran to the Houthis, in 2 steps.');
  assert.equal(await textOf(page, '.answer .chain li'), 'Iran (Tehran) → stands above ¶8, ¶3 implied unknown at this date → Quds Force → stands above ¶6, ¶1, ¶3 implied unknown at this date → Houthis');
  const now = await open(t, { path: '#chain=tehran,houthis&as-of=2024-02', picture: true });
  await sentence(now, 'chain');
  assert.doesNotMatch(await textOf(now, '.answer .chain li'), /open/);
});

test('ask actions: focus on the surroundings and back', async (t) => {
  const page = await open(t, { path: '#select=hezbollah' });
  await press(page, '.actions', 'Only its surroundings');
  assert.equal((await stateOf(page)).focus, 'hezbollah');
  await until(page, 'the rest gone', () => !('tehran' in window.proxynet.positions()));
  assert.ok(await page.$('#hiding:not([hidden])'));
  await press(page, '#hiding', 'Show all');
  await until(page, 'all again', () => 'tehran' in window.proxynet.positions());
});

test('ask: on a phone the answer is in the sheet and its subject above it', async (t) => {
  const page = await open(t, { phone: true, path: '#remove=quds-force' });
  await sentence(page, 'without');
  await until(page, 'the cut-off groups above the sheet', () => {
    const top = document.querySelector('#panel')?.getBoundingClientRect().top ?? 0;
    const at = window.proxynet.positions();
    return ['tehran', 'quds-force', 'hezbollah', 'iraqi-militias'].every((id) => at[id] && at[id].y < top);
  });
});

test('ask: without WebGL every question is answered and shown in the static picture', async (t) => {
  const page = await open(t, { still: true, path: '#remove=quds-force', prepare: noWebGL });
  assert.match(await sentence(page, 'without'), /^Without the Quds Force, 4 of 7/);
  await until(page, 'the cut in the picture', () => document.querySelectorAll('#picture .poster-wide rect.s-accent').length === 4);
  await press(page, '.answer', 'Bring back the Quds Force');
  await until(page, 'the plain picture', () => document.querySelector('#picture rect.s-accent') === null);
  /** @type {[import('../state/store.js').Action, string][]} */
  const states = [
    [{ type: 'chain', from: 'tehran', to: 'hezbollah' }, '.poster-wide path.s-focus'],
    [{ type: 'size', measure: 'degree' }, '.poster-wide circle[fill-opacity]'],
    [{ type: 'focus', id: 'hezbollah' }, '.poster-wide:not(:has([data-select="hamas"]))'],
    [{ type: 'asOf', date: '2019' }, '.poster-wide:not(:has([data-select="qaani-commands-quds"]))'],
    [{ type: 'hide', what: ['node.person'] }, '.poster-wide:not(:has([data-select="qaani"]))'],
  ];
  for (const [action, shows] of states) {
    await page.evaluate((action) => {
      window.proxynet.dispatch({ type: 'reset' });
      window.proxynet.dispatch(action);
    }, action);
    await until(page, `${action.type} in the picture`, (shows) => document.querySelector(`#picture ${shows}`) !== null, shows);
  }
  // The redrawn picture has its links and its selection.
  await page.click('#picture .poster-wide a[data-select="tehran"]');
  assert.equal((await stateOf(page)).select, 'tehran');
  assert.ok(await page.$('#picture .poster-wide a[data-select="tehran"][aria-current]'));
});

test('ask: without WebGL the picture is in the language of the page', async (t) => {
  const page = await open(t, { still: true, path: 'fa/#remove=quds-force', prepare: noWebGL });
  await until(page, 'the cut in the picture', () => document.querySelectorAll('#picture .poster-wide rect.s-accent').length === 4);
  assert.equal(await page.$eval('#picture .poster-wide a[data-select="tehran"] text', (label) => label.textContent), 'ایران (تهران)');
});

test('ask: works in a frame with an opaque origin', async (t) => {
  const page = await open(t, { still: true });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.src = `${location.pathname}#remove=quds-force`;
    document.body.append(frame);
  });
  const frame = await page.waitForFrame((one) => one.url().includes('#remove=quds-force'));
  await frame.waitForFunction(() => /^Without the Quds Force, 4 of 7/.test(document.querySelector('[data-ask="without"] .sentence')?.textContent ?? ''), { timeout: 60_000 });
});
