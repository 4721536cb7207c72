import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ProxyNetworkElement } from './index.js';

/** The attributes of <proxy-network>; types/embed/embed.d.ts describes each. */
export interface ProxyNetworkProps extends HTMLAttributes<ProxyNetworkElement> {
  src: string;
  article?: string;
  select?: string;
  focus?: string;
  filter?: string;
  asOf?: string;
  chain?: string;
  size?: 'degree' | 'betweenness' | 'reach';
  step?: string;
  theme?: 'light' | 'dark' | 'auto';
  height?: number | string;
  aspectRatio?: string;
  interactive?: 'visible' | 'click';
  mode?: 'graph' | 'picture';
  follow?: '';
}

/** <proxy-network> as a React component; its ref is the element. */
export declare const ProxyNetwork: ForwardRefExoticComponent<ProxyNetworkProps & RefAttributes<ProxyNetworkElement>>;
