// The snippets that a newsroom pastes into an article.

/** @import {State} from '../state/declaration.js' */
import { heightFor } from '../embed/size.js';
import { format } from '../state/address.js';
import { FIELDS } from '../state/declaration.js';
import { KINDS } from '../state/kind.js';

/** The height of a frame, in CSS pixels, for a column of COLUMN pixels. */
const COLUMN = 720;
const HEIGHT = heightFor(COLUMN);

/**
 * @typedef {object} Site
 * @property {string} address  of the page, without a fragment
 * @property {string} root     of the site; differs from address if the page is in the folder of its language
 * @property {string} language of the page
 * @property {string} title
 * @property {[number, number]} figure  width and height of the picture that articles show, in CSS pixels
 */

/** The link to a view. @param {Site} site @param {State} state */
export function link({ address }, state) {
  return address + (format(state) && `#${format(state)}`);
}

/**
 * The snippet for pages that allow scripts. The content of the element is for feeds,
 * readers and e-mail, which strip scripts and unknown elements, and reserves the space
 * until the script has loaded, in columns of any width. It has no block elements and no line breaks: WordPress
 * wraps lines in paragraphs, and a block element would end the paragraph, and with it
 * the element.
 * @param {Site} site
 * @param {State} state
 */
export function element(site, state) {
  const { address, root, language, title, figure: [width, height] } = site;
  const file = (/** @type {string} */ name, /** @type {string} */ folder) => escape(new URL(name, folder).href);
  const given = FIELDS.filter(({ attribute }) => attribute !== '');
  const attributes = [['lang', root === address ? '' : language], ...given.map(({ name, kind, attribute }) => [attribute, KINDS[kind].write(state[name]).join(',')])]
    .filter(([, value]) => value !== '').map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  // The fields without an attribute are in the address.
  const src = link({ ...site, address: root }, { ...state, ...Object.fromEntries(given.map(({ name, kind }) => [name, KINDS[kind].none])) });
  return `<script type="module" async src="${escape(new URL('embed.js', root).href)}"></script>`
    + `<proxy-network src="${escape(src)}"${attributes}><a href="${escape(link(site, state))}">`
    + `<picture><source type="image/svg+xml" srcset="${file('figure.svg', address)}"><img src="${file('figure.png', root)}" width="${width}" height="${height}" alt=""></picture>`
    + `<br>${escape(title)}</a></proxy-network>`;
}

/** The snippet for pages that allow no scripts. @param {Site} site @param {State} state */
export function frame(site, state) {
  return `<iframe src="${escape(link(site, state))}" title="${escape(site.title)}" width="100%" height="${HEIGHT}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/**
 * The sources that an article’s Content-Security-Policy must allow for the element: its
 * scripts and picture, the frame, and the file of passages.
 * @param {Site} site
 */
export function policy({ root }) {
  const { origin } = new URL(root);
  return `script-src ${origin}; img-src ${origin} data:; frame-src ${origin}; connect-src ${origin}`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
