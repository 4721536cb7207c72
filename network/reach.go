package network

import (
	"fmt"
	"sort"
)

// Reached is a node that another one reaches.
type Reached struct {
	Node     string `json:"node"`     // id
	Distance int    `json:"distance"` // fewest relations on the way, at least 1
}

// Reach returns the nodes that can be reached from the one with the given id
// by following relations in their direction, and undirected ones either way:
// nearest first, then in the network's order. The node itself is not among
// them.
func (g *Graph) Reach(id string) ([]Reached, error) {
	start, err := g.find(id)
	if err != nil {
		return nil, fmt.Errorf("reach of %w", err)
	}
	var reach []Reached
	for v, d := range distances(g.along, start) {
		if d > 0 {
			reach = append(reach, Reached{g.id(v), d})
		}
	}
	sort.SliceStable(reach, func(i, j int) bool { return reach[i].Distance < reach[j].Distance })
	return reach, nil
}
