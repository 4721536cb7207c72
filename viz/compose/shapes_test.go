package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"proxynet/network"
)

// joined is a relation between nodes, by index.
type joined struct {
	from, to int
	kind     network.RelationKind
}

// shaped returns a network of n nodes with such names, whose first relations are the
// lead.
func shaped(n int, name string, lead int, relations []joined) *network.Network {
	net := &network.Network{ID: "shaped", Title: "Shaped", Lang: "en"}
	for i := range n {
		net.Nodes = append(net.Nodes, network.Node{ID: fmt.Sprint("n", i), Label: fmt.Sprint(name, " ", i), Kind: network.NodeKinds[i%6]})
	}
	for k, r := range relations {
		id := fmt.Sprint("r", k)
		net.Relations = append(net.Relations, network.Relation{
			ID: id, From: fmt.Sprint("n", r.from), To: fmt.Sprint("n", r.to), Directed: true, Kind: r.kind, Verb: "acts on", Status: network.Statuses[k%4],
		})
		if k < lead {
			net.Root, net.Lead = "n0", append(net.Lead, id)
		}
	}
	return net
}

// star relates the first of n nodes to every other node.
func star(n int) (list []joined) {
	for i := 1; i < n; i++ {
		list = append(list, joined{0, i, "arms"})
	}
	return list
}

// chain relates each node to the next.
func chain(from, to int) (list []joined) {
	for i := from + 1; i < to; i++ {
		list = append(list, joined{i - 1, i, "command"})
	}
	return list
}

// TestComposeShapes checks networks of unusual shape: few nodes, no relations,
// unconnected parts, two frames, and long names in other scripts.
func TestComposeShapes(t *testing.T) {
	frames := []joined{{0, 1, "attack"}, {10, 0, "money"}, {10, 1, "money"}, {10, 3, "command"}}
	for i := 2; i < 6; i++ {
		frames = append(frames, joined{i, 0, "membership"}, joined{i + 4, 1, "membership"}, joined{i, i + 4, "arms"})
	}
	const plain = "Northern Council"
	for _, test := range []struct {
		about, name string
		nodes, lead int
		relations   []joined
	}{
		{"one", plain, 1, 0, nil},
		{"two", plain, 2, 1, chain(0, 2)},
		{"none joined", plain, 12, 0, nil},
		{"star", plain, 12, 0, star(12)},
		{"two parts", plain, 16, 7, append(chain(0, 8), chain(8, 16)...)},
		{"two frames", plain, 11, 0, frames},
		{"Persian", "شورای هماهنگی نیروهای مقاومت اسلامی منطقه", 10, 0, star(10)},
		{"Arabic", "المجلس الأعلى للتنسيق بين فصائل المقاومة", 10, 9, chain(0, 10)},
		{"Chinese", "中华人民共和国国家发展和改革委员会经济研究所", 10, 0, star(10)},
		{"unbroken", strings.Repeat("Donaudampfschifffahrt", 3), 8, 0, star(8)},
	} {
		t.Run(test.about, func(t *testing.T) {
			for name, m := range measured(t, shaped(test.nodes, test.name, test.lead, test.relations)) {
				readable(t, name, m)
			}
		})
	}
}
