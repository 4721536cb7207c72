// Theme tokens: the colors and fonts that a host page sets as custom properties on
// <proxy-network> or an ancestor, and that its frame applies.

/** The colors, set as --proxynet-ink and so on; page.css has the same. */
export const COLORS = ['ink', 'paper', 'muted', 'rule', 'accent', 'focus'];

/** The lists of font families. */
export const FONTS = ['font-sans', 'font-serif'];

/** The longest value in UTF-16 units. */
const MAX_LENGTH = 200;

/** The values that the host has set, by name. @typedef {Record<string, string>} ThemeTokens */

/** @param {Element} element @returns {ThemeTokens} */
export function tokensOf(element) {
  const style = getComputedStyle(element);
  const all = [...COLORS, ...FONTS].map((name) => [name, style.getPropertyValue(`--proxynet-${name}`).trim()]);
  for (const [name, value] of all) {
    if (value.length > MAX_LENGTH) console.warn(`<proxy-network>: --proxynet-${name} is ignored: it has ${value.length} characters, more than ${MAX_LENGTH}`);
  }
  return Object.fromEntries(all.filter(([, value]) => value !== '' && value.length <= MAX_LENGTH));
}

/** @param {Record<string, unknown>} v @returns {v is ThemeTokens} */
export const areTokens = (v) => Object.entries(v).every(([name, value]) => (COLORS.includes(name) || FONTS.includes(name)) && typeof value === 'string' && value.length <= MAX_LENGTH);
