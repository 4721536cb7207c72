// What <proxy-network>, made by embed.js, offers an article page. It is what
// window.proxynet offers in the page itself, but for what takes a message.

import type { Action, Listener, State } from '../state/store.js';
import type { Position } from '../page/proxynet.js';

/**
 * Attributes:
 *   src           address of the built site
 *   select        id of what is selected at first
 *   filter        what is hidden at first: tokens such as relation.arms, commas between
 *   theme         light, dark or auto
 *   height        pixels; or
 *   aspect-ratio  width by height, such as 4/3
 *   interactive   visible: live when it comes near what the reader sees; click: when asked
 *   article       selector of the article’s text in this page: the two are read together
 *   follow        with article: who is spoken of where the reader is comes forward in the graph
 *   lang          en, fa or ar: the page in that language; without it, the site’s own page
 */
export interface ProxyNetworkElement extends HTMLElement {
  /** Resolves when the graph is live; rejects when it can’t be. A new promise each time it goes back to its picture. */
  readonly ready: Promise<void>;
  /** What is selected, hovered, hidden and in view: as the graph has it, or had it last. */
  readonly state: State;
  /** Changes the state, and makes the graph live where it isn’t. Rejects with a TypeError for what the graph refuses. */
  dispatch(action: Action): Promise<void>;
  /** Calls the listener after each change; returns a function that ends that. */
  on(event: 'change', listener: Listener): () => void;
  /** Where each node and relation that shows stands, in CSS pixels of the frame. Empty until the graph is live. */
  positions(): Promise<Record<string, Position>>;
}

declare global {
  interface HTMLElementTagNameMap {
    'proxy-network': ProxyNetworkElement;
  }
}
