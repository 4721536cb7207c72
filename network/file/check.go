package file

import (
	"fmt"
	"io"

	"proxynet/network"
)

// Check opens the network's file, checks its quotes against the article where
// one is named, and reports what they hold. Where anything is wrong it writes
// nothing, and the error says it all. An unsourced network is a fault, since it
// can't pass as evidence.
func Check(w io.Writer, path, articlePath string) error {
	d, err := Open(path)
	if err != nil {
		return err
	}
	var coverage *Coverage
	if articlePath != "" {
		text, faults := readFile(articlePath)
		if faults == nil {
			coverage, faults = d.CheckQuotes(articlePath, text)
		}
		if faults != nil {
			return faults
		}
	}
	if fault := d.unsourcedFault(); fault != nil {
		return fault
	}
	return d.Report(w, coverage)
}

// unsourcedFault says how much of an unsourced network no passage supports; nil
// for any other.
func (d *Document) unsourcedFault() error {
	n := d.Network
	if !n.Unsourced {
		return nil
	}
	return Faults{{
		File: d.Name, Line: d.unsourced, ID: n.ID,
		Problem: fmt.Sprintf("it is unsourced, and can't pass as evidence: no passage supports %d of its %d nodes and %d of its %d relations",
			without(n.Nodes, func(o network.Node) bool { return len(o.Passages) == 0 }), len(n.Nodes),
			len(unsupported(n)), len(n.Relations)),
		Mend: "give each a passage, then take “unsourced: true” out; build and serve show it as it is, labelled as unsourced",
	}}
}

// without counts the items for which lacks says so.
func without[T any](items []T, lacks func(T) bool) int {
	k := 0
	for _, item := range items {
		if lacks(item) {
			k++
		}
	}
	return k
}
