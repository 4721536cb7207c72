// Package layout places the nodes of a graph in the plane.
//
// Its words:
//
//   - body: a node as the simulation sees it: a point with a velocity, and
//     around it a box that holds the node and its label.
//   - tick: one step of the simulation.
//   - alpha: how hot the simulation is, 1 at the start; every force but
//     collision is scaled by it, and it cools towards 0.
//   - charge: how strongly bodies attract (above 0) or repel (below 0) each
//     other.
//   - theta: how wide two clusters of bodies may be, about the sum of their
//     radii divided by their distance, to act on each other as wholes.
//   - cell: a square of the plane with the bodies in it, of the quadtree by which the
//     charge is computed; a leaf is one that is not divided.
//   - pivot: a node from which [Unfold] measures how far all others are.
//   - rank: the height at which a node should be; y grows downwards, so a
//     smaller rank is higher.
//   - home: the place to which a node returns.
//   - simple edge: one edge for all edges between the same two nodes.
//   - intrusion: a simple edge that runs through the box of a node that is not its
//     end.
//
// [Simulation] is the force layout of d3-force in Go: it is stepped by its
// caller, allocates nothing per tick, and is what a live graph runs on.
// [NewUnfolded] starts from an unfolded layout of the graph, for large networks. Both
// read no clock and no global randomness: the same graph and settings give the same
// places. Networks of boxes are placed by viz/place.
//
// Lengths are world units, which are CSS pixels at zoom 1.
package layout
