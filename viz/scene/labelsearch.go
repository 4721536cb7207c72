package scene

import (
	"math"
	"math/rand/v2"
)

// labelSearch places the labels of a small network as well as possible: simulated
// annealing over the eight sides of each dot, after Christensen, Marks and Shieber
// (1995). It maximises the importance of the labels drawn, and then avoids lines
// beneath labels and labels that lie nearer to a foreign dot than to their own.
type labelSearch struct {
	nodes  []int32   // candidates, the most important first
	value  []float64 // by candidate: what drawing its label is worth
	places []place   // of all candidates
	first  []int32   // candidate i has places[first[i]:first[i+1]]
	chosen []int32   // by candidate: its place, or -1
	out    []int32   // scratch space
	clash  [][]int32 // by place: the places that it excludes
	pause  func()
}

// place is a possible box of a candidate's label.
type place struct {
	candidate int32
	side      side
	box       box
	cost      float64 // of lines and foreign dots near it
}

// newLabelSearch prepares the search for the given nodes at the fitted zoom.
func newLabelSearch(l *labels, nodes []int32) *labelSearch {
	s := &labelSearch{pause: l.pause, nodes: nodes, first: make([]int32, 1, len(nodes)+1)}
	frame := box{0, 0, l.layout.Width, l.layout.Height}
	gap := l.labelGap(1)
	for i, v := range nodes {
		s.value = append(s.value, 16+2*float64(l.graph.degree[v]))
		for d := range side(sides) {
			r := l.labelRect(int(v), 1, d)
			if !frame.contains(r) {
				continue
			}
			covered := l.coverCost(int(v), r)
			if math.IsInf(covered, 1) {
				continue
			}
			cost := coveredCost*covered + lineCost*float64(l.linesUnder(r)) + ambiguousCost*float64(l.nearerDots(int(v), r, nodes)) + sideCost*float64(d)
			s.places = append(s.places, place{int32(i), d, r, cost})
		}
		s.first = append(s.first, int32(len(s.places)))
		l.pause()
	}
	s.clash = make([][]int32, len(s.places))
	for a := range s.places {
		l.pause()
		for b := range a {
			if p, q := &s.places[a], &s.places[b]; p.candidate != q.candidate && p.box.grown(gap).overlaps(q.box) {
				s.clash[a] = append(s.clash[a], int32(b))
				s.clash[b] = append(s.clash[b], int32(a))
			}
		}
	}
	s.chosen = make([]int32, len(nodes))
	for i := range s.chosen {
		s.chosen[i] = -1
	}
	return s
}

const (
	lineCost      = 0.25 // for a line beneath a label
	ambiguousCost = 1    // for a dot that is nearer to a label than the label's own
	coveredCost   = 3    // for a covered dot, by its relations
	sideCost      = 0.05 // for each step down in preference

	annealMoves = 60_000
	hot, cold   = 6.0, 0.12 // temperatures, in units of value
	annealSeed  = 5
)

// run returns the side of each label drawn, by node.
func (l *labelSearch) run() map[int32]side {
	for i := range l.nodes { // start greedily
		best := int32(-1)
		for p := l.first[i]; p < l.first[i+1]; p++ {
			if l.excluded(p) == nil && (best < 0 || l.places[p].cost < l.places[best].cost) {
				best = p
			}
		}
		l.chosen[i] = best
	}
	random := rand.New(rand.NewPCG(annealSeed, uint64(len(l.nodes))))
	for k := range annealMoves {
		l.pause()
		i := random.IntN(len(l.nodes))
		count := int(l.first[i+1] - l.first[i])
		if count == 0 {
			continue
		}
		p := l.first[i] + int32(random.IntN(count))
		gain := l.value[i] - l.places[p].cost
		if c := l.chosen[i]; c >= 0 {
			gain = l.places[c].cost - l.places[p].cost
		}
		out := l.excluded(p)
		for _, c := range out {
			gain -= l.value[l.places[c].candidate] - l.places[c].cost
		}
		t := hot * math.Pow(cold/hot, float64(k)/annealMoves)
		if gain >= 0 || random.Float64() < math.Exp(gain/t) {
			for _, c := range out {
				l.chosen[l.places[c].candidate] = -1
			}
			l.chosen[i] = p
		}
	}
	found := make(map[int32]side, len(l.nodes))
	for i, c := range l.chosen {
		if c >= 0 {
			found[l.nodes[i]] = l.places[c].side
		}
	}
	return found
}

// excluded returns the chosen places that exclude p; nil if there are none.
func (l *labelSearch) excluded(p int32) []int32 {
	l.out = l.out[:0]
	for _, c := range l.clash[p] {
		if l.chosen[l.places[c].candidate] == c {
			l.out = append(l.out, c)
		}
	}
	if len(l.out) == 0 {
		return nil
	}
	return l.out
}

// linesUnder counts the lines that pass beneath a box at the fitted zoom.
func (l *labels) linesUnder(r box) int {
	count := 0
	try := func(i int) {
		if st := &l.edges[i]; !st.hidden && crossesBox(l.nodes[st.from].at, l.nodes[st.to].at, r) {
			count++
		}
	}
	const few = 1000
	if len(l.edges) <= few {
		for i := range l.edges {
			try(i)
		}
		return count
	}
	for _, i := range l.locator.edgesNear(r) {
		try(int(i))
	}
	return count
}

// nearerDots counts the dots that are at most a unit farther from node v's label
// than v's own.
func (l *labels) nearerDots(v int, r box, nodes []int32) int {
	distance := func(o int) float64 {
		at := l.nodes[o].at
		dx, dy := max(r.x0-at.X, 0, at.X-r.x1), max(r.y0-at.Y, 0, at.Y-r.y1)
		return math.Hypot(dx, dy) - l.levelRadius(o, 1)
	}
	own, count := distance(v)+1, 0
	for _, o := range nodes {
		if int(o) != v && distance(int(o)) < own {
			count++
		}
	}
	return count
}

// crossesBox reports whether the segment from a to b passes through r, by
// clipping it (Liang and Barsky, 1984).
func crossesBox(a, b Vec, r box) bool {
	t0, t1 := 0.0, 1.0
	clip := func(p, q float64) bool {
		switch {
		case p == 0:
			return q >= 0
		case p < 0:
			t0 = max(t0, q/p)
		default:
			t1 = min(t1, q/p)
		}
		return t0 <= t1
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	return clip(-dx, a.X-r.x0) && clip(dx, r.x1-a.X) && clip(-dy, a.Y-r.y0) && clip(dy, r.y1-a.Y) && t0 < t1
}
