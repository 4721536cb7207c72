// The API of <proxy-network>, which embed.js defines: the same as window.proxynet in the
// page itself, but methods that ask the frame return promises.

import type { Listener } from '../state/listeners.js';
import type { State } from '../state/declaration.js';
import type { Action } from '../state/store.js';
import type { Position } from '../page/proxynet.js';

/**
 * Attributes:
 *   src           address of the built site
 *   select        id of the selection
 *   focus         id of a node to show with its neighbors only
 *   filter        tokens of the parts to hide, such as relation.arms, separated by commas
 *   as-of         date, YYYY, YYYY-MM or YYYY-MM-DD: hides what did not hold then
 *   chain         ids of two nodes, separated by a comma: highlights the chains from the first to the second
 *   size          degree, betweenness or reach: the measure by which nodes are sized
 *   step          id of a step of the story
 *   theme         light, dark or auto, the reader’s own choice; without it, as the color-scheme of the host’s page
 *   height        pixels; or
 *   aspect-ratio  width by height, such as 4/3
 *   interactive   visible: the graph is live once it is near the viewport; click: once the reader starts it
 *   mode          graph; or picture: the frame loads no more than the picture, which answers taps, clicks and fingers too
 *   article       selector of the article’s text in this page, in which the passages are linked
 *   follow        with article, and a network of the page’s own origin: highlights in the graph what the passage
 *                 supports that is being read
 *   lang          en, fa or ar: the language of the page; by default that of the site
 *
 * The attributes from select to step set the state, which the reader may change; when
 * a script changes them, the state follows. An invalid value is reported in the console
 * and ignored.
 */
export interface ProxyNetworkElement extends HTMLElement {
  /**
   * Resolves when the frame answers: on a phone and with mode="picture" as soon as its picture does, elsewhere when the
   * graph is live. Rejects if the graph can’t be live. A new promise each time the element returns to its picture.
   */
  readonly ready: Promise<void>;
  /** The current or last known state of the graph. */
  readonly state: State;
  /** Changes the state, and makes the graph live if it isn’t. Rejects with a TypeError if the graph refuses the action. */
  dispatch(action: Action): Promise<void>;
  /**
   * The ids of the passages that are in the article and those that are not, and of those whose paragraph has changed
   * since the network was made. When this changes, the element dispatches an event “passages” with it as detail.
   */
  readonly passages: Passages;
  /** Calls the listener after each change; returns a function that removes it. */
  on(event: 'change', listener: Listener): () => void;
  /** The positions of the visible nodes and relations, in CSS pixels of the frame. Empty until the graph is live. */
  positions(): Promise<Record<string, Position>>;
  /** The number of frames that the graph has drawn: none while nothing changes. 0 until it is live. */
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
