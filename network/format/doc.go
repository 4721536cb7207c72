// Package format imports networks from the files of other programs, and exports
// networks to them.
//
// Terms:
//
//   - format: a file format for graphs, such as GEXF. Each has a file of its
//     own, or one that reads and one that writes.
//   - graph: what every format is read into and written from. It has the
//     nodes, edges and free attributes that formats have, and no passages.
//   - attribute: a named value of a graph, a node or an edge. It also carries
//     what the model has and a format has no field for.
//   - direction: which way an edge points. One vocabulary serves every format;
//     none of its words ever becomes a verb.
//   - loss: something that a format or the model has no place for.
//
// No importer loses anything silently. The readers of XML and JSON report every
// element, attribute, text and field that an importer doesn't take, and what
// the model has no field for is kept in summaries and notes, or reported too:
// one line for each kind of loss, with the names of what it counts.
//
// An importer reads its file once, from front to back, and keeps only the
// graph, so that its memory is bounded by [Limits] and not by the file. Nothing
// that it reads is treated as markup: names are plain text, and pages escape
// them like any other.
package format
