// The sizes of an embed before its host sets any. loader.js writes the same rules,
// since it imports nothing; size.test.js compares them.

/**
 * Which areas show the wide picture: those of at least this width, in CSS pixels, and
 * ratio of width to height; and flat ones of any width. page.css and viz/scene/format.go
 * have the same.
 */
export const WIDE = Object.freeze({ width: 820, ratio: 1.1, flat: 1.3 });

/** The picture whose labels are legible in an area. @param {number} width @param {number} height in CSS pixels */
export const layoutFor = (width, height) => (width >= WIDE.flat * height || width >= WIDE.width && width >= WIDE.ratio * height ? 'wide' : 'tall');

/** The heights of the bars above and below the picture, in CSS pixels; page.css has the same for a frame. */
export const BARS = Object.freeze({ top: 40, bottom: 56 });

/** The height of the bar with the passages of an article, in CSS pixels. */
export const READING_BAR = 48;

/**
 * The height of the picture as a share of the width of the embed, in percent, and the
 * most pixels of the tall one, which then has its full size: 390 × 645.
 */
export const PICTURE_HEIGHT = Object.freeze({ wide: 60, tall: 166, most: 650 });

/** The height of an embed, in CSS pixels. @param {number} width in CSS pixels */
export function heightFor(width) {
  const { wide, tall, most } = PICTURE_HEIGHT;
  return BARS.top + BARS.bottom + (width >= WIDE.width ? width * wide / 100 : Math.min(width * tall / 100, most));
}

/** The height of an embed as a CSS length in a size container. @param {'wide'|'tall'} shape */
export const heightRule = (shape) => `calc(${BARS.top + BARS.bottom}px + ${shape === 'wide' ? `${PICTURE_HEIGHT.wide}cqi` : `min(${PICTURE_HEIGHT.tall}cqi, ${PICTURE_HEIGHT.most}px)`})`;

/**
 * The legends beneath an embed over fallback content, in two, three and four columns, and
 * their widths in CSS pixels. A legend grows by up to LEGEND_GROWTH to fill its column.
 */
export const LEGENDS = Object.freeze({ 390: 'legend.svg', 540: 'legend-540.svg', 720: 'legend-720.svg' });
const LEGEND_GROWTH = 1.15;

/**
 * The legend for a column, and the most of its width, in CSS pixels.
 * @param {number} width  of the column, in CSS pixels
 */
export function legendFor(width) {
  const [natural, file] = Object.entries(LEGENDS).findLast(([least]) => width >= Number(least)) ?? Object.entries(LEGENDS)[0];
  return { file, most: Math.round(Number(natural) * LEGEND_GROWTH) };
}

/**
 * The most height, in CSS pixels, that an embed uses of higher fallback content: that of
 * the tall picture at the full width of the column, if there is room for the tall one.
 * @param {number} width  of the column, in CSS pixels
 * @param {number} available  height, in CSS pixels
 */
export function mostHeightFor(width, available) {
  const bars = BARS.top + BARS.bottom;
  return layoutFor(width, available - bars) === 'tall' ? bars + Math.round(width * PICTURE_HEIGHT.tall / 100) : heightFor(width);
}
