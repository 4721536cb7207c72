package format

// writeGraphML writes GraphML 1.0, http://graphml.graphdrawing.org/specification.html.
func writeGraphML(g *Graph, _ *Losses) []Output {
	w := newXMLWriter()
	w.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
	label := column{"label", Text}
	own := columns(func(yield func(Attributes) bool) { yield(g.Attributes) })
	nodes := append([]column{label}, g.nodeColumns()...)
	edges := append([]column{label}, g.edgeColumns()...)
	for _, part := range []struct {
		of      string
		columns []column
	}{{"graph", own}, {"node", nodes}, {"edge", edges}} {
		for _, c := range part.columns {
			kind := map[Type]string{Text: "string", JSON: "string", Number: "double", Boolean: "boolean"}[c.kind]
			w.empty("key", "id", keyGraphML(part.of, c.name), "for", part.of, "attr.name", c.name, "attr.type", kind)
		}
	}
	directed := 0
	for i := range g.Edges {
		if g.Edges[i].Directed {
			directed++
		}
	}
	// If edges of both sorts are mixed, each says what it is. The default is then
	// undirected: graphology takes no notice of directed="false".
	usual, mixed := directed == len(g.Edges), directed > 0 && directed < len(g.Edges)
	w.open("graph", "id", "G", "edgedefault", edgeType(usual))
	dataGraphML(w, "graph", own, g.Attributes)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		w.open("node", "id", n.ID)
		dataGraphML(w, "node", nodes, append(Attributes{{"label", text(n.Label)}}, n.Attributes...))
		w.close("node")
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		attrs := []string{"id", e.ID, "source", e.From, "target", e.To}
		if mixed {
			attrs = append(attrs, "directed", truth(e.Directed).Text)
		}
		w.open("edge", attrs...)
		dataGraphML(w, "edge", edges, append(Attributes{{"label", text(e.Label)}}, e.Attributes...))
		w.close("edge")
	}
	w.close("graph")
	w.close("graphml")
	return []Output{{Data: w.bytes()}}
}

// keyGraphML is the id of the key that declares an attribute. It is an NMTOKEN,
// as our own names are.
func keyGraphML(of, name string) string { return of + "-" + name }

func dataGraphML(w *xmlWriter, of string, columns []column, as Attributes) {
	for _, c := range columns {
		if at := as.find(c.name); at >= 0 && as[at].Value.Text != "" {
			w.element("data", as[at].Value.Text, "key", keyGraphML(of, c.name))
		}
	}
}
