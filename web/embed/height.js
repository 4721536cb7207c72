// The height of the embed.

import { height, proportion } from './attribute.js';
import { clipped, styles } from './styles.js';

/** The least height, in CSS pixels, of fallback content that reserves the space of the picture. */
const MIN_FALLBACK = 320;

/**
 * Gives the box the height or the proportion that the attributes of an embed say. Without
 * either, fallback content that is high enough keeps its own height, and the box lies over it.
 * @param {HTMLElement} embed
 * @param {HTMLSlotElement} slot of the fallback content
 * @param {HTMLElement} outer
 * @param {HTMLElement} box
 */
export function setHeight(embed, slot, outer, box) {
  const [high, ratio] = [height(embed), proportion(embed)];
  const hasFallback = high === null && ratio === null && embed.querySelector('img, picture, svg') !== null && embed.offsetHeight >= MIN_FALLBACK;
  slot.hidden = !hasFallback;
  slot.style.display = hasFallback ? 'contents' : 'none';
  outer.classList.toggle('over', hasFallback);
  /** @type {ShadowRoot} */ (embed.shadowRoot).adoptedStyleSheets = hasFallback ? [styles, clipped] : [styles];
  box.style.blockSize = high !== null ? `${high}px` : ratio !== null ? 'auto' : '';
  box.style.aspectRatio = high === null && ratio !== null ? String(ratio) : '';
}
