package compose_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
)

// generated returns a pseudorandom network of n nodes: a lead of a few levels, a set
// with members, hubs with many relations, and other nodes around them.
func generated(n int, seed uint64) *network.Network {
	rng := rand.New(rand.NewPCG(seed, uint64(n)))
	net := &network.Network{ID: fmt.Sprintf("generated-%d", n), Title: "Generated", Root: "n0", Lang: "en"}
	words := []string{"Harbour", "Union", "Second", "Council", "of", "Northern", "Traders", "Guard", "Office", "Free", "Provincial", "Ali", "Committee"}
	for i := range n {
		label := fmt.Sprint(words[rng.IntN(len(words))], " ", i)
		for range rng.IntN(3) {
			label = words[rng.IntN(len(words))] + " " + label
		}
		net.Nodes = append(net.Nodes, network.Node{ID: fmt.Sprint("n", i), Label: label, Kind: network.NodeKinds[rng.IntN(6)]})
	}
	add := func(from, to int, kind network.RelationKind) string {
		id := fmt.Sprint("r", len(net.Relations))
		net.Relations = append(net.Relations, network.Relation{
			ID: id, From: fmt.Sprint("n", from), To: fmt.Sprint("n", to), Directed: true, Kind: kind, Verb: "acts on",
			Status: network.Statuses[rng.IntN(4)], Past: rng.IntN(4) == 0,
		})
		return id
	}
	for i := 1; i < min(n, 5); i++ {
		net.Lead = append(net.Lead, add((i-1)/2, i, "command"))
	}
	if n > 12 {
		for i := 6; i < 10; i++ {
			add(i, 5, "membership")
		}
	}
	kinds := []network.RelationKind{"arms", "attack", "coordination", "command", "money", "friendship"}
	for i := 5; i < n; i++ {
		add(rng.IntN(min(i, 6)), i, kinds[rng.IntN(len(kinds))])
	}
	for range n * 2 / 3 {
		if a, b := rng.IntN(n), rng.IntN(n); a != b {
			add(a, b, kinds[rng.IntN(len(kinds))])
		}
	}
	return net
}

// TestComposeGeneratedNetworks checks generated networks of 10 to 60 nodes, or with
// -short three of up to 37. The time grows with roughly the cube of the size, so only
// one has more than 40 nodes.
func TestComposeGeneratedNetworks(t *testing.T) {
	const count = 20
	step := 1
	if testing.Short() {
		step = 7
	}
	for k := 0; k < count; k += step {
		n := 10 + 50*k*k/((count-1)*(count-1)) // most networks are small
		if n > 40 && k < count-1 {
			continue
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			for name, m := range measured(t, generated(n, uint64(k))) {
				t.Logf("%s: %g × %g, %d lines, %d crossings", name, m.Width, m.Height, m.Lines, m.Crossings)
				readable(t, name, m)
				if most := max(645, 32*float64(n)); name == "tall" && m.Height > most {
					t.Errorf("%s: %g pixels high; want at most %g", name, m.Height, most)
				}
			}
		})
	}
}

func TestDraftIsReadable(t *testing.T) {
	for _, n := range []int{12, 26} {
		d, err := compose.Draft(generated(n, 1))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range d.Layouts {
			m := measure(t, d, l.Name)
			t.Logf("%s: %g × %g, %d crossings", l.Name, m.Width, m.Height, m.Crossings)
			readable(t, l.Name, m)
		}
	}
}
