// Package format reads networks that other programs wrote, and writes them
// networks in the formats that they read.
//
// Its words:
//
//   - format: a way in which other programs write graphs, such as GEXF. Each
//     has a file of its own, or one that reads and one that writes.
//   - graph: what every format is read into and written from. It has the
//     nodes, edges and free attributes that formats have, and knows nothing of
//     passages.
//   - attribute: a named value of a graph, a node or an edge. What the model
//     has and a format has no field for, stands in attributes.
//   - loss: what a format or the model has no place for. It is counted and
//     told, one line for each kind.
//
// An importer reads its file once, from front to back, and keeps nothing of it
// but the graph, so that what it takes is bounded by [Limits] and not by the
// file. Nothing that it reads is ever markup: names are plain text, and pages
// escape them like any other.
package format
