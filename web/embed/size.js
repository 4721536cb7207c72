// The sizes of an embed before its host sets any. loader.js writes the same rules,
// since it imports nothing; size.test.js compares them.

/** The least ratio of width to height at which the wide picture is shown; page.css has the same. */
export const WIDE = 1.1;

/** The heights of the bars above and below the picture, in CSS pixels; page.css has the same for a frame. */
export const BARS = Object.freeze({ top: 40, bottom: 56 });

/** The height of the bar with the passages of an article, in CSS pixels. */
export const READING_BAR = 48;

/** The least width of an embed with the wide picture, in CSS pixels. */
export const WIDE_WIDTH = 560;

/** The height of the picture as a share of the width of the embed, in percent. */
export const PICTURE_HEIGHT = Object.freeze({ wide: 75, tall: 160 });

/** The height of an embed, in CSS pixels. @param {number} width in CSS pixels */
export function heightFor(width) {
  const share = width >= WIDE_WIDTH ? PICTURE_HEIGHT.wide : PICTURE_HEIGHT.tall;
  return BARS.top + BARS.bottom + width * share / 100;
}

/** The height of an embed as a CSS length in a size container. @param {'wide'|'tall'} shape */
export const heightRule = (shape) => `calc(${BARS.top + BARS.bottom}px + ${PICTURE_HEIGHT[shape]}cqi)`;
