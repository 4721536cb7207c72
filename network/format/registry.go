package format

import "proxynet/network"

// Format is a way in which other programs write graphs.
type Format struct {
	Name    string   // as --format names it
	Label   string   // as people call it
	Endings []string // of files that are in it and in nothing else

	files int // most files that it reads; 0: it is only written
	read  func(ins []*input, o *options, losses *Losses) (*Graph, error)
	// binary reads files that are no text.
	binary func(f namedReader, o *options, losses *Losses) (*Graph, error)
	write  func(g *Graph, losses *Losses) []Output // nil: it is only read
	// unheld counts what it has no place for; nil: it holds everything.
	unheld func(n *network.Network, losses *Losses)
	// notation writes formats that are no graphs.
	notation func(n *network.Network, address string, losses *Losses) []Output
	mixed    bool // readers of it that can't mix edges with and without direction are common
}

// Output is a file that was written.
type Output struct {
	Part string // which of several, such as "nodes"; "" where there is but one
	Data []byte
}

// one makes a reader of one file a reader of files.
func one(read func(in *input, o *options, losses *Losses) (*Graph, error)) func([]*input, *options, *Losses) (*Graph, error) {
	return func(ins []*input, o *options, losses *Losses) (*Graph, error) { return read(ins[0], o, losses) }
}

// Formats lists every format.
var Formats = []Format{
	{Name: "gexf", Label: "GEXF 1.3", Endings: []string{".gexf"}, files: 1, read: one(readGEXF), write: writeGEXF, unheld: unheldGEXF, mixed: true},
	{Name: "graphml", Label: "GraphML", Endings: []string{".graphml"}, files: 1, read: one(readGraphML), write: writeGraphML, mixed: true},
	{Name: "cytoscape", Label: "Cytoscape JSON", Endings: []string{".cyjs"}, files: 1, read: one(readCytoscape), write: writeCytoscape},
	{Name: "jgf", Label: "JSON Graph Format", Endings: []string{".jgf"}, files: 1, read: one(readJGF), write: writeJGF},
	{Name: "nodelink", Label: "node-link JSON of D3, networkx, vis-network, graphology and sigma", files: 1, read: one(readNodeLink)},
	{Name: "gephilite", Label: "workspace of Gephi Lite", files: 1, read: one(readGephiLite)},
	{Name: "kumu", Label: "project JSON of Kumu", files: 1, read: one(readNodeLink)},
	{Name: "dot", Label: "DOT of Graphviz", Endings: []string{".dot", ".gv"}, files: 1, read: one(readDOT), write: writeDOT},
	{Name: "gml", Label: "GML", Endings: []string{".gml"}, files: 1, read: one(readGML), write: writeGML, mixed: true},
	{Name: "cx", Label: "CX2 and CX of NDEx and Cytoscape", Endings: []string{".cx2", ".cx"}, files: 1, read: one(readCX)},
	{Name: "csv", Label: "CSV of edges, and of nodes", Endings: []string{".csv", ".tsv"}, files: mostTables, read: readCSV, write: writeCSV, unheld: unheldCSV},
	{Name: "xlsx", Label: "workbook of Excel and LibreOffice, with edges, nodes or claims", Endings: []string{".xlsx", ".xlsm"}, files: 1, binary: readXLSX, write: writeXLSX, unheld: unheldCSV},
	{Name: "ftm", Label: "entities of FollowTheMoney, and diagrams of Aleph", Endings: []string{".ftm", ".vis", ".ijson"}, files: 1, read: one(readFTM), notation: writeFTM},
	{Name: "stix", Label: "bundle of STIX 2.1", files: 1, read: one(readSTIX)},
	{Name: "apoc", Label: "JSON of Neo4j’s library APOC", files: 1, read: one(readAPOC)},
	{Name: "bods", Label: "statements of the Beneficial Ownership Data Standard 0.4", files: 1, read: one(readBODS)},
	{Name: "popolo", Label: "Popolo: people, organizations and memberships", files: 1, read: one(readPopolo)},
	{Name: "pajek", Label: "network of Pajek", Endings: []string{".net"}, files: 1, read: one(readPajek)},
	{Name: "gdf", Label: "GDF of GUESS and Gephi", Endings: []string{".gdf"}, files: 1, read: one(readGDF)},
	{Name: "sif", Label: "SIF of Cytoscape", Endings: []string{".sif"}, files: 1, read: one(readSIF)},
	{Name: "dl", Label: "DL of UCINET", Endings: []string{".dl"}, files: 1, read: one(readDL)},
	{Name: "brat", Label: "standoff annotations of brat", Endings: []string{".ann"}, files: 1, read: one(readBrat)},
	{Name: "doccano", Label: "annotated texts of doccano, with relations", files: 1, read: one(readDoccano)},
	{Name: "labelstudio", Label: "annotated texts of Label Studio, with relations", files: 1, read: one(readLabelStudio)},
	{Name: "oligrapher", Label: "LittleSis Oligrapher JSON", files: 1, read: one(readOligrapher)},
	{Name: "claims", Label: "workbook of claims and their quotes", notation: writeClaims},
	{Name: "claims-csv", Label: "CSV of claims and their quotes", notation: writeClaimsCSV},
	{Name: "mermaid", Label: "flowchart of Mermaid", notation: writeMermaid},
	{Name: "jsonld", Label: "JSON-LD in the words of schema.org", notation: writeSchemaOrg},
	{Name: "nanopub", Label: "RDF in the manner of nanopublications (TriG)", notation: writeNanopubs},
	{Name: "annotations", Label: "JSON-LD of W3C Web Annotations", files: 1, read: one(readAnnotations), notation: writeAnnotations},
}

// Readable lists the names of formats that can be read, Writable of those that
// can be written.
func Readable() []string {
	return names(func(f *Format) bool { return f.files > 0 })
}
func Writable() []string {
	return names(func(f *Format) bool { return f.write != nil || f.notation != nil })
}

func names(which func(*Format) bool) []string {
	var out []string
	for i := range Formats {
		if which(&Formats[i]) {
			out = append(out, Formats[i].Name)
		}
	}
	return out
}

// formatNamed returns the format of that name, nil if there is none.
func formatNamed(name string) *Format {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}
