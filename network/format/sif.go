package format

import (
	"bytes"
	"io"
	"strings"
)

// readSIF reads the Simple Interaction Format of Cytoscape: a node, a sort of
// edge, and the nodes at the other ends, in each line; or a node alone. Fields are
// separated by tabs if there are any, and else by blanks.
// https://manual.cytoscape.org/en/stable/Supported_Network_File_Formats.html
func readSIF(in *input, o *options, losses *Losses) (*Graph, error) {
	c, lines := newCollector(in, losses), newLineReader(in)
	head, _ := lines.from.Peek(chunk) // a file may be shorter
	tabs := bytes.IndexByte(head, '\t') >= 0
	for {
		line, err := lines.next()
		if err == io.EOF {
			return c.done()
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
			return nil, c.fault(lines.line, "", "it has two fields", "write a node, an interaction and another node, or a node alone")
		}
		if err := c.meet(parts[0], lines.line); err != nil {
			return nil, err
		}
		for i := 2; i < len(parts); i++ {
			err := c.meet(parts[i], lines.line)
			if err == nil {
				err = c.edge(Edge{From: parts[0], To: parts[i], Label: spaced(parts[1]), Directed: true, Line: lines.line})
			}
			if err != nil {
				return nil, err
			}
		}
	}
}
