package format

import (
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
)

// ExportOptions say how to export.
type ExportOptions struct {
	Address  string // of the network's page, to which annotations link; "": it isn't known
	Directed bool   // every edge gets a direction, and an attribute says which had none
}

// Export returns a network in another format, and what that has no place for.
func Export(n *network.Network, format string, o ExportOptions) ([]Output, *Losses, error) {
	losses := &Losses{}
	for _, t := range n.Translations {
		losses.Add(1, lossTranslation, t.Lang)
	}
	f := formatNamed(format)
	switch {
	case f != nil && f.notation != nil:
		return f.notation(n, o.Address, losses), losses, nil
	case f != nil && f.write != nil:
		if f.unsupported != nil {
			f.unsupported(n, losses)
		}
		if f.mixed && !o.Directed {
			countMixed(n, losses)
		}
		g := convert.ToGraph(n, o.Directed)
		if f.unsupported != nil {
			convert.CarryVocabulary(g)
		}
		return f.write(g, losses), losses, nil
	}
	return nil, nil, fmt.Errorf("unknown format %s: write one of %s", graph.Show(format), strings.Join(Writable(), ", "))
}

// lossTranslation counts translations: each is exported by itself.
const lossTranslation = "translations, left out; export one with --lang"

// countMixed counts relations without direction beside others, which the formats
// allow and some readers don't.
func countMixed(n *network.Network, losses *Losses) {
	without := 0
	for i := range n.Relations {
		if !n.Relations[i].Directed {
			without++
		}
	}
	if without < len(n.Relations) {
		losses.Add(without, "edges without direction among others, which networkx and igraph can’t mix (--directed gives each one a direction)", "")
	}
}
