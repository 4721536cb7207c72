import assert from 'node:assert/strict';
import test from 'node:test';
import { until } from '../test/browser/browser.js';
import { opener } from '../test/browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** Presses a button of the dialog, and returns the name and text of the saved file. @param {Page} page @param {string} what */
async function take(page, what) {
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      Reflect.set(window, 'taken', /** @type {Blob} */ (blob).text());
      return create.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () { Reflect.set(window, 'takenAs', this.download); };
  });
  await page.click('#share');
  await page.click(`#sharing [data-take="${what}"]`);
  await until(page, 'the file', () => Reflect.has(window, 'takenAs'));
  return page.evaluate(async () => ({ name: Reflect.get(window, 'takenAs'), text: /** @type {string} */ (await Reflect.get(window, 'taken')) }));
}

test('export: the claims of the view as a table', async (t) => {
  const page = await open(t, { path: '#focus=soleimani&as-of=2019' });
  const { name, text } = await take(page, 'csv');
  assert.equal(name, 'evidence.csv');
  const lines = text.trim().split('\r\n');
  assert.match(lines[0], /id,from,verb,to,kind,status/);
  assert.ok(lines.some((line) => line.startsWith('soleimani-armed,Qassem Soleimani,was instrumental in arming,')));
  assert.ok(!lines.some((line) => line.startsWith('us-killed-soleimani')), 'what had not happened is not in it');
  assert.ok(lines.length < 40, `${lines.length} lines for one node’s surroundings`);
});

test('export: the network of the view as JSON', async (t) => {
  const page = await open(t, { picture: true, path: '#hide=node.people' });
  const { name, text } = await take(page, 'json');
  assert.equal(name, 'network.json');
  const network = JSON.parse(text);
  assert.equal(network.format, 1);
  assert.ok(network.nodes.length === 23 && network.nodes.every((/** @type {{kind: string}} */ { kind }) => kind !== 'people'));
});

test('export: prints what the view shows, with a note on the rest', async (t) => {
  const page = await open(t, { picture: true, path: '#hide=status.attributed,status.implied,status.ambiguous' });
  await page.evaluate(() => { window.print = () => Reflect.set(window, 'printed', true); });
  await page.click('#share');
  await page.click('#sharing [data-take="print"]');
  await until(page, 'the print', () => Reflect.has(window, 'printed'));
  await page.emulateMediaType('print');
  const seen = (/** @type {string} */ id) => page.$eval(`#e-${id}`, (e) => e.checkVisibility());
  assert.equal(await seen('tehran-arms'), true);
  assert.equal(await seen('quds-hezbollah'), false);
  assert.match(await page.$eval('#print-note', (e) => /** @type {HTMLElement} */ (e).innerText), /67 of 84/);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await seen('quds-hezbollah'), true, 'and everything is back afterwards');

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.match(await page.$eval('#print-note', (e) => /** @type {HTMLElement} */ (e).innerText), /whole network/);
});
