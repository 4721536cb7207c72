// What the page of a graph may do to the article around it.

/**
 * What the page of a graph from another origin may do. It may not navigate the
 * article, open dialogs or start downloads; its full page, which its links open in
 * a tab of their own, offers what needs those. It keeps its origin
 * (allow-same-origin), which gives it no access to the article: without one it
 * could load its own files only from hosts that let every page read them.
 *
 * A page of the article's own origin has no sandbox. With these flags it could
 * take it off, as browsers warn; without its origin it would need hosts to send
 * CORS headers to themselves. Whoever can put a page there can reach the article
 * anyway.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * Sandboxes a frame before it loads its page, if the page is of another origin.
 * @param {HTMLIFrameElement} frame
 * @param {URL} page
 */
export function bind(frame, page) {
  if (page.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX);
}

/** Reports whether a frame that has loaded has no sandbox, and was led to another origin. @param {HTMLIFrameElement} frame */
export const escaped = (frame) => !frame.hasAttribute('sandbox') && frame.contentDocument === null;
