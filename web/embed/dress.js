// What a host may say of colours and fonts: custom properties at
// <proxy-network>, or above it, that go with it into the frame.

/** Colours, as --proxynet-ink and so on; page.css and viewer/theme.js have the same. */
export const COLOURS = ['ink', 'paper', 'muted', 'rule', 'accent', 'focus'];

/** Lists of font families. */
export const FONTS = ['font-sans', 'font-serif'];

/** The longest value, in UTF-16 units. */
const LONG = 200;

/** A value for each name that the host has set. @typedef {Record<string, string>} Dress */

/** @param {Element} element @returns {Dress} */
export function dressOf(element) {
  const style = getComputedStyle(element);
  const all = [...COLOURS, ...FONTS].map((name) => [name, style.getPropertyValue(`--proxynet-${name}`).trim()]);
  for (const [name, value] of all) {
    if (value.length > LONG) console.warn(`<proxy-network>: --proxynet-${name} is left out: it has ${value.length} characters, more than ${LONG}`);
  }
  return Object.fromEntries(all.filter(([, value]) => value !== '' && value.length <= LONG));
}

/** @param {Record<string, unknown>} v @returns {v is Dress} */
export const isDress = (v) => Object.entries(v).every(([name, value]) => (COLOURS.includes(name) || FONTS.includes(name)) && typeof value === 'string' && value.length <= LONG);
