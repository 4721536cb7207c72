import assert from 'node:assert/strict';
import test from 'node:test';
import { opener } from '../test/browser/opener.js';

const open = await opener();

/** @type {[string, string, RegExp][]} */
const finds = [
  ['a name', 'hezb', /Names[\s\S]*Hezbollah/],
  ['a name in Persian, typed in Arabic letters', 'نيروي قدس', /Quds Force/],
  ['a name in Persian, its joiner typed as a space', 'حوثی ها', /Houthis/],
  ['a name in Arabic, its space typed as a joiner', 'حزب\u200cالله', /Hezbollah/],
  ['a name in Hebrew', 'ישראל', /Israel/],
  ['a name in Hebrew, with its points', 'יִשְׂרָאֵל', /Israel/],
  ['a name in Arabic, with its vowel signs', 'حِزْبُ اللهِ', /Hezbollah/],
  ['a name in Persian, its kaf and yeh Arabic', 'نظاميان در عراق', /Militias in Iraq/],
  ['a name without its accents, and one with more', 'Hézbollah', /Hezbollah/],
  ['a summary', 'backroom dealer', /Esmail Qaani/],
  ['what else it is called', 'IRGC', /Revolutionary Guard/],
  ['a relation', 'quds force hezbollah', /Relations[\s\S]*stands above/],
  ['a passage, with straight quotes', "iran's covert", /Passages[\s\S]*“Four years ago/],
  ['a speaker', 'takeyh', /Ray Takeyh/],
  ['nothing', 'zzzz', /Nothing found/],
];
test('search: finds names, summaries, relations and passages in any spelling', async (t) => {
  const page = await open(t, { picture: true });
  for (const [name, query, want] of finds) {
    await page.focus('#search');
    await page.keyboard.sendCharacter(query);
    assert.match(await page.$eval('#found', (e) => /** @type {HTMLElement} */ (e).innerText), want, name);
    await page.keyboard.press('Escape');
  }
});

test('search: works by keyboard', async (t) => {
  const page = await open(t);
  await page.keyboard.press('/');
  await page.keyboard.type('shiite');
  assert.equal(await page.$eval('#search', (e) => e.getAttribute('aria-expanded')), 'true');
  const active = () => page.$eval('#search', (e) => document.getElementById(e.getAttribute('aria-activedescendant') ?? '')?.textContent);
  assert.equal(await active(), undefined);
  await page.keyboard.press('ArrowUp');
  const last = await active();
  await page.keyboard.press('ArrowDown');
  assert.match((await active()) ?? '', /Afghan Shiites/, 'past the last comes the first');
  assert.notEqual(await active(), last);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => window.proxynet.state.select), 'afghan-shiites');
  assert.equal(await page.$eval('#found', (e) => /** @type {HTMLElement} */ (e).hidden), true);
});

test('search: Escape clears the field first, then the selection', async (t) => {
  const page = await open(t, { picture: true, path: '#select=qaani' });
  await page.type('#search', 'hezb');
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('#search', (e) => /** @type {HTMLInputElement} */ (e).value), '');
  assert.equal(await page.evaluate(() => window.proxynet.state.select), 'qaani');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => window.proxynet.state.select), null);
});

test('search: marks the matches', async (t) => {
  const page = await open(t, { picture: true });
  await page.type('#search', 'militia clients');
  const marks = await page.$$eval('#found .quote mark', (all) => all.map((e) => e.textContent));
  assert.deepEqual(marks.slice(0, 2), ['militia', 'clients']);
});
