package place

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// Options limit the search.
type Options struct {
	Seed   uint64
	Seeds  int // placements started
	Moves  int // tried for each of them
	Keep   int // placements returned, best first
	Weight Weights
	Start  *State // initial state, or nil
}

// The temperatures between which a search cools, in costs.
const (
	hot  = 20.0
	warm = 0.6 // for a search from an initial state
	cold = 0.08
)

// Place returns the best placements of in, best first. The same input gives the
// same placements on every machine.
func Place(in *Input, o Options) []Placement {
	all := make([]Placement, o.Seeds)
	var wait sync.WaitGroup
	for k := range all {
		wait.Go(func() {
			s := newSearch(in, o.Weight)
			s.rng = random(o.Seed*1000003 + uint64(k))
			if o.Start != nil {
				s.begin(*o.Start)
				s.anneal(o.Moves, warm)
			} else {
				s.scatter()
				s.anneal(o.Moves, hot)
			}
			all[k] = s.placement()
		})
	}
	wait.Wait()
	slices.SortStableFunc(all, func(a, b Placement) int { return cmp.Compare(a.Cost, b.Cost) })
	return all[:min(o.Keep, len(all))]
}

// scatter puts every item at a random place, those of the lead at their depth.
func (s *search) scatter() {
	depth, deepest := s.depths()
	for i := range s.items {
		it := &s.items[i]
		x, y := int32(s.rng.below(int(s.Area.W))), int32(s.rng.below(int(s.Area.H)))
		if d := depth[it.node]; d >= 0 {
			y = s.Area.H * (2*d + 1) / (2*deepest + 4)
		}
		it.x, it.y = s.snap(int32(i), x, y)
	}
	s.costOf()
}

// depths returns the depth of every node in the lead, -1 for nodes outside it.
func (s *search) depths() (depth []int32, deepest int32) {
	depth = make([]int32, len(s.Boxes))
	for v := range depth {
		depth[v] = -1
	}
	for _, a := range s.Above {
		if a.Lead {
			depth[a.Upper], depth[a.Lower] = max(depth[a.Upper], 0), max(depth[a.Lower], 0)
		}
	}
	for range s.Boxes {
		for _, a := range s.Above {
			if a.Lead && depth[a.Lower] <= depth[a.Upper] && int(depth[a.Upper]) < len(s.Boxes) {
				depth[a.Lower] = depth[a.Upper] + 1
			}
		}
	}
	return depth, slices.Max(append(depth, 1))
}

// snap is [search.within] on the coarse lattice.
func (s *search) snap(i, x, y int32) (int32, int32) {
	return s.within(i, (x+s.Step/2)/s.Step*s.Step, (y+s.Step/2)/s.Step*s.Step)
}

// anneal tries the given number of moves, at a temperature that falls from the given
// one to [cold], and ends at the best placement found.
func (s *search) anneal(moves int, from float64) {
	const steps = 256 // in which the temperature falls
	best, at := s.total, s.state()
	temperature, ratio := from, root(cold/from, steps)
	for step := range steps {
		t := int(parts(temperature))
		left := int32(1000 * (steps - step) / steps)
		for range moves / steps {
			s.move(t, left)
			if s.total < best {
				best = s.total
				s.remember(&at)
			}
		}
		temperature *= ratio
	}
	s.begin(at)
}

// remember is like state, but doesn't allocate.
func (s *search) remember(st *State) {
	f := 0
	for i := range s.items {
		it := &s.items[i]
		st.X[i], st.Y[i] = it.x, it.y
		if it.frame >= 0 {
			copy(st.Order[f], it.in.order)
			st.Columns[f] = it.in.columns
			f++
		}
	}
}

// root returns the n-th root of v, n being a power of 2, by square roots only,
// which every machine rounds alike.
func root(v float64, n int) float64 {
	for ; n > 1; n /= 2 {
		v = math.Sqrt(v)
	}
	return v
}
