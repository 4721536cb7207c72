// The area of the graph on the page.

import { layoutFor } from '../embed/size.js';

/** x, y, width and height in CSS pixels. @typedef {[number, number, number, number]} Sides */

/** @param {Element} element @returns {Sides} */
export function areaOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}

/**
 * The largest part of the picture above or beside a cover that lies over it.
 * @param {Element} picture
 * @param {Element} cover
 * @returns {Sides}
 */
export function uncoveredOf(picture, cover) {
  const [x, y, width, height] = areaOf(picture);
  const { left, right, top } = cover.getBoundingClientRect();
  if (left >= x + width || right <= x || top >= y + height) return [x, y, width, height];
  /** @type {Sides[]} */
  const parts = [
    [x, y, width, Math.max(top - y, 0)],
    [x, y, Math.max(left - x, 0), height],
    [right, y, Math.max(x + width - right, 0), height],
  ];
  return parts.reduce((best, part) => (part[2] * part[3] > best[2] * best[3] ? part : best));
}

/** The layout that fits the picture's area. @param {Element} picture */
export function shapeOf(picture) {
  const [, , width, height] = areaOf(picture);
  return layoutFor(width, height);
}
