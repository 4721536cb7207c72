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
// A format NAME is in NAME.go, or in NAME_read.go and NAME_write.go, with further
// files of the same beginning where it has parts; registry.go lists all formats, and
// detect.go and detect_json.go tell them apart. What families of formats share:
//
//   - csv_*.go, table.go and matrix.go: tables, of CSV and of workbooks (xlsx_*.go);
//   - xml.go, xml_write.go: GEXF and GraphML;
//   - json.go, json_flat.go: every format in JSON;
//   - mentions.go: annotated texts, such as those of brat and doccano;
//   - input.go, encoding.go, lines.go, limits.go: every reader.
//
// Readers fill a graph (graph.go) through a collector (collector.go); import_*.go
// makes a network of it. export.go makes a graph of a network, which the writers
// write; those of notations that are no graphs read the network itself.
//
// No importer loses anything silently. The readers of XML and JSON report every
// element, attribute, text and field that an importer doesn't take, and what
// the model has no field for is kept in summaries and notes, or reported too:
// one line for each kind of loss, with the names of what it counts.
//
// What FollowTheMoney's entities become, and what becomes of a network in it:
//
//   - A Person is a node of the kind person; a Company or an Organization an
//     organisation; a PublicBody a state. Any other entity is a node of an unknown
//     kind, with its schema in the summary. Written are Person, Organization,
//     Company (of what somebody owns), PublicBody, Asset (of a target) and
//     LegalEntity.
//   - An entity whose schema declares an edge, such as Ownership, is a relation; so
//     is a property that names another entity. Written are Ownership, Membership and
//     Succession, if their ends are what they must be, and else UnknownLink, which
//     has no direction: role is the verb, summary the sentence.
//   - startDate, endDate and date are the period. Marks of uncertainty (~, ?, %, X),
//     seasons, and that something goes on have no place there, and are reported.
//   - A source is an Article. A node names it as its proof, a relation has its
//     address as sourceUrl. Quotes are descriptions, with the speaker and the
//     paragraph; read again, they are text in a note, and no passages.
//   - An event is an Event, and those who took part are involved.
//
// An importer reads its file once, from front to back, and keeps only the
// graph, so that its memory is bounded by [Limits] and not by the file. Workbooks
// are read in place, and may not unpack to far more than their size. Nothing
// that it reads is treated as markup: names are plain text, and pages escape
// them like any other.
package format
