// Small things that the element is made with.

/** Does something when the page has nothing else to do. @param {() => void} act */
export function idle(act) {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act, 1000); // Safari
}

/** A promise to be kept later, which need not be listened to. */
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
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} properties
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
