// Limits what the page in the frame can do to the article around it.

/**
 * The permissions of a page from another origin. It can't navigate the article, open
 * dialogs or start downloads; its full page, which opens in a tab of its own, offers
 * those. It keeps its origin (allow-same-origin), which gives it no access to the
 * article: with an opaque origin it could load its own files only from hosts that
 * send CORS headers for everyone.
 *
 * A page of the article's own origin has no sandbox. With these flags it could remove
 * it, as browsers warn; with an opaque origin its host would have to send CORS headers.
 * Anyone who can publish a page on that origin can reach the article anyway.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/**
 * Sandboxes a frame before it loads its page, if the page is of another origin.
 * @param {HTMLIFrameElement} frame
 * @param {URL} page
 */
export function sandbox(frame, page) {
  if (page.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX);
}

/** Reports whether a loaded frame without a sandbox was redirected to another origin. @param {HTMLIFrameElement} frame */
export const escaped = (frame) => !frame.hasAttribute('sandbox') && frame.contentDocument === null;
