// Package metrics measures how well a picture of a network can be read, from its
// SVG alone.
//
// It reads our own pictures, and any SVG of this simple form:
//
//   - a node is a <rect> with data-node, its id; that of a frame has data-members
//     too, the ids of what is drawn inside it, separated by spaces;
//   - a line is a <path> with data-ends, the ids of the nodes at its start and
//     its end, separated by a space. Paths with the same data-net count as one
//     line: lanes that run side by side, or branches of one trunk. That of a
//     line of the lead has data-lead;
//   - a text is a <text> with a font-size in pixels.
//
// There are no transforms. Lengths are in the units of the viewBox, or in pixels at a
// given size: see [Options].
package metrics
