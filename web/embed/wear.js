// The frame's side of what its host says of colours and fonts. A value must be a
// colour or a list of families and nothing else, and what can't be read in the
// host's colours is shown in the page's own.

/** @import {Dress} from './dress.js' */
import { readTheme } from '../viewer/theme.js';
import { COLOURS, FONTS } from './dress.js';

/** The least contrast of text, and of lines and shapes: WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const SHAPE = 3;

/**
 * Puts a dress on the page, in the place of the one before.
 * @param {HTMLElement} root
 * @param {Dress} dress
 */
export function wear(root, dress) {
  for (const name of FONTS) put(root, name, isFamilies(dress[name]) ? dress[name] : null);
  for (const name of COLOURS) put(root, name, null);
  const colours = COLOURS.filter((name) => isColour(dress[name]));
  if (colours.length === 0) return;
  for (const name of colours) put(root, name, dress[name]);
  const why = unreadable(readTheme());
  if (why === null) return;
  for (const name of colours) put(root, name, null);
  console.warn(`proxynet: the host’s colours are left out, since ${why}`);
}

/** @param {HTMLElement} root @param {string} name @param {string|null} value */
function put(root, name, value) {
  if (value === null) root.style.removeProperty(`--proxynet-${name}`);
  else root.style.setProperty(`--proxynet-${name}`, value);
}

/** Nothing that loads, and nothing that depends on other properties. @param {string|undefined} text */
const isColour = (text) => text !== undefined && !/url|var|env|attr|currentcolor/i.test(text) && CSS.supports('color', text);

/** @param {string|undefined} text */
const isFamilies = (text) => text !== undefined && /^[\p{L}\p{N}\s"',._-]+$/u.test(text) && CSS.supports('font-family', text);

/**
 * Why a theme can't be read, or null.
 * @param {Record<string, string>} theme every colour by its name, as #rrggbb
 */
export function unreadable(theme) {
  const names = Object.keys(theme);
  const grounds = ['paper', ...names.filter((name) => /^node-/.test(name) && !/-ink$/.test(name))];
  const shapes = names.filter((name) => /^line-|^node-.*-ink$/.test(name));
  /** @type {[string, string, number][]} */
  const pairs = [
    ...grounds.map((ground) => /** @type {[string, string, number]} */ (['ink', ground, TEXT])),
    ...['muted', 'accent'].map((name) => /** @type {[string, string, number]} */ ([name, 'paper', TEXT])),
    ...['focus', ...shapes].map((name) => /** @type {[string, string, number]} */ ([name, 'paper', SHAPE])),
  ];
  for (const [a, b, least] of pairs) {
    if (!(a in theme && b in theme)) continue;
    const has = contrast(theme[a], theme[b]);
    if (has < least) return `${a} on ${b} has a contrast of ${has.toFixed(1)}, less than ${least}`;
  }
  return null;
}

/** @param {string} a @param {string} b both #rrggbb */
export function contrast(a, b) {
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The relative luminance, 0 to 1. @param {string} colour */
function light(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
