package network

import "math/bits"

// reaches returns, for each vertex of g, the number of others that it reaches. Vertices
// that reach each other reach the same, so these are counted once, as one component;
// and they are counted as sets of bits, for some of the vertices at a time.
func (g *adjacency) reaches() []float64 {
	component, count := g.components()
	members := make([][]int32, count)
	for v, c := range component {
		members[c] = append(members[c], int32(v))
	}
	const words = 16 // of a set: 1024 vertices at a time
	total := make([]int, count)
	sets := make([][words]uint64, count)
	for begin := 0; begin < len(component); begin += 64 * words {
		clear(sets)
		for v := begin; v < min(begin+64*words, len(component)); v++ {
			sets[component[v]][(v-begin)/64] |= 1 << ((v - begin) % 64)
		}
		for c := range count { // components that are reached come before those that reach them
			set := &sets[c]
			for _, v := range members[c] {
				for _, w := range g.neighbours(int(v)) {
					if d := component[w]; int(d) != c {
						for k, word := range sets[d] {
							set[k] |= word
						}
					}
				}
			}
			for _, word := range set {
				total[c] += bits.OnesCount64(word)
			}
		}
	}
	reach := make([]float64, len(component))
	for v, c := range component {
		reach[v] = float64(total[c] - 1) // without itself
	}
	return reach
}

// components returns the strongly connected component of each vertex, numbered so that
// edges between components lead to lower numbers, and their number.
//
// R. Tarjan, “Depth-first search and linear graph algorithms”, SIAM Journal on Computing
// 1(2), 1972, with an explicit stack instead of recursion.
func (g *adjacency) components() (component []int32, count int) {
	n := g.Order()
	component = make([]int32, n)
	number, low, next := make([]int32, n), make([]int32, n), make([]int32, n)
	for v := range component {
		component[v] = unreached
	}
	var visits, open []int32 // vertices being searched; those without a component yet
	found := int32(0)
	for root := range n {
		if number[root] != 0 {
			continue
		}
		visits = append(visits, int32(root))
		for len(visits) > 0 {
			v := visits[len(visits)-1]
			if number[v] == 0 {
				found++
				number[v], low[v] = found, found
				open = append(open, v)
			}
			list := g.neighbours(int(v))
			if int(next[v]) < len(list) {
				w := list[next[v]]
				if number[w] == 0 {
					visits = append(visits, w) // v is looked at again when w is done
					continue
				}
				next[v]++
				if component[w] == unreached {
					low[v] = min(low[v], low[w])
				}
				continue
			}
			visits = visits[:len(visits)-1]
			if low[v] < number[v] {
				continue
			}
			for {
				w := open[len(open)-1]
				open = open[:len(open)-1]
				component[w] = int32(count)
				if w == v {
					break
				}
			}
			count++
		}
	}
	return component, count
}
