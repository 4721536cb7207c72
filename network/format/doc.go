// Package format imports networks from the files of other programs, and exports
// networks to them.
//
// Each format has a folder with its reader, its writer and, in testdata, files of
// the programs that write it. A folder may cover several dialects of one notation:
// nodelink also reads Kumu, claims writes workbooks and CSV, rdf writes JSON-LD and
// nanopublications. To add a format NAME:
//
//  1. Make the folder NAME, with a function Read that fills a graph, a function
//     Write, or both. sif is the shortest reader, mermaid the shortest writer.
//  2. Give it a row in registry.go. If its content identifies it, also give it a row in
//     detect.go, or in detect_json.go for JSON.
//  3. Put a file of a program that writes it into NAME/testdata, and one with all of
//     its fields into NAME/testdata/account. The tests of this package import all of
//     them, and “go test -update” writes the expected results.
//  4. Add its fuzzer to fuzz_test.go, and the tested files of other programs to
//     docs_test.go, which writes web/docs/formats.md.
//
// Terms:
//
//   - format: a file format for graphs, such as GEXF.
//   - graph: the intermediate form of every import and export. It has the nodes, edges
//     and free attributes of formats, and no passages.
//   - attribute: a named value of a graph, a node or an edge. Attributes also carry
//     fields of the model that a format lacks.
//   - direction: which way an edge points. One vocabulary serves every format;
//     none of its words ever becomes a verb.
//   - loss: something that a format or the model can't represent.
//
// Shared code is in internal:
//
//   - graph: the graph, its attributes and directions, and the losses;
//   - reader: input within limits, as lines, JSON or XML, and the collector, which
//     checks what a reader finds and puts it into a graph;
//   - table: tables, of CSV, of workbooks and of GDF;
//   - mention: annotated texts, such as those of brat and doccano;
//   - dates: dates as programs and people write them;
//   - register: addresses of Wikidata, GLEIF and OpenSanctions;
//   - convert: a network from a graph, and a graph from a network;
//   - cite: passages, denials and facts in words, for formats that aren't graphs;
//   - writer: XML.
//
// No importer loses anything silently. The readers of XML and JSON report every
// element, attribute, text and field that an importer doesn't read. Values without a
// field in the model are kept in summaries and notes, or reported too: one line for
// each kind of loss, with the names of the fields.
//
// An importer reads its file once, from front to back, and keeps only the
// graph, so that its memory is bounded by [Limits] and not by the file. Workbooks
// are read in place, and may not unpack to far more than their size. Nothing
// that it reads is treated as markup: names are plain text, and pages escape
// them like any other.
package format
