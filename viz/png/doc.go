// Package png draws a scene's picture in pixels, for programs that don't accept SVG:
// feeds, social cards, link previews. It draws the same marks as viz/svg and viz, with
// its own fonts, since it runs without a browser.
//
// Its words:
//
//   - canvas: an image with a scale, to which shapes are added.
//   - shape: polygons that are filled as one; where they overlap is filled once.
//   - face: a font of a certain script. Latin, Greek and Cyrillic are set in
//     Liberation, whose widths are those of Arial and Times, Arabic, Hebrew and
//     others in DejaVu.
//
// The same drawing gives the same bytes, on machines of one architecture.
package png
