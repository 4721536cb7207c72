package dot

import (
	"bytes"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// Write writes the DOT language of Graphviz. An undirected edge has dir=none, since all
// edges of a DOT graph are of one sort.
func Write(g *graph.Graph, _ *graph.Losses) []writer.Output {
	var b bytes.Buffer
	b.WriteString("digraph ")
	name := g.Attributes.Get("id")
	if name == "" {
		name = "network"
	}
	writeText(&b, name)
	b.WriteString(" {\n")
	for _, a := range g.Attributes {
		switch a.Name {
		case "id":
			continue
		case "title":
			a.Name, a.Value.Text = "label", escapeLabel(a.Value.Text)
		}
		b.WriteString("  ")
		writePair(&b, a)
		b.WriteString(";\n")
	}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		b.WriteString("  ")
		writeText(&b, n.ID)
		writeList(&b, append(graph.Attributes{{Name: "label", Value: graph.TextOf(escapeLabel(n.Label))}}, n.Attributes...))
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		b.WriteString("  ")
		writeText(&b, e.From)
		b.WriteString(" -> ")
		writeText(&b, e.To)
		as := graph.Attributes{{Name: "id", Value: graph.TextOf(e.ID)}, {Name: "label", Value: graph.TextOf(escapeLabel(e.Label))}}
		if !e.Directed {
			as = append(as, graph.Attribute{Name: "dir", Value: graph.TextOf("none")})
		}
		writeList(&b, append(as, e.Attributes...))
	}
	b.WriteString("}\n")
	return []writer.Output{{Data: b.Bytes()}}
}

func writeList(b *bytes.Buffer, as graph.Attributes) {
	b.WriteString(" [")
	for i, a := range as {
		graph.Separate(b, i, map[bool]string{true: "", false: " "}[i == 0])
		writePair(b, a)
	}
	b.WriteString("];\n")
}

func writePair(b *bytes.Buffer, a graph.Attribute) {
	writeText(b, a.Name)
	b.WriteByte('=')
	if a.Name != "label" { // already escaped
		a.Value.Text = strings.ReplaceAll(a.Value.Text, `\`, `\\`)
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(a.Value.Text, `"`, `\"`))
	b.WriteByte('"')
}

// writeText writes an id in quotation marks. Our ids need no escapes.
func writeText(b *bytes.Buffer, s string) {
	b.WriteString(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
}
