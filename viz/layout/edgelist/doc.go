// Package edgelist lays out graphs from files, and judges pictures of them.
//
// A graph is JSON, {"n": 3, "edges": [[0, 1], [1, 2]]}: the number of nodes, and the
// two nodes of each edge, counted from 0. Positions are JSON too, {"positions": [[0.5,
// 7], …]}: x and y of each node.
package edgelist
