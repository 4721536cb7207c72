package lint

import (
	"slices"
	"strings"

	"proxynet/network/message"
)

// commandCycle finds the shortest cycle through the first node of each set of nodes that
// command each other.
func commandCycle(s *search) {
	number := make(map[string]int, len(s.n.Nodes))
	for i, o := range s.n.Nodes {
		number[o.ID] = i
	}
	next := make([][]int, len(s.n.Nodes))
	terms := s.n.Terms()
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		// A past relation may have been reversed since.
		if terms.InChains(r) && !r.Past {
			from, to := number[r.From], number[r.To]
			if !slices.Contains(next[from], to) {
				next[from] = append(next[from], to)
			}
		}
	}
	reported := make([]bool, len(s.n.Nodes))
	for _, set := range circular(next) {
		start := slices.Min(set)
		if reported[start] {
			continue
		}
		circle := shortestCircle(next, start)
		for _, v := range set {
			reported[v] = true
		}
		ids := make([]string, len(circle))
		for i, v := range circle {
			ids[i] = s.n.Nodes[v].ID
		}
		s.warn(ids[0], message.New("it is its own superior: %s → %s", strings.Join(ids, " → "), ids[0]),
			message.New("turn the relation that is the wrong way round, mark what is over with “past: true”, or give one another kind"))
	}
}

// circular returns the strongly connected components with more than one vertex (R.
// Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on Computing
// 1(2), 1972), without recursion.
func circular(next [][]int) [][]int {
	const unseen = 0
	type step struct{ vertex, edge int }
	number, low := make([]int, len(next)), make([]int, len(next))
	open := make([]bool, len(next))
	var pending []int
	var sets [][]int
	count := 0
	for root := range next {
		if number[root] != unseen {
			continue
		}
		stack := []step{{root, 0}}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			v := top.vertex
			if top.edge == 0 && number[v] == unseen {
				count++
				number[v], low[v] = count, count
				pending, open[v] = append(pending, v), true
			}
			if top.edge < len(next[v]) {
				w := next[v][top.edge]
				top.edge++
				if number[w] == unseen {
					stack = append(stack, step{w, 0})
				} else if open[w] {
					low[v] = min(low[v], number[w])
				}
				continue
			}
			stack = stack[:len(stack)-1]
			if len(stack) > 0 {
				u := stack[len(stack)-1].vertex
				low[u] = min(low[u], low[v])
			}
			if low[v] == number[v] {
				at := slices.Index(pending, v)
				set := slices.Clone(pending[at:])
				pending = pending[:at]
				for _, w := range set {
					open[w] = false
				}
				if len(set) > 1 {
					sets = append(sets, set)
				}
			}
		}
	}
	return sets
}

// shortestCircle returns the vertices of the shortest cycle through start.
func shortestCircle(next [][]int, start int) []int {
	before := map[int]int{start: start}
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		v := queue[0]
		for _, w := range next[v] {
			if w == start {
				circle := []int{v}
				for v != start {
					v = before[v]
					circle = append(circle, v)
				}
				slices.Reverse(circle)
				return circle
			}
			if _, seen := before[w]; !seen {
				before[w] = v
				queue = append(queue, w)
			}
		}
	}
	return []int{start}
}
