// The current colors: those of the style sheets and of the theme, and those that a
// host page has set instead.

import { COLORS } from '../embed/tokens.js';

/**
 * The value of every --pn-NAME color as #rrggbb, by name.
 * @returns {Record<string, string>}
 */
export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  /** @type {Record<string, string>} */
  const theme = {};
  for (const name of names()) {
    const host = COLORS.includes(name) ? style.getPropertyValue(`--proxynet-${name}`).trim() : '';
    theme[name] = hex(pen, host || style.getPropertyValue(`--pn-${name}`).trim());
  }
  return theme;
}

/** The names of all colors that the style sheets define. */
function names() {
  const found = new Set();
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSStyleRule)) continue;
      for (const property of rule.style) {
        if (property.startsWith('--pn-')) found.add(property.slice('--pn-'.length));
      }
    }
  }
  return found;
}

/** @param {CSSStyleSheet} sheet @returns {Iterable<CSSRule>} */
function rulesOf(sheet) {
  try {
    return sheet.cssRules;
  } catch {
    return []; // a sandboxed frame may read only the sheets that are loaded with crossorigin
  }
}

/** A CSS color as #rrggbb. @param {CanvasRenderingContext2D} pen @param {string} color */
function hex(pen, color) {
  pen.fillStyle = '#000';
  pen.fillStyle = color;
  return pen.fillStyle.slice(0, 7);
}
