// What a newsroom pastes into an article.

/** @import {State} from '../state/store.js' */
import { format } from '../state/address.js';

/** Pixels of a frame that can’t be as high as is good to read in. */
const HEIGHT = 636;

/**
 * @typedef {object} Site
 * @property {string} address  of the page, without a fragment
 * @property {string} title
 * @property {[number, number]} wide  width and height of the wide picture
 * @property {[number, number]} tall  and of the tall one
 */

/** The link of a view. @param {Site} site @param {State} state */
export function link({ address }, state) {
  return address + (format(state) && `#${format(state)}`);
}

/**
 * For pages that allow scripts. What stands in the element is for feeds, and
 * holds the place until the script is there.
 * @param {Site} site
 * @param {State} state
 */
export function element(site, state) {
  const { address, title, wide, tall } = site;
  const file = (/** @type {string} */ name) => escape(new URL(name, address).href);
  const select = state.select === null ? '' : ` select="${escape(state.select)}"`;
  const filter = state.hide.length === 0 ? '' : ` filter="${escape(state.hide.join(','))}"`;
  return `<script type="module" src="${file('embed.js')}"></script>
<proxy-network src="${escape(address)}"${select}${filter}>
<blockquote><a href="${escape(link(site, state))}"><picture><source media="(max-width: 40rem)" srcset="${file('picture.tall.svg')}" width="${tall[0]}" height="${tall[1]}"><img src="${file('picture.wide.svg')}" width="${wide[0]}" height="${wide[1]}" alt="${escape(title)}"></picture></a></blockquote>
</proxy-network>`;
}

/** For pages that don’t. @param {Site} site @param {State} state */
export function frame(site, state) {
  return `<iframe src="${escape(link(site, state))}" title="${escape(site.title)}" width="100%" height="${HEIGHT}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups"></iframe>`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
