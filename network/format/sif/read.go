// Package sif reads SIF, the simple format of Cytoscape.
package sif

import (
	"bytes"
	"io"
	"strings"

	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/reader"
)

// Read reads the Simple Interaction Format of Cytoscape: a node, a sort of
// edge, and the nodes at the other ends, in each line; or a node alone. Fields are
// separated by tabs if there are any, and else by blanks.
// https://manual.cytoscape.org/en/stable/Supported_Network_File_Formats.html
func Read(in *reader.Input, o *reader.Options, losses *graph.Losses) (*graph.Graph, error) {
	c, lines := reader.NewCollector(in, losses), reader.NewLines(in)
	head, _ := lines.From.Peek(reader.Chunk) // a file may be shorter
	tabs := bytes.IndexByte(head, '\t') >= 0
	for {
		line, err := lines.Next()
		if err == io.EOF {
			return c.Done()
		}
		if err != nil {
			return nil, err
		}
		parts := strings.Fields(line)
		if tabs {
			parts = nil
			for part := range strings.SplitSeq(line, "\t") {
				if part = strings.TrimSpace(part); part != "" {
					parts = append(parts, part)
				}
			}
		}
		switch len(parts) {
		case 0:
			continue
		case 2:
			return nil, c.Diagnostic(lines.Line, "", "it has two fields", "write a node, an interaction and another node, or a node alone")
		}
		if err := c.Meet(parts[0], lines.Line); err != nil {
			return nil, err
		}
		for i := 2; i < len(parts); i++ {
			err := c.Meet(parts[i], lines.Line)
			if err == nil {
				err = c.Edge(graph.Edge{From: parts[0], To: parts[i], Label: graph.Spaced(parts[1]), Directed: true, Line: lines.Line})
			}
			if err != nil {
				return nil, err
			}
		}
	}
}
