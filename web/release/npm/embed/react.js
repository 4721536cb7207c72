import { createElement, forwardRef, useEffect } from 'react';

// The element is loaded where it is shown, since servers that render have no
// custom elements.
export const ProxyNetwork = forwardRef(function ProxyNetwork(/** @type {Record<string, unknown>} */ { asOf, aspectRatio, ...rest }, ref) {
  useEffect(() => void import('./element.js'), []);
  return createElement('proxy-network', { ...rest, 'as-of': asOf, 'aspect-ratio': aspectRatio, ref });
});
