// The frame's side of what its host says of colours and fonts. A value must be a
// colour or a list of families and nothing else, and what can't be read in the
// host's colours is shown in the page's own. The page gets each colour as the
// reader would see it, opaque and in sRGB: what is checked is what is painted.

/** @import {Dress} from './dress.js' */
/** @import {RGBA} from './colour.js' */
import { readTheme } from '../viewer/theme.js';
import { contrast, over, parse, resolve, toHex } from './colour.js';
import { COLOURS, FONTS } from './dress.js';

/** The least contrast of text, and of lines and shapes: WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const SHAPE = 3;

/**
 * Puts a dress on the page, in the place of the one before. Colours depend on the
 * colour scheme: call it again when that changes.
 * @param {HTMLElement} root
 * @param {Dress} dress
 */
export function wear(root, dress) {
  for (const name of FONTS) put(root, name, isFamilies(dress[name]) ? dress[name] : null);
  for (const name of COLOURS) put(root, name, null);
  const own = readTheme();
  const colours = seen(dress, own.paper ?? '#ffffff', root.ownerDocument);
  const why = unreadable({ ...own, ...colours });
  if (why !== null) {
    console.warn(`proxynet: the host’s colours are left out, since ${why}`);
    return;
  }
  for (const [name, value] of Object.entries(colours)) put(root, name, value);
}

/**
 * The colours of a dress as #rrggbb: each on the paper, the paper on the page's own.
 * @param {Dress} dress
 * @param {string} ownPaper  as #rrggbb
 * @param {Document} document
 * @returns {Record<string, string>}
 */
function seen(dress, ownPaper, document) {
  const known = (/** @type {string} */ name) => (name in dress ? resolve(dress[name], document) : null);
  const base = /** @type {RGBA} */ (parse(`rgb(${[1, 3, 5].map((at) => parseInt(ownPaper.slice(at, at + 2), 16)).join()})`));
  const paper = over(known('paper') ?? base, base);
  /** @type {Record<string, string>} */
  const colours = {};
  for (const name of COLOURS) {
    const color = known(name);
    if (color) colours[name] = toHex(over(color, name === 'paper' ? base : paper));
  }
  return colours;
}

/** @param {HTMLElement} root @param {string} name @param {string|null} value */
function put(root, name, value) {
  if (value === null) root.style.removeProperty(`--proxynet-${name}`);
  else root.style.setProperty(`--proxynet-${name}`, value);
}

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
    if (!(has >= least)) return `${a} on ${b} has a contrast of ${has.toFixed(1)}, less than ${least}`;
  }
  return null;
}
