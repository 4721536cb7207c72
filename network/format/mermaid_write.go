package format

import (
	"bytes"
	"fmt"
	"strings"

	"proxynet/network"
)

// writeMermaid writes a flowchart of Mermaid, which GitHub, GitLab, Obsidian and
// Notion draw in Markdown. https://mermaid.js.org/syntax/flowchart.html
func writeMermaid(n *network.Network, _ string, losses *Losses) []Output {
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\ntitle: %s\n---\nflowchart LR\n", jsonText(mermaidText(n.Title)))
	ids := make(map[string]string, len(n.Nodes))
	for i := range n.Nodes {
		o := &n.Nodes[i]
		// An id of our own: one such as "end" is a word of Mermaid.
		ids[o.ID] = fmt.Sprintf("n%d", i+1)
		shape := [2]string{"[", "]"}
		if o.Kind == network.Person {
			shape = [2]string{"(", ")"}
		}
		fmt.Fprintf(&b, "  %s%s\"%s\"%s\n", ids[o.ID], shape[0], mermaidText(o.Label), shape[1])
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		line := "---"
		switch asserted := r.Asserted(); {
		case r.Directed && asserted:
			line = "-->"
		case r.Directed:
			line = "-.->"
		case !asserted:
			line = "-.-"
		}
		fmt.Fprintf(&b, "  %s %s|\"%s\"| %s\n", ids[r.From], line, mermaidText(r.Verb), ids[r.To])
	}
	losses.add(1, "everything except titles, names, verbs and directions, left out because Mermaid has no field for it", "")
	return []Output{{Data: b.Bytes()}}
}

// mermaidText returns a text as it may stand in quotation marks, where # begins a
// reference to a character, and in which Mermaid finds neither HTML nor Markdown.
func mermaidText(s string) string {
	if s == "" {
		return " "
	}
	var b strings.Builder
	for _, c := range s {
		if strings.ContainsRune("\"#<>&;`*_~\\|[](){}", c) {
			fmt.Fprintf(&b, "#%d;", c)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}
