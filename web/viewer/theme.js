// The colours in force, as the style sheets have them: the reader's theme and
// what a host has set instead.

/** Colours that a host may set, as --proxynet-…; page.css has the same. */
const HOST = new Set(['paper', 'ink', 'muted', 'rule', 'focus', 'accent']);

/**
 * Every --pn-… colour by its name, as #rrggbb.
 * @returns {Record<string, string>}
 */
export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  /** @type {Record<string, string>} */
  const theme = {};
  for (const name of names()) {
    const host = HOST.has(name) ? style.getPropertyValue(`--proxynet-${name}`).trim() : '';
    theme[name] = hex(host || style.getPropertyValue(`--pn-${name}`).trim());
  }
  return theme;
}

/** The names of all colours, from the style sheet that defines them. */
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
    return []; // a sandboxed frame may read only what the page asks for with crossorigin
  }
}

/** @type {CanvasRenderingContext2D|null} */
let pen = null;

/** Any CSS colour as #rrggbb. @param {string} color */
function hex(color) {
  pen ??= /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  pen.fillStyle = '#000';
  pen.fillStyle = color;
  return pen.fillStyle.slice(0, 7);
}
