// Package place finds positions for the boxes of a diagram on a lattice, by simulated
// annealing from several seeds. It is independent of networks and pixels: lengths are
// in cells of the lattice, and edges are judged as straight lines between boxes, as the
// router hasn't run yet.
//
// A good placement keeps connected boxes close and aligned, has few crossings
// and few lines over boxes, and puts superiors above inferiors. [Weights] has the
// cost of each flaw.
package place
