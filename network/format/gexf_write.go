package format

import (
	"strconv"
)

// writeGEXF writes GEXF 1.3, https://gexf.net/schema.html. It has no
// attributes of the graph itself.
func writeGEXF(g *Graph) []Output {
	w := newXMLWriter()
	w.open("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd", "version", "1.3")
	w.open("meta")
	w.element("creator", "proxynet")
	title, summary := g.Attributes.get("title"), g.Attributes.get("summary")
	if summary != "" {
		title += "\n" + summary
	}
	w.element("description", title)
	w.close("meta")
	w.open("graph", "defaultedgetype", edgeType(g.Directed), "mode", "static")

	nodes, edges := g.nodeColumns(), g.edgeColumns()
	declareGEXF(w, "node", nodes)
	declareGEXF(w, "edge", edges)
	w.open("nodes")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		w.open("node", "id", n.ID, "label", n.Label)
		valuesGEXF(w, nodes, n.Attributes)
		w.close("node")
	}
	w.close("nodes")
	w.open("edges")
	for i := range g.Edges {
		e := &g.Edges[i]
		w.open("edge", "id", e.ID, "source", e.From, "target", e.To, "type", edgeType(e.Directed), "label", e.Label)
		valuesGEXF(w, edges, e.Attributes)
		w.close("edge")
	}
	w.close("edges")
	w.close("graph")
	w.close("gexf")
	return []Output{{Data: w.bytes()}}
}

func edgeType(directed bool) string {
	if directed {
		return "directed"
	}
	return "undirected"
}

func declareGEXF(w *xmlWriter, class string, columns []column) {
	if len(columns) == 0 {
		return
	}
	w.open("attributes", "class", class, "mode", "static")
	for i, c := range columns {
		kind := map[Type]string{Text: "string", JSON: "string", Number: "double", Boolean: "boolean"}[c.kind]
		w.empty("attribute", "id", strconv.Itoa(i), "title", c.name, "type", kind)
	}
	w.close("attributes")
}

func valuesGEXF(w *xmlWriter, columns []column, as Attributes) {
	if len(as) == 0 {
		return
	}
	w.open("attvalues")
	for i, c := range columns {
		if at := as.find(c.name); at >= 0 {
			w.empty("attvalue", "for", strconv.Itoa(i), "value", as[at].Value.Text)
		}
	}
	w.close("attvalues")
}
