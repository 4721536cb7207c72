// What a frame is opened with.

/** @import {State} from '../state/declaration.js' */
import { format } from '../state/address.js';

/** The page to show: the site’s own, or that of the language asked for, in a folder of it. @param {URL} src @param {string|null} language a tag */
export function pageOf(src, language) {
  const page = new URL(src);
  if (language) page.pathname = page.pathname.replace(/[^/]*$/, `${language}/`);
  return page;
}

/**
 * The page’s address with what the graph showed last, or else with what its own
 * fragment and then the attributes ask for.
 * @param {URL} page
 * @param {State|null} last
 * @param {State} asked
 * @param {string|null} theme
 */
export function addressOf(page, last, asked, theme) {
  const own = last ? '' : page.hash.slice(1);
  const parts = [own, format(last ?? asked), theme ? `theme=${theme}` : ''].flatMap((part) => part.split('&')).filter(Boolean);
  const address = new URL(page);
  address.hash = [...new Map(parts.map((part) => [part.split('=')[0], part])).values()].join('&');
  return address.href;
}
