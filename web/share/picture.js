// The picture of the current view as a file: Go draws it for the page's state, and
// this module applies the current colors.

/** @import {Ask} from '../ask/program.js' */
/** @import {State} from '../state/declaration.js' */
import { areaOf, shapeOf } from '../viewer/geometry.js';
import { readTheme } from '../viewer/theme.js';

/** PNG pixels per CSS pixel. */
const SCALE = 2;

/** The longest side of a canvas, in pixels, that all browsers support. */
const MAX_SIDE = 8192;

/** The CSS properties that are SVG attributes too; the style sheet of pictures uses no other visible ones. */
const ATTRIBUTES = new Set(['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'paint-order', 'opacity', 'font-family', 'font-weight', 'text-anchor']);

/** A self-contained picture; sizes are CSS pixels. @typedef {{svg: string, width: number, height: number}} Picture */

/**
 * The picture of the current view: the whole of it, or the visible part.
 * @param {{ask: Ask, picture: Element, state: State, address: string|null, credit: string}} parts  address: of the page for the picture's links, null for no links; credit: the source line
 * @returns {Promise<Picture>}
 */
export async function pictureOf({ ask, picture, state, address, credit }) {
  const [, , wide, high] = areaOf(picture);
  const answer = await ask({ ask: 'sheet', layout: shapeOf(picture), state: { ...state, hover: null }, width: wide, height: high, credit, legend: legendWords() });
  const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (new DOMParser().parseFromString(answer.svg, 'image/svg+xml').documentElement));
  for (const link of svg.querySelectorAll('a')) {
    if (address === null) link.removeAttribute('href');
    else link.setAttribute('href', address + link.getAttribute('href'));
  }
  setStyle(svg, readTheme());
  const [width, height] = ['width', 'height'].map((side) => Number(svg.getAttribute(side)));
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

/** The words of the page's legend, by the part of the picture that they explain. @returns {Record<string, string>} */
function legendWords() {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#legend :is([data-key], li[data-hides])'));
  return Object.fromEntries([...rows].map((row) => [row.dataset.key ?? row.dataset.hides, row.querySelector('.label')?.textContent ?? '']));
}

/**
 * Writes the style sheet of pictures into the attributes of a picture: other programs
 * do not support custom properties, and the page's policy forbids a style sheet in the
 * image from which a PNG is made.
 * @param {SVGSVGElement} svg
 * @param {Record<string, string>} theme
 */
function setStyle(svg, theme) {
  for (const reach of svg.querySelectorAll('.p-reach')) reach.remove(); // pointer targets
  const rules = [...document.styleSheets].filter((sheet) => sheet.href?.endsWith('/poster.css')).flatMap((sheet) => [...sheet.cssRules]);
  for (const rule of rules) {
    if (!(rule instanceof CSSStyleRule) || rule.selectorText.startsWith(':root')) continue;
    const set = [...rule.style].filter((name) => ATTRIBUTES.has(name));
    const parts = [...svg.matches(rule.selectorText) ? [svg] : [], ...svg.querySelectorAll(rule.selectorText)];
    for (const part of parts) {
      for (const name of set) part.setAttribute(name, rule.style.getPropertyValue(name).replace(/var\(--pn-([\w-]+)\)/, (_, paint) => theme[paint]));
    }
  }
  for (const part of [svg, ...svg.querySelectorAll('[class]')]) part.removeAttribute('class');
}

/** @param {Picture} picture @returns {Blob} */
export const asSVG = ({ svg }) => new Blob([svg], { type: 'image/svg+xml' });

/** @param {Picture} picture @returns {Promise<Blob>} */
export async function asPNG(picture) {
  const { width, height } = picture;
  const scale = Math.min(SCALE, MAX_SIDE / Math.max(width, height));
  const address = URL.createObjectURL(asSVG(picture));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width * scale), height: Math.round(height * scale) });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the picture is too large'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Downloads a file. @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
