// Random actions of readers, for the soak test.

/** @import {Page} from 'puppeteer-core' */
import { randomFrom } from '../random.js';

/**
 * A page for readers' actions.
 * @typedef {object} Seat
 * @property {Page} page
 * @property {string[]} nodes   what can be named, by id
 * @property {string[]} steps   of the story; none in most networks
 * @property {string[]} tokens  what can be hidden
 * @property {string[]} words   what is searched for
 */

const random = randomFrom(1);
/** @template T @param {readonly T[]} list */
const any = (list) => list[Math.floor(random() * list.length)];

/** Prepares a page whose graph is live. @param {Page} page @returns {Promise<Seat>} */
export async function sit(page) {
  return page.evaluate(() => ({
    nodes: [...document.querySelectorAll('.evidence .entry[data-type="node"]')].map((entry) => /** @type {HTMLElement} */ (entry).dataset.id ?? ''),
    all: Object.keys(window.proxynet.positions()),
    steps: [...document.querySelectorAll('[data-step]')].map((step) => /** @type {HTMLElement} */ (step).dataset.step ?? ''),
    tokens: [...document.querySelectorAll('#legend [data-hides]')].flatMap((row) => (/** @type {HTMLElement} */ (row).dataset.hides ?? '').split(' ')).filter(Boolean),
    words: [...document.querySelectorAll('#legend .label')].slice(0, 4).map((label) => (label.textContent ?? '').slice(0, 4)),
  })).then(({ nodes, all, words, ...seat }) => ({
    page, ...seat,
    nodes: nodes.length > 0 ? nodes : all, // the page of a large network has no entries, and its picture no relations by name
    words: ['ada', 'houthi', 'qaani', 'tehran', ...words],
  }));
}

/** @type {((seat: Seat) => Promise<unknown>)[]} */
export const ACTS = [
  async ({ page }) => {
    const place = await spot(page);
    if (place) await page.mouse.click(place.x, place.y);
  },
  async ({ page }) => {
    const { x, y } = await spot(page) ?? { x: 300, y: 400 };
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 5; i++) await page.mouse.move(x + i * 8 * (random() - 0.5), y + i * 8 * (random() - 0.5));
    await page.mouse.up();
  },
  async ({ page }) => {
    await page.mouse.move(300 + 300 * random(), 300 + 200 * random());
    await page.mouse.wheel({ deltaY: 400 * (random() - 0.5) });
  },
  ({ page }) => act(page, { type: 'fit' }),
  ({ page, nodes }) => act(page, { type: 'select', id: any(nodes) }),
  ({ page, tokens }) => act(page, { type: random() < 0.5 ? 'hide' : 'show', what: [any(tokens)] }),
  ({ page }) => act(page, { type: 'asOf', date: any([null, '1985', '2012', '2019', '2020-02', '2024-02']) }),
  ({ page, nodes }) => act(page, { type: random() < 0.5 ? 'remove' : 'restore', ids: [any(nodes)] }),
  ({ page, nodes }) => act(page, { type: 'focus', id: random() < 0.3 ? any(nodes) : null }),
  ({ page, nodes }) => act(page, random() < 0.5 ? { type: 'chain', from: null, to: null } : { type: 'chain', from: any(nodes), to: any(nodes) }),
  ({ page }) => act(page, { type: 'size', measure: any([null, 'degree', 'betweenness', 'reach']) }),
  ({ page, steps }) => act(page, { type: 'step', id: random() < 0.5 ? null : any([null, ...steps]) }),
  async ({ page, words }) => {
    await page.focus('#search');
    await page.keyboard.type(any(words));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(any(['Enter', 'Escape']));
    await page.$eval('#search', (input) => { /** @type {HTMLInputElement} */ (input).value = ''; });
  },
  ({ page }) => act(page, { type: 'reset' }),
];

/** Dispatches an action; those that the state doesn't allow are refused, such as removing the end of a chain. @param {Page} page @param {object} action */
export const act = (page, action) => page.evaluate((action) => {
  try {
    window.proxynet.dispatch(/** @type {any} */ (action));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}, action);

/** The position of a visible name, or null. @param {Page} page */
const spot = (page) => page.evaluate((lot) => {
  const seen = Object.values(window.proxynet.positions()).filter(({ x, y }) => document.elementFromPoint(x, y)?.closest('#picture, canvas'));
  return seen[Math.floor(lot * seen.length)] ?? null;
}, random());
