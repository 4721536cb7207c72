package gml

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// Write writes GML as networkx and igraph read it: in ASCII, with numbers as the ids of
// nodes, whose own ids are their names. In a mixed graph, undirected edges are marked
// by an attribute, since GML has only a direction of the graph.
func Write(g *graph.Graph, losses *graph.Losses) []writer.Output {
	labels := map[string]int{}
	directed := len(g.Edges) == 0
	for i := range g.Nodes {
		labels[g.Nodes[i].Label]++
	}
	for i := range g.Edges {
		directed = directed || g.Edges[i].Directed
	}
	for i := range g.Nodes {
		if labels[g.Nodes[i].Label] > 1 {
			losses.Add(1, "labels that several nodes have, which networkx reads only with read_gml(…, label=\"id\")", g.Nodes[i].ID)
		}
	}
	w := &encoder{}
	w.pair("Creator", graph.TextOf(graph.Creator))
	w.pair("Version", graph.NumberOf(1))
	w.open("graph")
	w.pair("directed", booleanOf(directed))
	w.pair("multigraph", graph.NumberOf(1))
	w.attributes(g.Attributes)
	numbers := make(map[string]int, len(g.Nodes))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		numbers[n.ID] = i
		w.open("node")
		w.pair("id", graph.NumberOf(i))
		w.pair("label", graph.TextOf(n.Label))
		w.pair("name", graph.TextOf(n.ID))
		w.attributes(n.Attributes)
		w.close()
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		w.open("edge")
		w.pair("source", graph.NumberOf(numbers[e.From]))
		w.pair("target", graph.NumberOf(numbers[e.To]))
		w.pair("id", graph.TextOf(e.ID))
		w.pair("key", graph.TextOf(e.ID)) // by which networkx distinguishes parallel edges
		w.pair("label", graph.TextOf(e.Label))
		if e.Directed != directed && e.Attributes.Find(graph.AttrDirected) < 0 {
			w.pair(graph.AttrDirected, booleanOf(e.Directed))
		}
		w.attributes(e.Attributes)
		w.close()
	}
	w.close()
	return []writer.Output{{Data: w.b.Bytes()}}
}

// encoder writes keys and values, one per line.
type encoder struct {
	b     bytes.Buffer
	depth int
}

func (w *encoder) open(key string) {
	fmt.Fprintf(&w.b, "%s%s [\n", strings.Repeat("  ", w.depth), key)
	w.depth++
}

func (w *encoder) close() {
	w.depth--
	fmt.Fprintf(&w.b, "%s]\n", strings.Repeat("  ", w.depth))
}

func (w *encoder) attributes(as graph.Attributes) {
	for _, a := range as {
		w.pair(strings.ReplaceAll(a.Name, "-", "_"), a.Value)
	}
}

// pair writes a key, which must consist of letters, digits and _, and its value. Empty
// values are omitted.
func (w *encoder) pair(key string, v graph.Value) {
	if v.Text == "" {
		return
	}
	w.b.WriteString(strings.Repeat("  ", w.depth) + key + " ")
	if v.Type == graph.Number {
		w.b.WriteString(v.Text + "\n")
		return
	}
	w.b.WriteByte('"')
	for _, c := range v.Text {
		switch {
		case c == '"':
			w.b.WriteString("&quot;")
		case c == '&':
			w.b.WriteString("&amp;")
		case c < ' ' || c > '~':
			w.b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		default:
			w.b.WriteRune(c)
		}
	}
	w.b.WriteString("\"\n")
}

func booleanOf(b bool) graph.Value {
	if b {
		return graph.NumberOf(1)
	}
	return graph.NumberOf(0)
}
