// Package route draws the lines of a diagram around its boxes: orthogonal
// polylines on a lattice, found by a maze router with negotiated congestion
// (PathFinder: McMurchie and Ebeling 1995).
//
// Cells in and next to a box are blocked for every net that doesn't end at the box. A
// line behind a foreign box, which would suggest an undocumented relation, is therefore
// impossible, whatever else goes wrong. No two nets share a track; they cross at right
// angles only, and no line bends on a crossing.
//
// [Router.Route] routes all nets. [Live] routes only the nets that a moved box affects,
// which is fast enough for every frame of a drag. [Nudge] then moves the lines off the
// lattice, within the free space around them.
package route
