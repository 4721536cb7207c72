package format

import (
	"proxynet/network"
	"proxynet/network/format/annotations"
	"proxynet/network/format/apoc"
	"proxynet/network/format/bods"
	"proxynet/network/format/brat"
	"proxynet/network/format/claims"
	"proxynet/network/format/csv"
	"proxynet/network/format/cx"
	"proxynet/network/format/cytoscape"
	"proxynet/network/format/dl"
	"proxynet/network/format/doccano"
	"proxynet/network/format/dot"
	"proxynet/network/format/ftm"
	"proxynet/network/format/gdf"
	"proxynet/network/format/gephilite"
	"proxynet/network/format/gexf"
	"proxynet/network/format/gml"
	"proxynet/network/format/graphml"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
	"proxynet/network/format/internal/table"
	"proxynet/network/format/internal/writer"
	"proxynet/network/format/jgf"
	"proxynet/network/format/labelstudio"
	"proxynet/network/format/mermaid"
	"proxynet/network/format/nodelink"
	"proxynet/network/format/oligrapher"
	"proxynet/network/format/pajek"
	"proxynet/network/format/popolo"
	"proxynet/network/format/rdf"
	"proxynet/network/format/sif"
	"proxynet/network/format/stix"
	"proxynet/network/format/xlsx"
)

// Losses counts what a format or the model can't represent.
type Losses = graph.Losses

// Output is a file that was written.
type Output = writer.Output

// Limits are the limits of an importer.
type Limits = reader.Limits

// DefaultLimits are wide enough for 100,000 nodes and 200,000 edges.
func DefaultLimits() Limits { return reader.DefaultLimits() }

// Format is a file format of other programs. A format that is only written has
// neither read, readFiles nor readBinary; one that is only read has neither write
// nor notation.
type Format struct {
	Name    string   // name for --format
	Label   string   // display name
	Endings []string // file extensions used by this format only

	files      int // maximum number of files that it reads; 0: it is only written
	read       func(in *reader.Input, o *reader.Options, losses *Losses) (*graph.Graph, error)
	readFiles  func(ins []*reader.Input, o *reader.Options, losses *Losses) (*graph.Graph, error)
	readBinary func(f reader.File, o *reader.Options, losses *Losses) (*graph.Graph, error)

	write func(g *graph.Graph, losses *Losses) []Output
	// unsupported counts the losses of write; nil: it has none.
	unsupported func(n *network.Network, losses *Losses)
	mixed       bool // common readers of it can't mix directed and undirected edges
	// notation writes a format that isn't a graph. address is the address of the
	// network's page, "" if unknown.
	notation func(n *network.Network, address string, losses *Losses) []Output
}

// Formats lists every format.
var Formats = []Format{
	{Name: "gexf", Label: "GEXF 1.3", Endings: []string{".gexf"}, files: 1, read: gexf.Read, write: gexf.Write, unsupported: gexf.Unsupported, mixed: true},
	{Name: "graphml", Label: "GraphML", Endings: []string{".graphml"}, files: 1, read: graphml.Read, write: graphml.Write, mixed: true},
	{Name: "cytoscape", Label: "Cytoscape JSON", Endings: []string{".cyjs"}, files: 1, read: cytoscape.Read, write: cytoscape.Write},
	{Name: "jgf", Label: "JSON Graph Format", Endings: []string{".jgf"}, files: 1, read: jgf.Read, write: jgf.Write},
	{Name: "nodelink", Label: "node-link JSON of D3, networkx, vis-network, graphology and sigma", files: 1, read: nodelink.Read},
	{Name: "gephilite", Label: "workspace of Gephi Lite", files: 1, read: gephilite.Read},
	{Name: "kumu", Label: "project JSON of Kumu", files: 1, read: nodelink.Read},
	{Name: "dot", Label: "DOT of Graphviz", Endings: []string{".dot", ".gv"}, files: 1, read: dot.Read, write: dot.Write},
	{Name: "gml", Label: "GML", Endings: []string{".gml"}, files: 1, read: gml.Read, write: gml.Write, mixed: true},
	{Name: "cx", Label: "CX2 and CX of NDEx and Cytoscape", Endings: []string{".cx2", ".cx"}, files: 1, read: cx.Read},
	{Name: "csv", Label: "CSV of edges, and of nodes", Endings: []string{".csv", ".tsv"}, files: table.MaxTables, readFiles: csv.Read, write: csv.Write, unsupported: table.Unsupported},
	{Name: "xlsx", Label: "workbook of Excel and LibreOffice, with edges, nodes or claims", Endings: []string{".xlsx", ".xlsm"}, files: 1, readBinary: xlsx.Read, write: xlsx.Write, unsupported: table.Unsupported},
	{Name: "ftm", Label: "entities of FollowTheMoney, and diagrams of Aleph", Endings: []string{".ftm", ".vis", ".ijson"}, files: 1, read: ftm.Read, notation: ftm.Write},
	{Name: "stix", Label: "bundle of STIX 2.1", files: 1, read: stix.Read},
	{Name: "apoc", Label: "JSON of Neo4j’s library APOC", files: 1, read: apoc.Read},
	{Name: "bods", Label: "statements of the Beneficial Ownership Data Standard 0.4", files: 1, read: bods.Read},
	{Name: "popolo", Label: "Popolo: people, organizations and memberships", files: 1, read: popolo.Read},
	{Name: "pajek", Label: "network of Pajek", Endings: []string{".net"}, files: 1, read: pajek.Read},
	{Name: "gdf", Label: "GDF of GUESS and Gephi", Endings: []string{".gdf"}, files: 1, read: gdf.Read},
	{Name: "sif", Label: "SIF of Cytoscape", Endings: []string{".sif"}, files: 1, read: sif.Read},
	{Name: "dl", Label: "DL of UCINET", Endings: []string{".dl"}, files: 1, read: dl.Read},
	{Name: "brat", Label: "standoff annotations of brat", Endings: []string{".ann"}, files: 1, read: brat.Read},
	{Name: "doccano", Label: "annotated texts of doccano, with relations", files: 1, read: doccano.Read},
	{Name: "labelstudio", Label: "annotated texts of Label Studio, with relations", files: 1, read: labelstudio.Read},
	{Name: "oligrapher", Label: "LittleSis Oligrapher JSON", files: 1, read: oligrapher.Read},
	{Name: "claims", Label: "workbook of claims and their quotes", notation: claims.Write},
	{Name: "claims-csv", Label: "CSV of claims and their quotes", notation: claims.WriteCSV},
	{Name: "mermaid", Label: "flowchart of Mermaid", notation: mermaid.Write},
	{Name: "jsonld", Label: "JSON-LD in the words of schema.org", notation: rdf.WriteSchemaOrg},
	{Name: "nanopub", Label: "RDF in the manner of nanopublications (TriG)", notation: rdf.WriteNanopubs},
	{Name: "annotations", Label: "JSON-LD of W3C Web Annotations", files: 1, read: annotations.Read, notation: annotations.Write},
}

// Readable lists the names of formats that can be read.
func Readable() []string {
	return names(func(f *Format) bool { return f.files > 0 })
}

// Writable lists the names of formats that can be written.
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

// formatNamed returns the format of that name, or nil.
func formatNamed(name string) *Format {
	for i := range Formats {
		if Formats[i].Name == name {
			return &Formats[i]
		}
	}
	return nil
}
