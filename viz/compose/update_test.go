package compose_test

import (
	"math"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
)

// TestUpdateKeepsPlaces updates the drawings of four networks. A changed verb moves no
// node; an added relation or node moves at most a third of the nodes far.
func TestUpdateKeepsPlaces(t *testing.T) {
	const nodes, networks = 16, 4
	const far = 80
	arms := network.Relation{ID: "more", From: "n2", To: "n7", Kind: "arms", Directed: true, Verb: "arms", Status: network.Stated}
	relation, node := 0, 0 // nodes moved far by an added node
	for seed := range uint64(networks) {
		n := generated(nodes, seed)
		before, err := compose.Compose(n)
		if err != nil {
			t.Fatal(err)
		}
		for id, by := range moved(t, n, before, func(n *network.Network) { n.Relations[len(n.Relations)-1].Verb = "talks to" }) {
			if by > 0 {
				t.Errorf("network %d: another verb moves %s by %.0f", seed, id, by)
			}
		}
		for _, by := range moved(t, n, before, func(n *network.Network) { n.Relations = append(n.Relations, arms) }) {
			if by > far { // the ranks of its ends change, and their sizes
				relation++
			}
		}
		for _, by := range moved(t, n, before, func(n *network.Network) {
			n.Nodes = append(n.Nodes, network.Node{ID: "new", Label: "New group", Kind: network.Group})
			r := arms
			r.To = "new"
			n.Relations = append(n.Relations, r)
		}) {
			if by > far {
				node++
			}
		}
	}
	t.Logf("another relation moves %d of %d nodes by more than %d, another node %d", relation, networks*nodes, far, node)
	if most := networks * nodes / 3; relation > most || node > most {
		t.Errorf("another relation moves %d of %d nodes by more than %d, another node %d; want at most %d", relation, networks*nodes, far, node, most)
	}
}

// moved returns the distance by which an update for a changed copy of n moves each node
// of before, by id; the larger of the two layouts.
func moved(t *testing.T, n *network.Network, before *scene.LaidOutNetwork, change func(n *network.Network)) map[string]float64 {
	t.Helper()
	next := *n
	next.Nodes, next.Relations = slices.Clone(n.Nodes), slices.Clone(n.Relations)
	change(&next)
	d, err := compose.Update(&next, before)
	if err != nil {
		t.Fatal(err)
	}
	distances := map[string]float64{}
	for i := range d.Layouts {
		for _, p := range before.Layouts[i].Places {
			k := slices.IndexFunc(d.Layouts[i].Places, func(q scene.Place) bool { return q.ID == p.ID })
			q := d.Layouts[i].Places[k]
			distances[p.ID] = max(distances[p.ID], math.Hypot(p.X-q.X, p.Y-q.Y))
		}
	}
	return distances
}
