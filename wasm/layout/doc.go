//go:build js

// Command layout lays out large networks in the reader's browser, beside the viewer: in
// a Worker if possible. It draws nothing. web/viewer/layout.js is the other side.
//
// Before it starts the program, the page sets the global proxynetLayout:
//
//	nodes    number of nodes
//	ends     Uint8Array over an Int32Array: two node indices for each edge
//	ranks    Uint8Array over a Float64Array: the rank of each node; null for none
//	start    Uint8Array over a Float64Array: x and y of each node
//	ready(layout)            the program is ready; see layout
//	fail(message: string)    it can't start
//
// and gets back, through ready, the object layout with
//
//	step(work) → number      runs the given number of ticks of a node, and returns
//	                         the finished part of all work, from 0 to 1
//	places(into)             fills an array like start
package main
