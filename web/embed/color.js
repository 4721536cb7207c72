// CSS colors as numbers, and their contrast.

/** Red, green, blue and alpha in sRGB, each 0 to 1. @typedef {[number, number, number, number]} RGBA */

/** Values that load something or depend on other properties. */
const INDIRECT = /[\\;{}]|url|var|env|attr|currentcolor|^(inherit|initial|unset|revert|revert-layer)$/i;

/**
 * Resolves a CSS color as the browser does, in the current color scheme. Returns
 * null for other values. Mixing a color with itself makes the browser convert every
 * color space and system color to sRGB.
 * @param {string} text
 * @param {Document} document
 * @returns {RGBA|null}
 */
export function resolve(text, document) {
  if (INDIRECT.test(text.trim()) || !CSS.supports('color', text)) return null;
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.color = CSS.supports('color', `color-mix(in srgb, ${text}, ${text})`) ? `color-mix(in srgb, ${text}, ${text})` : text;
  document.body.append(probe);
  const color = parse(getComputedStyle(probe).color);
  probe.remove();
  return color;
}

/** Parses a computed color: rgb(r, g, b), rgba(r, g, b, a) or color(srgb r g b / a). @param {string} text @returns {RGBA|null} */
export function parse(text) {
  const [, kind, body] = /^(rgba?|color)\((.*)\)$/.exec(text) ?? [];
  const numbers = (body ?? '').replace(/^srgb /, '').split(/[\s,/]+/).filter(Boolean).map((part) => (part === 'none' ? 0 : Number(part)));
  if (numbers.length < 3 || numbers.length > 4 || !numbers.every(Number.isFinite)) return null;
  const scale = kind === 'color' ? 1 : 255;
  const [red, green, blue] = numbers.map((part) => clamp(part / scale));
  return [red, green, blue, clamp(numbers[3] ?? 1)];
}

/** A color painted on an opaque ground. @param {RGBA} top @param {RGBA} ground @returns {RGBA} */
export function over(top, ground) {
  const mix = (/** @type {number} */ at) => top[at] * top[3] + ground[at] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** An opaque color as #rrggbb. @param {RGBA} color */
export const toHex = (color) => `#${color.slice(0, 3).map((part) => Math.round(part * 255).toString(16).padStart(2, '0')).join('')}`;

/** The contrast ratio of WCAG 2.2, 1 to 21; NaN for texts other than #rrggbb. @param {string} a @param {string} b */
export function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The relative luminance, 0 to 1. @param {string} color */
function luminance(color) {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return NaN;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {number} part */
const clamp = (part) => Math.min(1, Math.max(0, part));
