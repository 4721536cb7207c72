package format

import (
	"bytes"
	"strings"
)

// writeDOT writes the DOT language of Graphviz. An edge without direction has
// dir=none, since a graph in DOT has edges of one sort.
func writeDOT(g *Graph, _ *Losses) []Output {
	var b bytes.Buffer
	b.WriteString("digraph ")
	name := g.Attributes.get("id")
	if name == "" {
		name = "network"
	}
	writeDOTText(&b, name)
	b.WriteString(" {\n")
	for _, a := range g.Attributes {
		switch a.Name {
		case "id":
			continue
		case "title":
			a.Name, a.Value.Text = "label", dotEscape(a.Value.Text)
		}
		b.WriteString("  ")
		writeDOTPair(&b, a)
		b.WriteString(";\n")
	}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		b.WriteString("  ")
		writeDOTText(&b, n.ID)
		writeDOTList(&b, append(Attributes{{"label", text(dotEscape(n.Label))}}, n.Attributes...))
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		b.WriteString("  ")
		writeDOTText(&b, e.From)
		b.WriteString(" -> ")
		writeDOTText(&b, e.To)
		as := Attributes{{"id", text(e.ID)}, {"label", text(dotEscape(e.Label))}}
		if !e.Directed {
			as = append(as, Attribute{"dir", text("none")})
		}
		writeDOTList(&b, append(as, e.Attributes...))
	}
	b.WriteString("}\n")
	return []Output{{Data: b.Bytes()}}
}

func writeDOTList(b *bytes.Buffer, as Attributes) {
	b.WriteString(" [")
	for i, a := range as {
		separate(b, i, map[bool]string{true: "", false: " "}[i == 0])
		writeDOTPair(b, a)
	}
	b.WriteString("];\n")
}

func writeDOTPair(b *bytes.Buffer, a Attribute) {
	writeDOTText(b, a.Name)
	b.WriteByte('=')
	if a.Name != "label" { // whose escapes are done already
		a.Value.Text = strings.ReplaceAll(a.Value.Text, `\`, `\\`)
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(a.Value.Text, `"`, `\"`))
	b.WriteByte('"')
}

// writeDOTText writes an id in quotation marks. Ids of ours have no signs that
// need more.
func writeDOTText(b *bytes.Buffer, s string) {
	b.WriteString(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
}
