package format

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// writeGML writes GML as networkx and igraph read it: in ASCII, with numbers for
// the ids of nodes, whose own ids are names. Edges without direction among others
// say so in an attribute, since only the graph has a direction in GML.
func writeGML(g *Graph, losses *Losses) []Output {
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
			losses.add(1, "labels that several nodes have, which networkx reads only with read_gml(…, label=\"id\")", g.Nodes[i].ID)
		}
	}
	w := &gmlWriter{}
	w.pair("Creator", text(creator))
	w.pair("Version", number(1))
	w.open("graph")
	w.pair("directed", gmlTruth(directed))
	w.pair("multigraph", number(1))
	w.attributes(g.Attributes)
	numbers := make(map[string]int, len(g.Nodes))
	for i := range g.Nodes {
		n := &g.Nodes[i]
		numbers[n.ID] = i
		w.open("node")
		w.pair("id", number(i))
		w.pair("label", text(n.Label))
		w.pair("name", text(n.ID))
		w.attributes(n.Attributes)
		w.close()
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		w.open("edge")
		w.pair("source", number(numbers[e.From]))
		w.pair("target", number(numbers[e.To]))
		w.pair("id", text(e.ID))
		w.pair("key", text(e.ID)) // by which networkx tells parallel edges apart
		w.pair("label", text(e.Label))
		if e.Directed != directed && e.Attributes.find(attrDirected) < 0 {
			w.pair(attrDirected, gmlTruth(e.Directed))
		}
		w.attributes(e.Attributes)
		w.close()
	}
	w.close()
	return []Output{{Data: w.b.Bytes()}}
}

// gmlWriter writes keys and values, a line each.
type gmlWriter struct {
	b     bytes.Buffer
	depth int
}

func (w *gmlWriter) open(key string) {
	fmt.Fprintf(&w.b, "%s%s [\n", strings.Repeat("  ", w.depth), key)
	w.depth++
}

func (w *gmlWriter) close() {
	w.depth--
	fmt.Fprintf(&w.b, "%s]\n", strings.Repeat("  ", w.depth))
}

func (w *gmlWriter) attributes(as Attributes) {
	for _, a := range as {
		w.pair(strings.ReplaceAll(a.Name, "-", "_"), a.Value)
	}
}

// pair writes a key, which must be made of letters, digits and _, and its value.
// An empty value is left out.
func (w *gmlWriter) pair(key string, v Value) {
	if v.Text == "" {
		return
	}
	w.b.WriteString(strings.Repeat("  ", w.depth) + key + " ")
	if v.Type == Number {
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

func gmlTruth(b bool) Value {
	if b {
		return number(1)
	}
	return number(0)
}
