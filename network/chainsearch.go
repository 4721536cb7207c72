package network

import (
	"cmp"
	"slices"

	"github.com/yourbasic/graph"
)

// simplePaths returns the paths of g from start to goal that meet no vertex
// twice, shortest first, those of one length in the order of their vertices,
// and whether the limits left any out.
//
// This is Yen's algorithm as Lawler arranged it: the paths not yet found are
// kept as disjoint sets, each by its first path, so that no path is found
// twice and the work is bounded by the number of paths asked for.
// J. Y. Yen, “Finding the K shortest loopless paths in a network”, Management
// Science 17(11), 1971; E. L. Lawler, “A procedure for computing the K best
// solutions to discrete optimization problems and its application to the
// shortest path problem”, Management Science 18(7), 1972.
func simplePaths(g *graph.Immutable, start, goal int, limits ChainLimits) (paths [][]int, more bool) {
	if start == goal {
		return nil, false
	}
	s := pathSearch{forward: g, backward: graph.Transpose(g), goal: goal}
	s.add([]int{start}, nil)
	for len(s.open) > 0 {
		first := s.open[0]
		if len(paths) == limits.Count || len(first.path)-1 > limits.Length {
			return paths, true
		}
		s.open = s.open[1:]
		paths = append(paths, first.path)
		s.split(first)
	}
	return paths, false
}

// pathSearch is a search for paths to goal.
type pathSearch struct {
	forward  *graph.Immutable
	backward *graph.Immutable
	goal     int
	open     []pathSet // in the order of their first paths
}

// pathSet is the set of paths that begin with path[:stem] and go on to no
// vertex in barred. Its first path is path.
type pathSet struct {
	path   []int
	stem   int
	barred []int
}

// split adds what remains of a set without its first path: for each place
// where another path can leave it, the set of those that do.
func (s *pathSearch) split(set pathSet) {
	for stem := set.stem; stem < len(set.path); stem++ {
		barred := []int{set.path[stem]}
		if stem == set.stem {
			barred = append(barred, set.barred...)
		}
		s.add(set.path[:stem], barred)
	}
}

// add puts the set of paths that begin with stem and go on to no vertex in
// barred in its place in open, if there is such a path.
func (s *pathSearch) add(stem, barred []int) {
	gone := make([]bool, s.forward.Order())
	for _, v := range stem {
		gone[v] = true
	}
	// Distances are counted back from the goal and not through the stem, so
	// each is that of a path that can go on from the stem.
	left := distances(remaining{s.backward, gone}, s.goal)
	path := slices.Clone(stem)
	for barred := barred; path[len(path)-1] != s.goal; barred = nil {
		w := s.next(path[len(path)-1], left, barred)
		if w == unreached {
			return
		}
		path = append(path, w)
	}
	set := pathSet{path, len(stem), barred}
	at, _ := slices.BinarySearchFunc(s.open, set, comparePathSets)
	s.open = slices.Insert(s.open, at, set)
}

// next returns the neighbour of v that is nearest to the goal, the first of
// those that are equally near, or unreached if none leads there.
func (s *pathSearch) next(v int, left, barred []int) int {
	best := unreached
	s.forward.Visit(v, func(w int, _ int64) bool {
		if left[w] != unreached && !slices.Contains(barred, w) &&
			(best == unreached || left[w] < left[best]) {
			best = w
		}
		return false
	})
	return best
}

// remaining is a graph without the vertices that are gone.
type remaining struct {
	*graph.Immutable
	gone []bool
}

// Visit visits the neighbours of v that are not gone, in the order of vertices.
func (r remaining) Visit(v int, do func(w int, c int64) bool) bool {
	return r.Immutable.Visit(v, func(w int, c int64) bool {
		return !r.gone[w] && do(w, c)
	})
}

// comparePathSets orders sets by the length of their first paths, then by
// their vertices.
func comparePathSets(a, b pathSet) int {
	return cmp.Or(
		cmp.Compare(len(a.path), len(b.path)),
		slices.Compare(a.path, b.path),
	)
}
