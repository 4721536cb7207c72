// The observers that all embeds of a page share.

/** Observes which embeds are near the viewport. @type {IntersectionObserver} */
export const visibility = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) /** @type {import('./element.js').ProxyNetwork} */ (target).setNear(isIntersecting);
}, { rootMargin: '200px' });

/** Observes the size of embeds, on which the choice of the picture depends. @type {ResizeObserver} */
export const shape = new ResizeObserver((entries) => {
  for (const { target } of entries) /** @type {ShadowRoot} */ (target.getRootNode()).dispatchEvent(new Event('shape'));
});
