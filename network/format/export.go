package format

import (
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
)

// ExportOptions are options of an export.
type ExportOptions struct {
	Address  string // of the network's page, to which annotations link; "" if unknown
	Directed bool   // every edge is directed, and an attribute marks those that were undirected
}

// Export returns a network in another format, and the losses.
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

// lossTranslation counts translations, which are exported separately.
const lossTranslation = "translations, left out; export one with --lang"

// countMixed counts undirected relations among directed ones, which the formats allow
// but some readers don't.
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
