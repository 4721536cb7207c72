package gexf

import (
	"strconv"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// Write writes GEXF 1.3, https://gexf.net/schema.html, which has no attributes of the
// graph itself.
func Write(g *graph.Graph, _ *graph.Losses) []writer.Output {
	w := writer.NewXML()
	w.Open("gexf", "xmlns", "http://gexf.net/1.3", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd", "version", "1.3")
	w.Open("meta")
	w.Element("creator", graph.Creator)
	title, summary := g.Attributes.Get("title"), g.Attributes.Get("summary")
	if summary != "" {
		title += "\n" + summary
	}
	w.Element("description", title)
	w.Close("meta")
	if dated(g) {
		// Gephi's timeline needs these to read the times of edges.
		w.Open("graph", "defaultedgetype", graph.EdgeType(g.Directed), "mode", "dynamic", "timeformat", "date", "timerepresentation", "interval")
	} else {
		w.Open("graph", "defaultedgetype", graph.EdgeType(g.Directed), "mode", "static")
	}

	nodes, edges := g.NodeColumns(), g.EdgeColumns()
	writeDeclarations(w, "node", nodes)
	writeDeclarations(w, "edge", edges)
	w.Open("nodes")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		w.Open("node", "id", n.ID, "label", n.Label)
		writeValues(w, nodes, n.Attributes)
		w.Close("node")
	}
	w.Close("nodes")
	w.Open("edges")
	for i := range g.Edges {
		e := &g.Edges[i]
		attrs := []string{"id", e.ID, "source", e.From, "target", e.To, "type", graph.EdgeType(e.Directed), "label", e.Label}
		start, end := edgeTimes(e)
		for _, bound := range [][2]string{{"start", start}, {"end", end}} {
			if bound[1] != "" {
				attrs = append(attrs, bound[0], bound[1])
			}
		}
		w.Open("edge", attrs...)
		writeValues(w, edges, e.Attributes)
		w.Close("edge")
	}
	w.Close("edges")
	w.Close("graph")
	w.Close("gexf")
	return []writer.Output{{Data: w.Bytes()}}
}

// dated reports whether an edge has times.
func dated(g *graph.Graph) bool {
	for i := range g.Edges {
		if start, end := edgeTimes(&g.Edges[i]); start != "" || end != "" {
			return true
		}
	}
	return false
}

// edgeTimes returns the first and the last day of an edge, "" for an open end.
func edgeTimes(e *graph.Edge) (start, end string) {
	d, err := file.ParsePeriod(e.Attributes.Get(graph.AttrPeriod), network.Meaning(e.Attributes.Get(graph.AttrPeriodMeans)))
	if err != nil {
		return "", ""
	}
	start, end, _ = dates.Days(&d)
	return start, end
}

func writeDeclarations(w *writer.XML, class string, columns []graph.Column) {
	if len(columns) == 0 {
		return
	}
	w.Open("attributes", "class", class, "mode", "static")
	for i, c := range columns {
		kind := map[graph.Type]string{graph.Text: "string", graph.JSON: "string", graph.Number: "double", graph.Boolean: "boolean"}[c.Kind]
		w.Empty("attribute", "id", strconv.Itoa(i), "title", c.Name, "type", kind)
	}
	w.Close("attributes")
}

func writeValues(w *writer.XML, columns []graph.Column, as graph.Attributes) {
	if len(as) == 0 {
		return
	}
	w.Open("attvalues")
	for i, c := range columns {
		if at := as.Find(c.Name); at >= 0 {
			w.Empty("attvalue", "for", strconv.Itoa(i), "value", as[at].Value.Text)
		}
	}
	w.Close("attvalues")
}

// Unsupported counts the losses of an export to GEXF.
func Unsupported(n *network.Network, losses *graph.Losses) {
	losses.Add(1, "the network’s id and language, left out", "")
	for i := range n.Relations {
		if r := &n.Relations[i]; r.Period != nil {
			if _, _, exact := dates.Days(r.Period); !exact {
				losses.Add(1, "periods that a timeline shows from the first to the last day they can mean, or not at all (the exact ones are in the attribute “period”)", r.ID)
			}
		}
	}
	convert.Unsupported(n, losses)
}
