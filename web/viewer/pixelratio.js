// Limits the pixels of the canvas: each takes memory several times over.

/** The most pixels of the canvas: those of a screen of 3840 × 2160. */
const MAX_PIXELS = 3840 * 2160;

/**
 * The pixel ratio of a canvas that covers the page.
 * @param {number} ratio  of the screen
 * @param {number} width  of the page, in CSS pixels
 * @param {number} height  likewise
 */
export const limited = (ratio, width, height) => Math.min(ratio, Math.sqrt(MAX_PIXELS / Math.max(width * height, 1)));

/**
 * Sets the ratio that Ebiten reads, once, when it starts.
 * @param {Window} window
 * @returns {() => void} restores it
 */
export function limitPixelRatio(window) {
  const { clientWidth, clientHeight } = window.document.body;
  const ratio = limited(window.devicePixelRatio, clientWidth, clientHeight);
  const own = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio');
  if (ratio === window.devicePixelRatio || !own?.configurable) return () => {};
  Object.defineProperty(window, 'devicePixelRatio', { configurable: true, value: ratio });
  return () => { Object.defineProperty(window, 'devicePixelRatio', own); };
}
