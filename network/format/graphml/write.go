package graphml

import (
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// Write writes GraphML 1.0, http://graphml.graphdrawing.org/specification.html.
func Write(g *graph.Graph, _ *graph.Losses) []writer.Output {
	w := writer.NewXML()
	w.Open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
	label := graph.Column{Name: "label", Kind: graph.Text}
	own := graph.Columns(func(yield func(graph.Attributes) bool) { yield(g.Attributes) })
	nodes := append([]graph.Column{label}, g.NodeColumns()...)
	edges := append([]graph.Column{label}, g.EdgeColumns()...)
	for _, part := range []struct {
		of      string
		columns []graph.Column
	}{{"graph", own}, {"node", nodes}, {"edge", edges}} {
		for _, c := range part.columns {
			kind := map[graph.Type]string{graph.Text: "string", graph.JSON: "string", graph.Number: "double", graph.Boolean: "boolean"}[c.Kind]
			w.Empty("key", "id", keyID(part.of, c.Name), "for", part.of, "attr.name", c.Name, "attr.type", kind)
		}
	}
	directed := 0
	for i := range g.Edges {
		if g.Edges[i].Directed {
			directed++
		}
	}
	// In a mixed graph each edge states its direction. The default is then undirected:
	// graphology ignores directed="false".
	usual, mixed := directed == len(g.Edges), directed > 0 && directed < len(g.Edges)
	w.Open("graph", "id", "G", "edgedefault", graph.EdgeType(usual))
	writeData(w, "graph", own, g.Attributes)
	for i := range g.Nodes {
		n := &g.Nodes[i]
		w.Open("node", "id", n.ID)
		writeData(w, "node", nodes, append(graph.Attributes{{Name: "label", Value: graph.TextOf(n.Label)}}, n.Attributes...))
		w.Close("node")
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		attrs := []string{"id", e.ID, "source", e.From, "target", e.To}
		if mixed {
			attrs = append(attrs, "directed", graph.BooleanOf(e.Directed).Text)
		}
		w.Open("edge", attrs...)
		writeData(w, "edge", edges, append(graph.Attributes{{Name: "label", Value: graph.TextOf(e.Label)}}, e.Attributes...))
		w.Close("edge")
	}
	w.Close("graph")
	w.Close("graphml")
	return []writer.Output{{Data: w.Bytes()}}
}

// keyID is the id of the key that declares an attribute. It is an NMTOKEN,
// as our own names are.
func keyID(of, name string) string { return of + "-" + name }

func writeData(w *writer.XML, of string, columns []graph.Column, as graph.Attributes) {
	for _, c := range columns {
		if at := as.Find(c.Name); at >= 0 && as[at].Value.Text != "" {
			w.Element("data", as[at].Value.Text, "key", keyID(of, c.Name))
		}
	}
}
