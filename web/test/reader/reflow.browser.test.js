// At 200% and 400% zoom and in forced colours: in every state nothing scrolls sideways,
// each control can be pressed, and each text can be read.

import assert from 'node:assert/strict';
import test from 'node:test';
import { until } from '../browser/browser.js';
import { opener } from '../browser/opener.js';

/** @import {Page} from 'puppeteer-core' */

const open = await opener();

/** @param {Page} page */
const answered = (page) => until(page, 'an answer', () => [...document.querySelectorAll('#ask .answer:not([aria-busy])')].some((answer) => answer.textContent?.trim()));

/** Raises the sheet if the panel is one. @param {Page} page */
const raise = (page) => page.evaluate(() => {
  const button = /** @type {HTMLElement} */ (document.querySelector('#raise'));
  if (button.checkVisibility() && button.getAttribute('aria-expanded') === 'false') button.click();
});

/** States by name: the fragment, and an action. @type {Record<string, {state: string, act?: (page: Page) => Promise<unknown>}>} */
const STATES = {
  'nothing open': { state: '' },
  'all that can be asked': { state: '', act: raise },
  'a node': { state: 'select=quds-force' },
  'a relation': { state: 'select=quds-hezbollah' },
  'a chain': { state: 'chain=tehran,houthis', act: answered },
  'a what-if': { state: 'remove=quds-force', act: answered },
  'time': {
    state: 'as-of=2019',
    act: (page) => page.evaluate(() => {
      const open = /** @type {HTMLElement} */ (document.querySelector('#time-open'));
      if (open.checkVisibility() && open.getAttribute('aria-expanded') === 'false') open.click();
    }),
  },
  'the story': { state: 'step=the-killing' },
  'filters': { state: 'hide=relation.arms,status.implied', act: raise },
  'a moved picture': { state: 'view=400,300,2' },
  'what is found': { state: '', act: (page) => page.type('#search', 'quds') },
  'share': { state: '', act: (page) => page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#share')).click()) },
  'the keys': { state: '', act: (page) => page.keyboard.press('?') },
};

/** Goes through all states. @param {Page} page @param {(page: Page) => Promise<string[]>} violationsOf */
async function inEveryState(page, violationsOf) {
  /** @type {string[]} */
  const errors = [];
  for (const [name, { state, act }] of Object.entries(STATES)) {
    await page.evaluate((state) => {
      for (const dialog of document.querySelectorAll('dialog')) dialog.close();
      const field = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
      field.value = '';
      field.dispatchEvent(new Event('input'));
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      window.proxynet.dispatch({ type: 'reset' });
      location.hash = state;
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, state);
    await act?.(page);
    errors.push(...(await violationsOf(page)).map((error) => `${name}: ${error}`));
  }
  return errors;
}

/**
 * Controls that can't be pressed or are cut off, one per line. Controls under the sheet
 * can be reached by lowering it, which focusing them does too.
 * @param {Page} page
 */
const cutOff = (page) => page.evaluate(async () => {
  /** @type {string[]} */
  const errors = [];
  const wide = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
  if (wide > innerWidth) errors.push(`the page is ${wide} wide in a window of ${innerWidth}`);
  for (const box of document.querySelectorAll('#detail, #found, dialog[open], .masthead, .foot, .panel-top')) {
    if (box.checkVisibility() && box.scrollWidth > box.clientWidth) errors.push(`${box.id || box.className} scrolls sideways: ${box.scrollWidth} in ${box.clientWidth}`);
  }
  const within = document.querySelector('dialog[open]') ?? document;
  for (const control of within.querySelectorAll('button, a[href], input, select, textarea, summary, #found [role="option"]')) {
    if (control.closest('#picture') || !control.checkVisibility({ opacityProperty: !control.matches('.choices input'), visibilityProperty: true })) continue;
    const isHit = () => {
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      return [...control.getClientRects()].some(({ x, y, width, height }) => { // a link over two lines has two
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        return x >= -1 && x + width <= innerWidth + 1 && hit !== null && (control.contains(hit) || hit.contains(control) && hit.matches('label, a, button'));
      });
    };
    if (isHit()) continue;
    /** @type {HTMLElement} */ (control).focus();
    await new Promise((next) => requestAnimationFrame(next));
    if (isHit()) continue;
    const { x, y, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    errors.push(`${control.tagName} ${control.id || control.className} “${(control.textContent || control.getAttribute('aria-label') || '').trim().slice(0, 30)}” at ${Math.round(x)}, ${Math.round(y)}, ${Math.round(width)} × ${Math.round(height)}: there is ${hit?.tagName ?? 'nothing'} ${hit?.id || hit?.className}`);
  }
  return errors;
});

for (const [name, path, size] of /** @type {[string, string, [number, number]][]} */ ([
  ['at 200 % of 1280 × 800', '', [640, 400]],
  ['at 320 pixels', '', [320, 568]],
  ['at 320 pixels, in Persian', 'fa/', [320, 568]],
  ['at 400 % of 1280 × 1024', '', [320, 256]],
])) {
  test(`reflow: each control can be pressed in every state ${name}`, async (t) => {
    const page = await open(t, { path, size, picture: path !== '' });
    assert.deepEqual(await inEveryState(page, cutOff), []);
  });
}

/** Text with too little contrast and invisible focus rings, one per line. @param {Page} page */
const unread = (page) => page.evaluate(() => {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d', { willReadFrequently: true }));
  /** Pixels are read once for each color, since that is slow. @type {Map<string, {opaque: boolean, light: number}>} */
  const lights = new Map();
  const light = (/** @type {string} */ color) => {
    const known = lights.get(color);
    if (known) return known;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = [...pen.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
    const [x, y, z] = [r, g, b].map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    const found = { opaque: a > 0.9, light: 0.2126 * x + 0.7152 * y + 0.0722 * z };
    lights.set(color, found);
    return found;
  };
  const contrast = (/** @type {number} */ a, /** @type {number} */ b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const groundOf = (/** @type {Element|null} */ from) => {
    for (let e = from; e; e = e.parentElement) {
      const ground = light(getComputedStyle(e).backgroundColor);
      if (ground.opaque) return ground.light;
    }
    return light('Canvas').light;
  };
  /** @type {string[]} */
  const errors = [];
  const within = document.querySelector('dialog[open]') ?? document.body;
  for (const element of within.querySelectorAll('*')) {
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!says || element.closest('svg, select, :disabled') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const ratio = contrast(light(getComputedStyle(element).color).light, groundOf(element));
    if (ratio < 4.5) errors.push(`${element.tagName} ${element.className} “${element.textContent?.trim().slice(0, 30)}” has contrast ${ratio.toFixed(1)}`);
  }
  for (const control of within.querySelectorAll('button, a[href], input, select, textarea, summary')) {
    if (!(control instanceof HTMLElement) || control.closest('#picture') || control.matches('.choices input, :disabled') || !control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    control.focus(/** @type {FocusOptions} */ ({ focusVisible: true, preventScroll: true }));
    if (document.activeElement !== control) continue;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(control);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) errors.push(`${control.id || control.className || control.textContent} has no ring with the focus`);
    else if (contrast(light(outlineColor).light, groundOf(control.parentElement)) < 3) errors.push(`the ring of ${control.id || control.textContent} is not seen: ${outlineColor}`);
  }
  return errors;
});

for (const scheme of ['light', 'dark']) {
  test(`forced colours: text and focus are visible, ${scheme}`, async (t) => {
    const page = await open(t, { picture: true }); // the canvas has its own colours
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }] });
    assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
    assert.deepEqual(await inEveryState(page, unread), []);
  });
}
