// Helpers of the embed.

/** Calls act when the browser is idle. @param {() => void} act */
export function idle(act) {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 1000); // Safari
}

/** A promise with its resolve and reject functions. A rejection need not be handled. */
export function defer() {
  /** @type {() => void} */
  let resolve = () => {};
  /** @type {(why: Error) => void} */
  let reject = () => {};
  /** @type {Promise<void>} */
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/**
 * Makes an element with properties.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

/** Sets an image's source unless it has it. @param {HTMLImageElement} image @param {URL} source */
export function setSource(image, { href }) {
  if (image.src !== href) image.src = href;
}
