// Package svg writes a scene as SVG: the picture that is on the page
// before any script, in feeds, and in print. Colours are CSS custom properties,
// which [Style] defines for both themes, so that the SVG holds no style of its
// own and passes a strict Content-Security-Policy.
package svg
