package network_test

import (
	"fmt"
	"strings"
	"testing"

	"proxynet/network"
)

// web is a root that commands a force and a friend; the force commands three groups,
// and the friend the last of them.
const web = `
	root > force
	root > friend
	force > a
	force > b
	force > c
	friend > c
	a $ alone`

func TestWhatIf(t *testing.T) {
	tests := []struct {
		name   string
		remove string
		want   string
	}{
		{"nothing taken out", "", "{[] [] [force friend a b c]}"},
		{"a node on whom some rest", "force", "{[force] [a b] [friend c]}"},
		{"two", "force friend", "{[force friend] [a b c] []}"},
		{"a relation", "r2", "{[] [a] [force friend b c]}"},
		{"a relation that is not of command", "r6", "{[] [] [force friend a b c]}"},
		{"a node without a chain", "alone", "{[] [] [force friend a b c]}"},
		{"the root", "root", "{[] [force friend a b c] []}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w, err := network.NewWhatIf(draw(web), network.BuiltIn.InChains, "root", strings.Fields(test.remove))
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(*w); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestWhatIfRefuses(t *testing.T) {
	tests := []struct{ name, root, remove, want string }{
		{"an unknown part", "root", "x", `what if without "x", which is neither a node nor a relation of the network`},
		{"an unknown root", "x", "force", `reach of node "x", which is not in the network`},
	}
	for _, test := range tests {
		_, err := network.NewWhatIf(draw(web), network.BuiltIn.InChains, test.root, []string{test.remove})
		if got := fmt.Sprint(err); got != test.want {
			t.Errorf("%s: got error %s, want %s", test.name, got, test.want)
		}
	}
}

func TestBottlenecks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"who cuts off most first, then nodes before relations", web, "[{r0 [force a b]} {force [a b]} {r1 [friend]} {r2 [a]} {r3 [b]}]"},
		{"parallel relations are none", "root > a\nroot > a", "[]"},
		{"a circle", "root > a\na > b\nb > a", "[{r0 [a b]} {a [b]} {r1 [b]}]"},
		{"nothing below", "root\na > b", "[]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := graphOf(t, draw(test.text), network.BuiltIn.InChains).Bottlenecks("root")
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != test.want {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}

// TestBottlenecksAgainstBruteForce compares with removing each node and relation in
// turn.
func TestBottlenecksAgainstBruteForce(t *testing.T) {
	for _, counts := range []func(*network.Relation) bool{network.BuiltIn.InChains, network.EveryRelation} {
		for seed := range uint64(seeds) {
			n := random(seed)
			root := n.Nodes[0].ID
			got, err := graphOf(t, n, counts).Bottlenecks(root)
			if err != nil {
				t.Fatal(err)
			}
			cuts := map[string]string{}
			for _, b := range got {
				cuts[b.ID] = strings.Join(b.Cuts, " ")
			}
			var parts []string
			for _, v := range n.Nodes[1:] {
				parts = append(parts, v.ID)
			}
			for _, r := range n.Relations {
				parts = append(parts, r.ID)
			}
			for _, id := range parts {
				w, err := network.NewWhatIf(n, counts, root, []string{id})
				if err != nil {
					t.Fatal(err)
				}
				if want := strings.Join(w.Lost, " "); cuts[id] != want {
					t.Fatalf("seed %d: %s cuts off %q, want %q", seed, id, cuts[id], want)
				}
			}
		}
	}
}
