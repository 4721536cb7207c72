// Package sif reads SIF, the simple format of Cytoscape.
package sif

import (
	"bytes"
	"io"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Read reads the Simple Interaction Format of Cytoscape: each line has a node, a type
// of edge, and the nodes at the other ends, or a node alone. Fields are separated by
// tabs if there are any, otherwise by spaces.
// https://manual.cytoscape.org/en/stable/Supported_Network_File_Formats.html
//
// Pathway Commons extends it by a header, columns about the edge, and a second table
// with nodes. https://www.pathwaycommons.org/pc2/formats
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	c, lines := reader.NewCollector(in, losses), reader.NewLines(in)
	peeked, _ := lines.From.Peek(reader.Chunk) // a file may be shorter
	tabs := bytes.IndexByte(peeked, '\t') >= 0
	var head []string // of Pathway Commons
	for {
		line, err := lines.Next()
		if err == io.EOF {
			return c.Done()
		}
		if err != nil {
			return nil, err
		}
		parts := split(line, tabs)
		switch {
		case len(parts) == 0:
			continue
		case parts[0] == "#" || strings.HasPrefix(parts[0], "# "):
			losses.Add(1, "comments, left out", graph.Show(strings.TrimSpace(line)))
			continue
		case parts[0] == "PARTICIPANT_A" && len(c.Graph.Nodes) == 0:
			head = parts
			continue
		case parts[0] == "PARTICIPANT" && head != nil:
			for err == nil {
				if line, err = lines.Next(); strings.TrimSpace(line) != "" {
					losses.Add(1, "lines of the table of nodes, left out", "")
				}
			}
			if err != io.EOF {
				return nil, err
			}
			return c.Done()
		case len(parts) == 2:
			return nil, c.Diagnostic(lines.Line, "", "it has two fields", "write a node, an interaction and another node, or a node alone")
		case parts[0] == "":
			return nil, c.Diagnostic(lines.Line, "", "its first field is empty", "write the node at which the edge begins")
		}
		if err := c.Meet(parts[0], lines.Line); err != nil {
			return nil, err
		}
		var more graph.Attributes
		for i := 3; i < min(len(parts), len(head)); i++ {
			more.Add(head[i], graph.TextOf(parts[i]))
		}
		if head != nil {
			parts = parts[:min(len(parts), 3)]
		}
		for i := 2; i < len(parts); i++ {
			if parts[i] == "" {
				continue
			}
			err := c.Meet(parts[i], lines.Line)
			if err == nil {
				err = c.Edge(graph.Edge{From: parts[0], To: parts[i], Label: graph.Spaced(parts[1]), Directed: true, Attributes: more, Line: lines.Line})
			}
			if err != nil {
				return nil, err
			}
		}
	}
}

// split returns the fields of a line, without the quotation marks that R writes around
// them, and without empty ones at the end.
func split(line string, tabs bool) []string {
	if !tabs {
		return reader.Words(line)
	}
	parts := strings.Split(strings.TrimRight(line, " \t"), "\t")
	for i, part := range parts {
		if part = strings.TrimSpace(part); len(part) > 1 && part[0] == '"' && part[len(part)-1] == '"' {
			part = part[1 : len(part)-1]
		}
		parts[i] = part
	}
	if len(parts) == 1 && parts[0] == "" {
		return nil
	}
	return parts
}
