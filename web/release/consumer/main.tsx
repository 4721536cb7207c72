// An article page with the element twice, once by itself and once through React.
// The address of the network is in the page's own, as “?site=…”.
import 'proxynet-embed';
import type { ProxyNetworkElement, State } from 'proxynet-embed';
import { ProxyNetwork } from 'proxynet-embed/react';
import { createRoot } from 'react-dom/client';

const site = new URLSearchParams(location.search).get('site') ?? '';

const plain: ProxyNetworkElement = document.createElement('proxy-network');
plain.setAttribute('src', site);
plain.on('change', (state: State) => { document.title = state.select ?? 'nothing'; });
document.querySelector('#plain')?.append(plain);

const room = document.querySelector('#react');
if (room) createRoot(room).render(<ProxyNetwork src={site} asOf="2020" aspectRatio="4/3" interactive="click" ref={(element) => element?.setAttribute('data-ref', '')} />);
