package network

// CutVertices returns the ids of the cut vertices of g in the network's order: of each
// node whose removal would disconnect its component, whatever the direction of
// relations.
//
// This is the depth-first search of J. Hopcroft and R. Tarjan, “Algorithm 447:
// efficient algorithms for graph manipulation”, Communications of the ACM
// 16(6), 1973, with an explicit stack instead of recursion.
func (g *Graph) CutVertices() []string {
	s := cutSearch{
		number: make([]int, g.both.Order()),
		low:    make([]int, g.both.Order()),
		cuts:   make([]bool, g.both.Order()),
	}
	for v := range s.number {
		if s.number[v] == 0 {
			s.run(g, v)
		}
	}
	var ids []string
	for v, cuts := range s.cuts {
		if cuts {
			ids = append(ids, g.id(v))
		}
	}
	return ids
}

// cutSearch is the state of a search for cut vertices.
type cutSearch struct {
	count  int
	number []int // order of discovery of a vertex, from 1; 0 before
	// low is the lowest number of a vertex to which one edge leads from this
	// vertex or from one found through it.
	low  []int
	cuts []bool
}

// visit is a vertex whose neighbours are being searched.
type visit struct {
	vertex int
	parent int // where the search came from; none at the root
	next   int // the lowest neighbour not yet looked at
}

// none is the parent of the first vertex of a search.
const none = -1

// run searches the component of root.
func (s *cutSearch) run(g *Graph, root int) {
	branches := 0 // of the search's tree at root
	stack := []visit{s.enter(root, none)}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		v, u := top.vertex, top.parent
		w := none
		g.both.VisitFrom(v, top.next, func(neighbour int, _ int64) bool {
			w = neighbour
			return true
		})
		top.next = w + 1
		switch {
		case w != none && s.number[w] == 0:
			stack = append(stack, s.enter(w, v))
		case w != none:
			s.low[v] = min(s.low[v], s.number[w])
		default: // v has no neighbour left
			stack = stack[:len(stack)-1]
			if u == root {
				branches++
			} else if u != none {
				s.low[u] = min(s.low[u], s.low[v])
				// u cuts v off unless something found through v leads past u.
				s.cuts[u] = s.cuts[u] || s.low[v] >= s.number[u]
			}
		}
	}
	s.cuts[root] = branches > 1
}

// enter numbers v and returns the visit to it.
func (s *cutSearch) enter(v, parent int) visit {
	s.count++
	s.number[v], s.low[v] = s.count, s.count
	return visit{vertex: v, parent: parent}
}
