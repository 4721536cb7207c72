// What a newsroom pastes into an article.

/** @import {State} from '../state/declaration.js' */
import { format } from '../state/address.js';
import { initialState } from '../state/store.js';

/** Pixels of a frame that can’t be as high as is good to read in. */
const HEIGHT = 636;

/**
 * @typedef {object} Site
 * @property {string} address  of the page, without a fragment
 * @property {string} root     of the site; the same but for a page that is in a folder of its language
 * @property {string} language of the page
 * @property {string} title
 * @property {[number, number]} wide  width and height of the wide picture
 * @property {[number, number]} tall  and of the tall one
 */

/** The link of a view. @param {Site} site @param {State} state */
export function link({ address }, state) {
  return address + (format(state) && `#${format(state)}`);
}

/**
 * For pages that allow scripts. What stands in the element is for feeds and for
 * readers without scripts, and holds the place until the script is there:
 * without it what follows would jump.
 * @param {Site} site
 * @param {State} state
 */
export function element(site, state) {
  const { address, root, language, title, wide, tall } = site;
  const file = (/** @type {string} */ name) => escape(new URL(name, address).href);
  const place = (/** @type {[number, number]} */ [width, height]) => `width="${width}" height="${height}"`;
  const asks = Object.entries({
    'lang': root === address ? null : language,
    'select': state.select, 'focus': state.focus, 'filter': state.hide.join(','), 'as-of': state.asOf,
    'chain': state.chain && `${state.chain.from},${state.chain.to}`, 'size': state.size, 'step': state.step,
  }).filter(([, value]) => value).map(([name, value]) => ` ${name}="${escape(String(value))}"`).join('');
  // What no attribute says goes with the address.
  const src = link({ ...site, address: root }, { ...initialState, remove: state.remove, view: state.view });
  return `<script type="module" async src="${escape(new URL('embed.js', root).href)}"></script>
<proxy-network src="${escape(src)}"${asks}>
<blockquote><a href="${escape(link(site, state))}"><picture><source type="image/svg+xml" media="(max-width: 40rem)" srcset="${file('picture.tall.svg')}" ${place(tall)}><source type="image/svg+xml" srcset="${file('picture.wide.svg')}" ${place(wide)}><img src="${escape(new URL('picture.wide.png', root).href)}" width="${wide[0]}" height="${wide[1]}" alt=""></picture><p>${escape(title)}</p></a></blockquote>
</proxy-network>`;
}

/** For pages that don’t. @param {Site} site @param {State} state */
export function frame(site, state) {
  return `<iframe src="${escape(link(site, state))}" title="${escape(site.title)}" width="100%" height="${HEIGHT}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
