// Package mermaid writes flowcharts of Mermaid.
package mermaid

import (
	"bytes"
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// Write writes a flowchart of Mermaid, which GitHub, GitLab, Obsidian and
// Notion draw in Markdown. https://mermaid.js.org/syntax/flowchart.html
func Write(n *network.Network, _ string, losses *graph.Losses) []writer.Output {
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\ntitle: %s\n---\nflowchart LR\n", graph.JSONText(escaped(n.Title)))
	ids := make(map[string]string, len(n.Nodes))
	for i := range n.Nodes {
		o := &n.Nodes[i]
		// Generated ids, since ids such as "end" are keywords of Mermaid.
		ids[o.ID] = fmt.Sprintf("n%d", i+1)
		shape := [2]string{"[", "]"}
		if o.Kind == network.Person {
			shape = [2]string{"(", ")"}
		}
		fmt.Fprintf(&b, "  %s%s\"%s\"%s\n", ids[o.ID], shape[0], escaped(o.Label), shape[1])
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
		fmt.Fprintf(&b, "  %s %s|\"%s\"| %s\n", ids[r.From], line, escaped(r.Verb), ids[r.To])
	}
	losses.Add(1, "everything except titles, names, verbs and directions, left out because Mermaid has no field for it", "")
	return []writer.Output{{Data: b.Bytes()}}
}

// escaped returns a text escaped for quotation marks, in which # starts a character
// reference, so that Mermaid finds neither HTML nor Markdown in it.
func escaped(s string) string {
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
