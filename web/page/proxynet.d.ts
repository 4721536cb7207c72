// The API of the page, window.proxynet.

import type { Listener } from '../state/listeners.js';
import type { State } from '../state/declaration.js';
import type { Action } from '../state/store.js';

/** The position of a node or relation in the page, and the radius in which a click hits it, in CSS pixels. */
export interface Position {
  x: number;
  y: number;
  r: number;
}

export interface Proxynet {
  /** Resolves when the page answers: on a phone as soon as its picture does, elsewhere when the graph is live. Rejects if the graph can't start. */
  readonly ready: Promise<void>;
  /** The view state; see ../state/declaration.js. Frozen: a change makes a new object. */
  readonly state: State;
  /** Changes the state. Throws a TypeError for an action that is malformed or names something unknown. */
  dispatch(action: Action): void;
  /** Calls the listener after each change; returns a function that removes it. */
  on(event: 'change', listener: Listener): () => void;
  /** The positions of the visible nodes and relations, by id. Empty if the graph has failed. */
  positions(): Record<string, Position>;
  /** The number of frames that the graph has drawn: none while nothing changes. */
  frames(): number;
}

declare global {
  interface Window {
    readonly proxynet: Proxynet;
  }
}
