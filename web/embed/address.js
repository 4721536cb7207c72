// The address that a frame is opened with.

/** @import {State} from '../state/declaration.js' */
import { format } from '../state/address.js';

/** The page to show: the site’s, or the one in the folder of the requested language. @param {URL} src @param {string|null} language a tag */
export function pageOf(src, language) {
  const page = new URL(src);
  if (language) page.pathname = page.pathname.replace(/[^/]*$/, `${language}/`);
  return page;
}

/**
 * The page’s address with the last state of the graph or, before there is one, with
 * the state in its own fragment and then in the attributes.
 * @param {URL} page
 * @param {State|null} last
 * @param {State} requested
 * @param {string|null} theme
 * @param {'graph'|'picture'} mode
 */
export function addressOf(page, last, requested, theme, mode) {
  const own = last ? '' : page.hash.slice(1);
  const parts = [own, format(last ?? requested), theme ? `theme=${theme}` : '', mode === 'picture' ? 'mode=picture' : ''].flatMap((part) => part.split('&')).filter(Boolean);
  const address = new URL(page);
  address.hash = [...new Map(parts.map((part) => [part.split('=')[0], part])).values()].join('&');
  return address.href;
}
