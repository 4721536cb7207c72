package format_test

import (
	"fmt"
	"testing"

	"proxynet/network"
	"proxynet/network/format"
)

// BenchmarkImport reads a network of 10,000 nodes and 20,000 relations in every
// format, in bytes of the file.
func BenchmarkImport(b *testing.B) {
	n := &network.Network{Format: 1, ID: "n", Title: "T", Summary: "S", Lang: "en", Unsourced: true}
	for i := range 10_000 {
		n.Nodes = append(n.Nodes, network.Node{ID: fmt.Sprintf("n%d", i), Label: fmt.Sprintf("Somebody %d", i), Kind: network.Person})
	}
	for i := range 20_000 {
		n.Relations = append(n.Relations, network.Relation{
			ID: fmt.Sprintf("r%d", i), From: fmt.Sprintf("n%d", i%10_000), To: fmt.Sprintf("n%d", (i*7+1)%10_000), Kind: "tie", Verb: "is tied to", Status: network.Unsourced,
		})
	}
	for _, form := range []string{"gexf", "graphml", "cytoscape", "jgf", "dot"} {
		outputs, _, err := format.Export(n, form, format.ExportOptions{})
		if err != nil {
			b.Fatal(err)
		}
		data := outputs[0].Data
		b.Run(form, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, err := parse(form, string(data), format.DefaultLimits()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
