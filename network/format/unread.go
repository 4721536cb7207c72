package format

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"proxynet/network/format/internal/reader"
)

// unread is an unsupported format, with the way to convert it to a supported one.
type unread struct{ what, fix string }

func (u unread) diagnostic(name string) error {
	return reader.Diagnostic(name, u.what+", which cannot be imported", u.fix)
}

// signature returns the binary format of a file that starts with these bytes.
func signature(head []byte) (unread, bool) {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.begins)) {
			return s.unread, true
		}
	}
	return unread{}, false
}

var signatures = []struct {
	begins string
	unread
}{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", unread{"it is an old or password-protected Office file (.xls, or .xlsx with a password)", "open it in Excel or LibreOffice, and save it without a password as .xlsx or CSV"}},
	{"%PDF-", unread{"it is a PDF", "import the file with the data that the PDF shows, as .xlsx or CSV"}},
	{"SQLite format 3\x00", unread{"it is an SQLite database", "export the tables of nodes and edges as CSV"}},
	{"PAR1", unread{"it is a Parquet file", "export it as CSV, as pandas’ to_csv does"}},
	{"\x1f\x8b", unread{"it is compressed with gzip", "unpack it, and import the files in it"}},
	{"\x28\xb5\x2f\xfd", unread{"it is compressed with Zstandard", "unpack it, and import the files in it"}},
	{"\xfd7zXZ", unread{"it is compressed with xz", "unpack it, and import the files in it"}},
	{"\x89PNG", unread{"it is a picture", "import the file that it was drawn from"}},
	{"\xff\xd8\xff", unread{"it is a picture", "import the file that it was drawn from"}},
	{"{\\rtf", unread{"it is a document in RTF", "save the table in it as .xlsx or CSV"}},
}

// archives are formats that are ZIP archives, by the name of a file in each.
var archives = []struct {
	within string // the prefix of the name
	unread
}{
	{"xl/workbook.bin", unread{"it is a binary workbook (.xlsb)", "save it in Excel as .xlsx"}},
	{"word/", unread{"it is a Word document", "save the table in it as .xlsx or CSV"}},
	{"ppt/", unread{"it is a PowerPoint presentation", "save the data in it as .xlsx or CSV"}},
	{"Index/Document.iwa", unread{"it is a Numbers or Pages document", "export it as .xlsx or CSV"}},
	{"content.xml", unread{"it is an OpenDocument file (.ods)", "save it in LibreOffice as .xlsx or CSV"}},
	{"CytoscapeSession", unread{"it is a session of Cytoscape (.cys)", "open it in Cytoscape and export the network as “Cytoscape.js JSON” (.cyjs), CX2 or GraphML"}},
	{"Graphs/", unread{"it is a graph of Maltego (.mtgx)", "export it in Maltego as a table, to .xlsx or CSV"}},
	{"Workspace_0_", unread{"it is a project of Gephi (.gephi)", "open it in Gephi, and export the graph as GEXF"}},
	{"Project_xml", unread{"it is a project of Gephi (.gephi)", "open it in Gephi, and export the graph as GEXF"}},
	{"visio/", unread{"it is a drawing of Visio", "export its shapes and connections as .xlsx or CSV"}},
}

// detectArchive returns the format of a ZIP archive.
func detectArchive(f reader.File) (string, error) {
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return "", nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", nil
	}
	z, err := zip.NewReader(f, size)
	if err != nil {
		return "", reader.Diagnostic(f.Name, "it looks like a ZIP archive but cannot be read as one", "it may be cut off; copy it again")
	}
	for _, part := range z.File {
		if strings.EqualFold(part.Name, "xl/workbook.xml") {
			return "xlsx", nil
		}
	}
	for _, a := range archives {
		for _, part := range z.File {
			if strings.HasPrefix(part.Name, a.within) {
				return "", a.diagnostic(f.Name)
			}
		}
	}
	return "", unread{"it is a ZIP archive", "unpack it, and import the files in it"}.diagnostic(f.Name)
}

// unreadRoots are unsupported formats by the outermost element of their XML.
var unreadRoots = map[string]unread{
	"html":           {"it is a web page", "save the data that it shows as .xlsx or CSV"},
	"svg":            {"it is a picture in SVG", "import the file that it was drawn from"},
	"rdf":            {"it is RDF", "query it for one row per relation, and save the result as CSV"},
	"gxl":            {"it is GXL", "convert it with Graphviz (gxl2gv), and import the DOT"},
	"xgmml":          {"it is XGMML, the format of early Cytoscape", "open it in Cytoscape and export the network as “Cytoscape.js JSON” (.cyjs), CX2 or GraphML"},
	"graph":          {"it is XGMML, the format of early Cytoscape", "open it in Cytoscape and export the network as “Cytoscape.js JSON” (.cyjs), CX2 or GraphML"},
	"dynamicnetwork": {"it is DyNetML, the format of ORA", "export it in ORA as CSV or GraphML"},
	"chart":          {"it is a chart of i2 Analyst’s Notebook", "export its links as CSV or .xlsx"},
	"mxfile":         {"it is a drawing of draw.io", "export it as CSV, or draw it in yEd and save it as GraphML"},
	"opml":           {"it is OPML", "write its relations as CSV with the columns Source and Target"},
	"workbook":       {"it is a workbook in the XML of Excel 2003", "save it as .xlsx or CSV"},
	"kml":            {"it is KML, a map", "write its relations as CSV with the columns Source and Target"},
}

// unreadEndings are unsupported formats by extension; their text has no typical start.
var unreadEndings = map[string]unread{
	".ttl":    {"it is RDF", "query it for one row per relation, and save the result as CSV"},
	".nt":     {"it is RDF", "query it for one row per relation, and save the result as CSV"},
	".nq":     {"it is RDF", "query it for one row per relation, and save the result as CSV"},
	".mtx":    {"it is a matrix of Matrix Market", "read it with networkx or igraph, and write GraphML"},
	".paj":    {"it is a project of Pajek", "save the network alone, as .net"},
	".bib":    {"it is a bibliography", "build the network in VOSviewer or Gephi, and import its GML or GEXF"},
	".cypher": {"it is a script in Cypher", "export the graph with apoc.export.graphml, or as CSV for neo4j-admin"},
	".sql":    {"it is a script in SQL", "export the tables of nodes and edges as CSV"},
	".md":     {"it is Markdown", "write its relations as CSV with the columns Source and Target"},
	".mmd":    {"it is a diagram of Mermaid", "write its relations as DOT, or as CSV with the columns Source and Target"},
	".puml":   {"it is a diagram of PlantUML", "write its relations as DOT, or as CSV with the columns Source and Target"},
	".tgf":    {"it is the Trivial Graph Format", "open it in yEd and save it as GraphML"},
}
