package reader

import "fmt"

// Limits are the limits of an importer. If one is exceeded, the import ends with a
// diagnostic that names it.
type Limits struct {
	Bytes      int64 // of a file, at least 1
	Nodes      int   // at least 1
	Edges      int   // at least 1
	Attributes int   // of one node, edge or graph, at least 1
	Depth      int   // nesting of elements, objects or subgraphs, at least 8
	Token      int   // bytes of one value, such as a label, and of all attributes of an element; at least 1
	Text       int64 // bytes of the whole graph, at least 1
}

// DefaultLimits allow 100,000 nodes and 200,000 edges, more than the limits of a
// network's file.
func DefaultLimits() Limits {
	return Limits{
		Bytes:      512 << 20,
		Nodes:      125_000,
		Edges:      250_000,
		Attributes: 256,
		Depth:      64,
		Token:      1 << 20,
		Text:       24 << 20,
	}
}

// Validate returns an error that names a limit outside of its range.
func (l Limits) Validate() error {
	for _, limit := range []struct {
		name       string
		value, min int64
	}{
		{"bytes", l.Bytes, 1},
		{"nodes", int64(l.Nodes), 1},
		{"edges", int64(l.Edges), 1},
		{"attributes", int64(l.Attributes), 1},
		{"depth", int64(l.Depth), 8},
		{"token", int64(l.Token), 1},
		{"text", l.Text, 1},
	} {
		if limit.value < limit.min {
			return fmt.Errorf("a limit of %d %s: it must be at least %d", limit.value, limit.name, limit.min)
		}
	}
	return nil
}
