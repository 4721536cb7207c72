package question

import (
	"slices"
	"sort"

	"proxynet/network"
)

// MeasureAnswer is a measure of every node that is shown and left.
type MeasureAnswer struct {
	Measure network.Measure `json:"measure"`
	// List has the largest first, then by id; nodes of measure 0 are left out.
	List []Measured `json:"list"`
	// Of is the number of nodes measured.
	Of int `json:"of"`
	// Starts is the number of nodes from which the measure was estimated; 0 means that
	// it is exact.
	Starts int `json:"starts"`
}

// Measured is a node's measure, and its share of the largest, 0 to 1.
type Measured struct {
	Node  Name    `json:"node"`
	Value float64 `json:"value"`
	Share float64 `json:"share"`
}

func (v *view) measure() (*MeasureAnswer, error) {
	measured, err := v.Measure(v.state.Size, v.left(network.EveryRelation), nil)
	if err != nil {
		return nil, err
	}
	values := measured.Values
	a := &MeasureAnswer{Measure: v.state.Size, List: []Measured{}, Starts: measured.Starts}
	most := slices.Max(append(values, 0))
	gone := make(map[string]bool, len(v.state.Remove))
	for _, id := range v.state.Remove {
		gone[id] = true
	}
	for i := range v.Nodes {
		id := v.Nodes[i].ID
		if v.filter.HidesNode(&v.Nodes[i]) || gone[id] {
			continue
		}
		a.Of++
		if values[i] > 0 {
			a.List = append(a.List, Measured{v.name(id), values[i], values[i] / most})
		}
	}
	sort.Slice(a.List, func(i, j int) bool {
		x, y := &a.List[i], &a.List[j]
		return x.Value > y.Value || x.Value == y.Value && x.Node.ID < y.Node.ID
	})
	return a, nil
}
