// The frame's end of the channel to the article page around it.

/** @import {Proxynet} from '../page/proxynet.js' */
/** @import {ThemeTokens} from './tokens.js' */
/** @import {Order, Report} from './message.js' */
import { format } from '../state/address.js';
import { loadText } from '../viewer/load.js';
import { markMissing } from '../evidence/missing.js';
import { applyTokens } from './applytokens.js';
import { here, newNonce, nonceOf, readOrder, reason, tooLong, write } from './message.js';
import { heightFor } from './size.js';

/**
 * Greets the page around this one, and answers it.
 * @param {Window} window
 * @param {Proxynet} proxynet
 */
export function bindFrame(window, proxynet) {
  const nonce = newNonce();
  const stop = new AbortController();
  const allowed = embeddersOf(window);
  window.addEventListener('message', (event) => {
    if (allowed && !allowed.includes(event.origin)) return;
    if (event.source !== window.parent || event.ports.length !== 1 || nonceOf(event.data, 'port') !== nonce) return;
    stop.abort(); // one port for each load
    serve(event.ports[0], proxynet, window.document.documentElement);
  }, { signal: stop.signal });
  // To any origin, since the parent's isn't known; the message has nothing secret.
  window.parent.postMessage(here(nonce), '*');
  // Asks an amp-iframe for a readable height.
  window.parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: Math.round(heightFor(window.innerWidth)) }, '*');

  // Links to other pages open in a tab of their own.
  for (const link of window.document.querySelectorAll('a[href^="http"]')) link.setAttribute('target', '_blank');
  const whole = /** @type {HTMLAnchorElement|null} */ (window.document.querySelector('a.whole'));
  whole?.addEventListener('click', () => { whole.hash = format(proxynet.state); });
}

/**
 * The origins whose pages are answered, or null for all. A published network
 * answers everybody; one that is being written answers only pages of its own server
 * and of the origins that its author lists.
 * @param {Window} window
 * @returns {string[]|null}
 */
export function embeddersOf({ document, location }) {
  const meta = /** @type {HTMLMetaElement|null} */ (document.querySelector('meta[name="proxynet-embedders"]'));
  return meta && [location.origin, ...meta.content.split(' ').filter(Boolean)];
}

/**
 * The address of a file that the page names for articles around it; undefined for none.
 * @param {Document|null} document
 * @param {string} name
 */
const fileOf = (document, name) => document?.querySelector(`meta[name="proxynet-${name}"]`)?.getAttribute('content');

/**
 * Answers the article page over a port.
 * @param {MessagePort} port
 * @param {Proxynet} proxynet
 * @param {HTMLElement} root  the element that gets the theme
 */
export function serve(port, proxynet, root) {
  /** Sends a report, or the reason why it can't be sent. @param {Report} report */
  const send = (report) => {
    const text = write(report);
    const why = tooLong(text);
    if (why === null) port.postMessage(text);
    else if (report.type === 'answer') send({ ...report, error: why, positions: null });
    else if (report.type === 'claims') withhold(why);
    else console.warn(`proxynet: “${report.type}” is not sent: ${why}`);
  };
  /** Has the article's page, if this frame is still in it, warn that the claims are missing. @param {string} why */
  const withhold = (why) => send({ type: 'withheld', what: 'claims', why });
  const sendClaims = async () => {
    const file = fileOf(root.ownerDocument, 'claims');
    if (file) send({ type: 'claims', claims: JSON.parse(await loadText(file)) });
    else withhold('the network’s evidence is too large for one page');
  };
  /** @type {ThemeTokens|null} */
  let tokens = null;
  /** Applies the tokens again, since colors depend on the color scheme. */
  const reapply = () => { if (tokens) applyTokens(root, tokens); };
  root.ownerDocument?.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', reapply);
  /** @param {Order} order */
  const handle = (order) => {
    if (order.type === 'print') {
      sendClaims().catch((error) => withhold(reason(error)));
      return;
    }
    if (order.type === 'dress') {
      tokens = order.dress;
      reapply();
      return;
    }
    if (order.type === 'unfound') {
      markMissing(order.passages);
      return;
    }
    if (order.type === 'theme') {
      if (order.theme) root.dataset.theme = order.theme;
      else delete root.dataset.theme;
      reapply();
      return;
    }
    let failure = null;
    let positions = null;
    let frames = null;
    try {
      if (order.type === 'dispatch') proxynet.dispatch(order.action);
      else if (order.type === 'positions') positions = proxynet.positions();
      else frames = proxynet.frames();
    } catch (error) {
      failure = reason(error);
    }
    send({ type: 'answer', id: order.id, error: failure, positions, frames });
  };
  port.onmessage = ({ data }) => {
    const order = readOrder(data);
    if (order) handle(order);
  };
  proxynet.on('change', (state, _, action) => send({ type: 'change', state, action }));
  const file = fileOf(root.ownerDocument, 'passages');
  if (file) send({ type: 'passages', file });
  proxynet.ready.then(
    () => send({ type: 'ready', state: proxynet.state }),
    (error) => send({ type: 'failed', why: reason(error) }),
  );
}
