package scene

import (
	"math"
	"sort"

	"proxynet/network"
)

// route lays every strand: those between the same two nodes side by side as a
// ribbon, in the order of their families, bowed apart.
func (s *Scene) route() {
	if s.field != nil {
		return // the strands of a field are straight
	}
	rank := make(map[network.Family]int, len(network.Families))
	for i, f := range network.Families {
		rank[f] = i
	}
	ribbons := map[[2]int][]int{}
	for i, st := range s.strands {
		if st.laid {
			key := [2]int{min(st.from, st.to), max(st.from, st.to)}
			ribbons[key] = append(ribbons[key], i)
		}
	}
	for key, members := range ribbons {
		sort.SliceStable(members, func(a, b int) bool {
			x, y := s.strands[members[a]].model, s.strands[members[b]].model
			return rank[x.Kind.Family()] < rank[y.Kind.Family()]
		})
		// The firmest family lies in the middle, the others to both sides.
		for k, i := range members {
			slot := float64((k + 1) / 2)
			if k%2 == 0 {
				slot = -slot
			}
			if len(members)%2 == 0 {
				slot -= 0.5
			}
			st := &s.strands[i]
			st.alone = len(members) == 1
			st.lane = slot * s.Settings.Gap
			if st.from != key[0] {
				st.lane = -st.lane // the left of to→from is the right of from→to
			}
		}
	}
	s.bend(nil)
}

// bend works out the curves of the strands at the nodes of moved, or of all
// when it is nil.
func (s *Scene) bend(moved map[int]bool) {
	for i := range s.strands {
		st := &s.strands[i]
		if !st.laid || moved != nil && !moved[st.from] && !moved[st.to] {
			continue
		}
		st.curve = s.curve(st)
	}
}

// curve returns the strand's curve from the outline of one node to the outline
// of the other, less a margin.
func (s *Scene) curve(st *strand) Curve {
	a, b := &s.nodes[st.from], &s.nodes[st.to]
	along := b.at.sub(a.at).unit()
	left := along.left()
	// A ribbon is no wider than what its narrower end offers.
	room := min(across(a.place, left), across(b.place, left)) * s.Settings.Ribbon / 2
	lane := min(max(st.lane, -room), room)
	off := left.mul(lane)
	bow := left.mul(st.lane*s.Settings.Bow - lane)
	whole := Curve{a.at.add(off), a.at.lerp(b.at, 0.5).add(off).add(bow), b.at.add(off)}
	m := s.Settings.Margin
	from := whole.leave(a.at, a.place.W/2+m, a.place.H/2+m)
	to := 1 - whole.reverse().leave(b.at, b.place.W/2+m, b.place.H/2+m)
	if to-from < 0.02 { // boxes touch or overlap: while dragging
		from, to = 0.49, 0.51
	}
	return whole.Part(from, to)
}

// across is how wide p's box is, seen along a line to which left is the normal.
func across(p *Place, left Vec) float64 {
	return math.Abs(left.X)*p.W + math.Abs(left.Y)*p.H
}
