// Where on the page the graph stands.

/** Ratio of width to height from which on an area shows the wide layout; page.css has the same. */
const WIDE = 0.9;

/** x, y, width and height in CSS pixels. @typedef {[number, number, number, number]} Sides */

/** @param {Element} element @returns {Sides} */
export function areaOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height];
}

/**
 * The part of the picture above a cover that lies over it from below.
 * @param {Element} picture
 * @param {Element} cover
 * @returns {Sides}
 */
export function uncoveredOf(picture, cover) {
  const [x, y, width, height] = areaOf(picture);
  const over = cover.getBoundingClientRect();
  const beside = over.left >= x + width || over.right <= x || over.top >= y + height;
  return [x, y, width, beside ? height : Math.max(over.top - y, 0)];
}

/** The name of the layout that fits the picture's shape. @param {Element} picture */
export function shapeOf(picture) {
  const [, , width, height] = areaOf(picture);
  return width >= WIDE * height ? 'wide' : 'tall';
}
