//go:build js

// Command wasm lets the benchmark's page run the force layout. It hands the page
// two functions as globals:
//
//	newLayout(nodes, ends, start)   the object {tick(times), settle(), places(into)}
//	judge(nodes, ends, places)      how good a picture is, see layout.Quality:
//	                                {stress, crossings, neighbourhood, overlaps}
//
// which take and give
//
//	nodes    number of nodes
//	ends     Uint8Array over an Int32Array: two node indices for each edge
//	start    Uint8Array over a Float64Array, x and y of each node; null to unfold
//	         the graph and cool quickly
//	places   such an array too; places(into) fills one
package main
