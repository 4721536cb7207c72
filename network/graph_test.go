package network_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"proxynet/network"
)

// draw returns the network drawn in a text: one node or relation per line, with the
// nodes in the order in which they are named.
//
//	a        a node
//	a > b    a commands b
//	a - b    a and b work together: undirected, not command
//	a $ b    a gives b money: directed, not command
//
// Relations are called r0, r1 and so on.
func draw(text string) *network.Network {
	n := new(network.Network)
	named := make(map[string]bool)
	name := func(id string) {
		if !named[id] {
			named[id] = true
			n.Nodes = append(n.Nodes, network.Node{ID: id})
		}
	}
	kinds := map[string]network.RelationKind{">": "command", "-": "cooperation", "$": "money"}
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch len(words) {
		case 1:
			name(words[0])
		case 3:
			name(words[0])
			name(words[2])
			n.Relations = append(n.Relations, network.Relation{
				ID:       fmt.Sprintf("r%d", len(n.Relations)),
				From:     words[0],
				To:       words[2],
				Directed: words[1] != "-",
				Kind:     kinds[words[1]],
				Status:   network.Stated,
			})
		}
	}
	return n
}

// graphOf returns the graph of n, or fails the test.
func graphOf(t *testing.T, n *network.Network, counts func(*network.Relation) bool) *network.Graph {
	t.Helper()
	g, err := network.NewGraph(n, counts)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// random returns a network of up to 7 nodes and 35 relations of any kind, including
// parallel relations and self-loops.
func random(seed uint64) *network.Network {
	r := rand.New(rand.NewPCG(seed, 2))
	nodes := 1 + r.IntN(7)
	var text strings.Builder
	for v := range nodes {
		fmt.Fprintf(&text, "%c\n", 'a'+v)
	}
	for range r.IntN(36) {
		fmt.Fprintf(&text, "%c %c %c\n", 'a'+r.IntN(nodes), ">>>>-$"[r.IntN(6)], 'a'+r.IntN(nodes))
	}
	return draw(text.String())
}

// seeds is the number of random networks in a test.
const seeds = 400

// leads reports whether r can be followed from one node to another.
func leads(r network.Relation, from, to string) bool {
	return r.From == from && r.To == to || !r.Directed && r.From == to && r.To == from
}

func TestNewGraphRefuses(t *testing.T) {
	tests := []struct {
		name string
		n    *network.Network
		want string
	}{
		{
			"relation from nowhere",
			&network.Network{
				Nodes:     []network.Node{{ID: "a"}},
				Relations: []network.Relation{{ID: "r", From: "x", To: "a"}},
			},
			`relation "r" comes from node "x", which is not in the network`,
		},
		{
			"relation to nowhere",
			&network.Network{
				Nodes:     []network.Node{{ID: "a"}},
				Relations: []network.Relation{{ID: "r", From: "a", To: "x"}},
			},
			`relation "r" goes to node "x", which is not in the network`,
		},
		{
			"two nodes with one id",
			&network.Network{Nodes: []network.Node{{ID: "a"}, {ID: "a"}}},
			`node "a" is there twice`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := network.NewGraph(test.n, network.BuiltIn.InChains)
			if got := fmt.Sprint(err); got != test.want {
				t.Errorf("got error %s, want %s", got, test.want)
			}
		})
	}
}

func TestCommanding(t *testing.T) {
	tests := []struct {
		name     string
		relation network.Relation
		want     bool
	}{
		{"command", network.Relation{Kind: "command", Directed: true}, true},
		{"direction", network.Relation{Kind: "direction", Directed: true}, true},
		{"client", network.Relation{Kind: "client", Directed: true}, false},
		{"command without direction", network.Relation{Kind: "command"}, false},
		{"arms", network.Relation{Kind: "arms", Directed: true}, false},
		{"restraint", network.Relation{Kind: "restraint", Directed: true}, false},
		{"friendship", network.Relation{Kind: "friendship"}, false},
		{"unknown kind", network.Relation{Kind: "nonsense", Directed: true}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := network.BuiltIn.InChains(&test.relation); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
