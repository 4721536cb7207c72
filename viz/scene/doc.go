// Package scene says what of a network is visible, and where. It is the one
// picture that the poster writes as SVG and the viewer draws with Ebiten, so
// that the two agree to the pixel.
//
// Its words:
//
//   - world: the plane on which nodes stand, in units that are CSS pixels at
//     zoom 1; y grows downward.
//   - area: the part of the page in which the graph stands, in CSS pixels.
//   - camera: what of the world shows in the area.
//   - edge: a relation as drawn; edges between the same two nodes lie side
//     by side as a ribbon.
//   - paint: a colour by its role, to be looked up in a theme.
//   - emphasis: how strongly an element stands out, from whisper to 1.
//   - picture: boxes, edges, arrowheads and texts, ready to be drawn.
//
// The package reads no clock: callers say how much time has passed.
package scene
