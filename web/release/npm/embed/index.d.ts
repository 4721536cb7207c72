import type { ProxyNetworkElement } from './types/embed/embed.js';

export type { Passages, ProxyNetworkElement } from './types/embed/embed.js';
export type { Action } from './types/state/store.js';
export type { State } from './types/state/declaration.js';
export type { Listener } from './types/state/listeners.js';
export type { Position } from './types/page/proxynet.js';

/** The class of <proxy-network>, which importing this module defines. */
export declare const ProxyNetwork: { new (): ProxyNetworkElement; prototype: ProxyNetworkElement };
