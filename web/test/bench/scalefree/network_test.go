package scalefree_test

import (
	"testing"

	"proxynet/web/test/bench/scalefree"
)

func TestNew(t *testing.T) {
	const nodes, links = 5000, 2
	n := scalefree.New(scalefree.Settings{Nodes: nodes, Links: links, Sourced: true})
	names, degree := map[string]bool{}, map[string]int{}
	for _, o := range n.Nodes {
		names[o.Label] = true
	}
	for _, r := range n.Relations {
		degree[r.From]++
		degree[r.To]++
	}
	if len(names) != nodes {
		t.Errorf("%d names for %d nodes", len(names), nodes)
	}
	if got, want := len(n.Relations), links*nodes-3; got != want {
		t.Errorf("%d relations; want %d", got, want)
	}
	most := 0
	for _, o := range n.Nodes {
		if degree[o.ID] == 0 {
			t.Errorf("%s has no edge", o.ID)
		}
		most = max(most, degree[o.ID])
	}
	if most < 50 {
		t.Errorf("no node has more than %d relations; a scale-free network has hubs", most)
	}
}
