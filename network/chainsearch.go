package network

import (
	"cmp"
	"slices"
)

// cost orders paths: the length, then the number of edges of each weakness, the weakest
// first. Of two equally long paths, the one whose weakest edges are firmer costs less,
// and then the one with fewer of them.
type cost [1 + statusCount]int32

// statusCount is the length of [Statuses].
const statusCount = 6

// with returns c and one more edge of the given weakness.
func (c cost) with(weakness int64) cost {
	c[0]++
	c[statusCount-int(weakness)]++
	return c
}

// weakest returns the weakness of the weakest edge of a path that has one.
func (c cost) weakest() int {
	at := 1
	for c[at] == 0 {
		at++
	}
	return statusCount - at
}

func compareCosts(a, b cost) int { return slices.Compare(a[:], b[:]) }

// path is a path as vertices, with its cost.
type path struct {
	vertices []int
	cost     cost
}

// simplePaths returns the paths of g from start to goal that meet no vertex
// twice, along edges of a weakness up to weakest, and whether the limits left
// any out. Paths are ordered by cost, those of one cost by their vertices.
//
// This is Yen's algorithm as Lawler arranged it: the paths not yet found are
// kept as disjoint sets, each by its first path, so that no path is found
// twice and the work is bounded by the number of paths asked for.
// J. Y. Yen, “Finding the K shortest loopless paths in a network”, Management
// Science 17(11), 1971; E. L. Lawler, “A procedure for computing the K best
// solutions to discrete optimization problems and its application to the
// shortest path problem”, Management Science 18(7), 1972.
func simplePaths(g *adjacency, start, goal int, weakest int64, limits ChainLimits) (paths []path, more bool) {
	if start == goal {
		return nil, false
	}
	s := pathSearch{
		forward: g, backward: g.transposed(), goal: goal, weakest: weakest,
		left: make([]cost, g.Order()), marks: make([]mark, g.Order()),
	}
	s.countBack(nil)
	s.whole, s.leads = slices.Clone(s.left), slices.Clone(s.marks)
	s.add([]int{start}, nil)
	for len(s.open) > 0 {
		first := s.open[0]
		if len(paths) == limits.Count || len(first.vertices)-1 > limits.Length {
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
	forward  *adjacency
	backward *adjacency
	goal     int
	weakest  int64     // edges that are weaker don't count
	open     []pathSet // in the order of their first paths

	whole []cost // left and marks without a stem
	leads []mark

	left          []cost // of the cheapest path to the goal, from every vertex that is counted
	marks         []mark
	layer, beyond []int32 // scratch space of countBack
}

// mark is the state of a vertex.
type mark uint8

const (
	unseen  mark = iota
	counted      // it has a path to the goal
	gone         // it is part of the stem
)

// pathSet is the set of paths that begin with the first stem vertices of path
// and go on to no vertex in barred. Its first path is path.
type pathSet struct {
	path
	stem   int
	barred []int
}

// split adds the rest of a set without its first path: for each vertex at which other
// paths can leave it, the set of those that do.
func (s *pathSearch) split(set pathSet) {
	barred := set.barred
	for stem := set.stem; stem < len(set.vertices); stem++ {
		s.add(set.vertices[:stem], append(slices.Clip(barred), set.vertices[stem]))
		barred = nil
	}
}

// add adds to open the set of paths that begin with stem and continue with no vertex in
// barred, if there is such a path.
func (s *pathSearch) add(stem, barred []int) {
	set := pathSet{stem: len(stem), barred: barred}
	found, sure := s.onward(stem, barred)
	if !sure {
		// Costs are counted back from the goal and not through the stem, so each is
		// that of a path that can go on from the stem.
		s.countBack(stem)
		found = slices.Clone(stem)
		for at := stem[len(stem)-1]; at != s.goal; barred = nil {
			if at = s.next(at, barred); at == unreached {
				return
			}
			found = append(found, at)
		}
	}
	if found == nil {
		return
	}
	set.vertices = found
	for i, v := range set.vertices[1:] {
		s.forward.VisitFrom(set.vertices[i], v, func(_ int, weakness int64) bool {
			set.cost = set.cost.with(weakness)
			return true
		})
	}
	place, _ := slices.BinarySearchFunc(s.open, set, comparePathSets)
	s.open = slices.Insert(s.open, place, set)
}

// onward returns the first path of a set by the costs without regard to its stem, which
// is quick. It isn't sure if all cheapest ways on lead through the stem. It returns nil
// if there is no path.
func (s *pathSearch) onward(stem, barred []int) (path []int, sure bool) {
	at := stem[len(stem)-1]
	passed := func(w int32) bool { return slices.Contains(stem, int(w)) }
	best, least := int32(unreached), cost{}
	for e := s.forward.first[at]; e < s.forward.first[at+1]; e++ {
		w, weakness := s.forward.to[e], int64(s.forward.cost[e])
		if s.leads[w] != counted || weakness > s.weakest || slices.Contains(barred, int(w)) || passed(w) {
			continue
		}
		if c := s.whole[w].with(weakness); best == unreached || compareCosts(c, least) < 0 {
			best, least = w, c
		}
	}
	if best == unreached {
		return nil, true
	}
	path = append(slices.Clone(stem), int(best))
	for at := int(best); at != s.goal; {
		next := int32(unreached)
		for e := s.forward.first[at]; e < s.forward.first[at+1]; e++ {
			w, weakness := s.forward.to[e], int64(s.forward.cost[e])
			if s.leads[w] == counted && weakness <= s.weakest && s.whole[w].with(weakness) == s.whole[at] && !passed(w) {
				next = w
				break
			}
		}
		if next == unreached {
			return nil, false
		}
		at = int(next)
		path = append(path, at)
	}
	return path, true
}

// next returns the neighbour of v through which the goal costs least, the first
// of those through which it costs the same, or unreached if none leads there.
func (s *pathSearch) next(v int, barred []int) int {
	best, least := unreached, cost{}
	for e := s.forward.first[v]; e < s.forward.first[v+1]; e++ {
		w, weakness := int(s.forward.to[e]), int64(s.forward.cost[e])
		if s.marks[w] == counted && weakness <= s.weakest && !slices.Contains(barred, w) {
			if c := s.left[w].with(weakness); best == unreached || compareCosts(c, least) < 0 {
				best, least = w, c
			}
		}
	}
	return best
}

// countBack computes the cost of the cheapest path to the goal from every vertex that
// has one, through no vertex of stem. It proceeds by layers of equal distance, since a
// cheapest path continues with a vertex that is one step nearer.
func (s *pathSearch) countBack(stem []int) {
	clear(s.marks)
	for _, v := range stem {
		s.marks[v] = gone
	}
	s.marks[s.goal], s.left[s.goal] = counted, cost{}
	layer, beyond := append(s.layer[:0], int32(s.goal)), s.beyond[:0]
	for ; len(layer) > 0; layer, beyond = beyond, layer[:0] {
		for _, v := range layer {
			for e := s.backward.first[v]; e < s.backward.first[v+1]; e++ {
				u, weakness := s.backward.to[e], int64(s.backward.cost[e])
				if weakness > s.weakest || s.marks[u] == gone {
					continue
				}
				c := s.left[v].with(weakness)
				if s.marks[u] == unseen {
					beyond = append(beyond, u)
				} else if compareCosts(c, s.left[u]) >= 0 {
					continue
				}
				s.marks[u], s.left[u] = counted, c
			}
		}
	}
	s.layer, s.beyond = layer, beyond
}

// comparePathSets orders sets by the cost of their first paths, then by their
// vertices.
func comparePathSets(a, b pathSet) int {
	return cmp.Or(compareCosts(a.cost, b.cost), slices.Compare(a.vertices, b.vertices))
}
