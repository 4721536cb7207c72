// Applies the theme tokens of the host in the frame. A value must be a color or a
// list of font families. If the host's colors have too little contrast, the page
// keeps its own. Each color is converted to opaque sRGB, as the reader sees it, so
// that the colors checked are the colors painted.

/** @import {ThemeTokens} from './tokens.js' */
/** @import {RGBA} from './color.js' */
import { readTheme } from '../viewer/theme.js';
import { contrast, over, parse, resolve, toHex } from './color.js';
import { COLORS, FONTS } from './tokens.js';

/** The least contrast of text, and of lines and shapes: WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT_CONTRAST = 4.5;
const SHAPE_CONTRAST = 3;

/**
 * Applies tokens to the page, in place of the previous ones. Colors depend on the
 * color scheme: call it again when that changes.
 * @param {HTMLElement} root
 * @param {ThemeTokens} tokens
 */
export function applyTokens(root, tokens) {
  for (const name of FONTS) put(root, name, isFamilies(tokens[name]) ? tokens[name] : null);
  for (const name of COLORS) put(root, name, null);
  const own = readTheme();
  const colors = opaque(tokens, own.paper ?? '#ffffff', root.ownerDocument);
  const why = unreadable({ ...own, ...colors });
  if (why !== null) {
    console.warn(`proxynet: the host’s colors are not used: ${why}`);
    return;
  }
  for (const [name, value] of Object.entries(colors)) put(root, name, value);
}

/**
 * The colors of the tokens as #rrggbb: each painted on the paper, and the paper on
 * the page's own.
 * @param {ThemeTokens} tokens
 * @param {string} ownPaper  as #rrggbb
 * @param {Document} document
 * @returns {Record<string, string>}
 */
function opaque(tokens, ownPaper, document) {
  const known = (/** @type {string} */ name) => (name in tokens ? resolve(tokens[name], document) : null);
  const base = /** @type {RGBA} */ (parse(`rgb(${[1, 3, 5].map((at) => parseInt(ownPaper.slice(at, at + 2), 16)).join()})`));
  const paper = over(known('paper') ?? base, base);
  /** @type {Record<string, string>} */
  const colors = {};
  for (const name of COLORS) {
    const color = known(name);
    if (color) colors[name] = toHex(over(color, name === 'paper' ? base : paper));
  }
  return colors;
}

/** @param {HTMLElement} root @param {string} name @param {string|null} value */
function put(root, name, value) {
  if (value === null) root.style.removeProperty(`--proxynet-${name}`);
  else root.style.setProperty(`--proxynet-${name}`, value);
}

/** @param {string|undefined} text */
const isFamilies = (text) => text !== undefined && /^[\p{L}\p{N}\s"',._-]+$/u.test(text) && CSS.supports('font-family', text);

/**
 * The first pair of colors with too little contrast, in words, or null.
 * @param {Record<string, string>} theme  the colors as #rrggbb, by name
 */
export function unreadable(theme) {
  const names = Object.keys(theme);
  const grounds = ['paper', ...names.filter((name) => /^node-/.test(name) && !/-ink$/.test(name))];
  const shapes = names.filter((name) => /^line-|^node-.*-ink$/.test(name));
  /** @type {[string, string, number][]} */
  const pairs = [
    ...grounds.map((ground) => /** @type {[string, string, number]} */ (['ink', ground, TEXT_CONTRAST])),
    ...['muted', 'accent'].map((name) => /** @type {[string, string, number]} */ ([name, 'paper', TEXT_CONTRAST])),
    ...['focus', ...shapes].map((name) => /** @type {[string, string, number]} */ ([name, 'paper', SHAPE_CONTRAST])),
  ];
  for (const [a, b, least] of pairs) {
    if (!(a in theme && b in theme)) continue;
    const has = contrast(theme[a], theme[b]);
    if (!(has >= least)) return `${a} on ${b} has a contrast of ${has.toFixed(1)}, less than ${least}`;
  }
  return null;
}
