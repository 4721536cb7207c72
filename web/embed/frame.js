// The frame's side of the talk with the article page around it.

/** @import {Proxynet} from '../page/proxynet.js' */
/** @import {Dress} from './dress.js' */
/** @import {Order, Report} from './message.js' */
import { format } from '../state/address.js';
import { markUnfound } from '../evidence/unfound.js';
import { claimsOf } from './claims.js';
import { here, newNonce, nonceOf, readOrder, reason, tooLong, write } from './message.js';
import { wear } from './wear.js';

/**
 * Tells the page around this one that the frame is there, and answers it.
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
    stop.abort(); // a load has one port
    serve(event.ports[0], proxynet, window.document.documentElement);
  }, { signal: stop.signal });
  // To any origin, since the parent's isn't known; nothing in it is secret.
  window.parent.postMessage(here(nonce), '*');
  // Where it is an amp-iframe, it is made as high as is good to read in.
  window.parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: Math.round(heightFor(window.innerWidth)) }, '*');

  // Nothing else can be opened in here.
  for (const link of window.document.querySelectorAll('a[href^="http"]')) link.setAttribute('target', '_blank');
  const whole = /** @type {HTMLAnchorElement|null} */ (window.document.querySelector('a.whole'));
  whole?.addEventListener('click', () => { whole.hash = format(proxynet.state); });
}

/**
 * The origins whose pages are answered, or null for all: a published network is
 * anybody's, one that is still being written is for its own server's pages and
 * for those that its author lists.
 * @param {Window} window
 * @returns {string[]|null}
 */
export function embeddersOf({ document, location }) {
  const meta = /** @type {HTMLMetaElement|null} */ (document.querySelector('meta[name="proxynet-embedders"]'));
  return meta && [location.origin, ...meta.content.split(' ').filter(Boolean)];
}

/** The height that an embed has where its host says nothing, as look.js has it. @param {number} width in CSS pixels */
export function heightFor(width) {
  return 96 + (width >= 560 ? width * 0.75 : width * 1.6);
}

/**
 * @param {MessagePort} port
 * @param {Proxynet} proxynet
 * @param {HTMLElement} root takes the theme
 */
export function serve(port, proxynet, root) {
  /** Sends a report, or in its place why it can't be sent. @param {Report} report */
  const send = (report) => {
    const text = write(report);
    const why = tooLong(text);
    if (why === null) port.postMessage(text);
    else if (report.type === 'answer') send({ ...report, fault: why, positions: null });
    else if (report.type === 'claims') withhold(why);
    else console.warn(`proxynet: “${report.type}” is not sent: ${why}`);
  };
  /** @param {string} why */
  const withhold = (why) => {
    console.warn(`proxynet: the article’s page gets no claims to print: ${why}`);
    send({ type: 'withheld', what: 'claims', why });
  };
  /** @type {Dress|null} */
  let dress = null;
  /** Colours depend on the colour scheme. */
  const dressAgain = () => { if (dress) wear(root, dress); };
  root.ownerDocument?.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dressAgain);
  /** @param {Order} order */
  const obey = (order) => {
    if (order.type === 'print') {
      const claims = claimsOf(root.ownerDocument);
      if (claims) send({ type: 'claims', claims });
      else withhold('the network’s evidence is too large for one page');
      return;
    }
    if (order.type === 'dress') {
      dress = order.dress;
      dressAgain();
      return;
    }
    if (order.type === 'unfound') {
      markUnfound(order.passages);
      return;
    }
    if (order.type === 'theme') {
      if (order.theme) root.dataset.theme = order.theme;
      else delete root.dataset.theme;
      dressAgain();
      return;
    }
    let fault = null;
    let positions = null;
    let frames = null;
    try {
      if (order.type === 'dispatch') proxynet.dispatch(order.action);
      else if (order.type === 'positions') positions = proxynet.positions();
      else frames = proxynet.frames();
    } catch (error) {
      fault = reason(error);
    }
    send({ type: 'answer', id: order.id, fault, positions, frames });
  };
  port.onmessage = ({ data }) => {
    const order = readOrder(data);
    if (order) obey(order);
  };
  proxynet.on('change', (state, _, action) => send({ type: 'change', state, action }));
  const file = root.ownerDocument?.querySelector('meta[name="proxynet-passages"]')?.getAttribute('content');
  if (file) send({ type: 'passages', file });
  proxynet.ready.then(
    () => send({ type: 'ready', state: proxynet.state }),
    (error) => send({ type: 'failed', why: reason(error) }),
  );
}
