// The page's one documented object, window.proxynet.

import type { Listener } from '../state/listeners.js';
import type { State } from '../state/declaration.js';
import type { Action } from '../state/store.js';

/** Where a node or relation stands in the page, and the radius in which a click finds it, in CSS pixels. */
export interface Position {
  x: number;
  y: number;
  r: number;
}

export interface Proxynet {
  /** Resolves when the live picture stands; rejects when it can't start here. */
  readonly ready: Promise<void>;
  /** What is selected, shown, asked and in view; ../state/store.js tells each part. Frozen; a change makes a new one. */
  readonly state: State;
  /** Changes the state. Throws a TypeError for an action that is malformed or names something unknown. */
  dispatch(action: Action): void;
  /** Calls the listener after each change; returns a function that ends that. */
  on(event: 'change', listener: Listener): () => void;
  /** Where each node and relation that shows stands, by id. Empty until the live picture stands. */
  positions(): Record<string, Position>;
  /** How many frames the live picture has drawn: none while nothing changes. */
  frames(): number;
}

declare global {
  interface Window {
    readonly proxynet: Proxynet;
  }
}
