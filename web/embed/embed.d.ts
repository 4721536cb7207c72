// What <proxy-network>, made by embed.js, offers an article page: all that
// window.proxynet offers in the page itself, though what goes to the frame and
// back is a promise here.

import type { Listener } from '../state/listeners.js';
import type { State } from '../state/declaration.js';
import type { Action } from '../state/store.js';
import type { Position } from '../page/proxynet.js';

/**
 * Attributes:
 *   src           address of the built site
 *   select        id of what is selected
 *   focus         id of a node: it is shown with its neighbours only
 *   filter        what is hidden: tokens such as relation.arms, commas between
 *   as-of         date, YYYY, YYYY-MM or YYYY-MM-DD: what doesn’t hold then is hidden
 *   chain         ids of two nodes, a comma between: the chains of command from one to the other
 *   size          degree, betweenness or reach: what nodes are sized by
 *   step          id of a step of the story
 *   theme         light, dark or auto, the reader’s own choice; without it, as the color-scheme of the host’s page
 *   height        pixels; or
 *   aspect-ratio  width by height, such as 4/3
 *   interactive   visible: live when it comes near what the reader sees; click: when asked
 *   article       selector of the article’s text in this page: the two are read together
 *   follow        with article, and a network of the page’s own origin: who is spoken of where the reader is comes
 *                 forward in the graph
 *   lang          en, fa or ar: the page in that language; without it, the site’s own page
 *
 * What select to step ask for, the reader may change; changed by a script, they
 * change what is shown. A value that is not understood is told in the console
 * and left out.
 */
export interface ProxyNetworkElement extends HTMLElement {
  /** Resolves when the graph is live; rejects when it can’t be. A new promise each time it goes back to its picture. */
  readonly ready: Promise<void>;
  /** What is selected, hovered, hidden and in view: as the graph has it, or had it last. */
  readonly state: State;
  /** Changes the state, and makes the graph live where it isn’t. Rejects with a TypeError for what the graph refuses. */
  dispatch(action: Action): Promise<void>;
  /**
   * Which passages are in the article, by their ids, and those whose paragraph has changed since the network was
   * made. Each time this changes, the element has an event “passages” with the same as its detail.
   */
  readonly passages: Passages;
  /** Calls the listener after each change; returns a function that ends that. */
  on(event: 'change', listener: Listener): () => void;
  /** Where each node and relation that shows stands, in CSS pixels of the frame. Empty until the graph is live. */
  positions(): Promise<Record<string, Position>>;
  /** How many frames the graph has drawn: none while nothing changes. 0 until it is live. */
  frames(): Promise<number>;
}

export interface Passages {
  found: string[];
  missing: string[];
  changed: string[];
}

declare global {
  interface HTMLElementTagNameMap {
    'proxy-network': ProxyNetworkElement;
  }
}
