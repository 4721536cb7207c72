// What all embeds of a page share to know whether the reader is near, and their size.

/** Sees which embeds come near. @type {IntersectionObserver} */
export const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) /** @type {import('./element.js').ProxyNetwork} */ (target).near(isIntersecting);
}, { rootMargin: '200px' });

/** Sees which picture fits. @type {ResizeObserver} */
export const shape = new ResizeObserver((entries) => {
  for (const { target } of entries) /** @type {ShadowRoot} */ (target.getRootNode()).dispatchEvent(new Event('shape'));
});
