package place

import (
	"cmp"
	"slices"
)

// Shift moves items of st sideways, each by its number of cells in push, in the order
// of [State.X], or less if another item is in the way. Those that move furthest out go
// first.
func Shift(in *Input, w Weights, st *State, push []int32) {
	s := newSearch(in, w)
	s.begin(*st)
	order := make([]int32, 0, len(push))
	for i, by := range push {
		if by != 0 {
			order = append(order, int32(i))
		}
	}
	out := func(i int32) int32 { // how far out on its side
		if push[i] < 0 {
			return -s.items[i].x
		}
		return s.items[i].x
	}
	slices.SortStableFunc(order, func(i, j int32) int { return cmp.Compare(out(j), out(i)) })
	for _, i := range order {
		step := int32(1)
		if push[i] < 0 {
			step = -1
		}
		it := &s.items[i]
		for range abs(push[i]) {
			x := it.x
			if it.x, _ = s.within(i, x+step, it.y); it.x == x || !(settling{s}).free(i, in.Gap) {
				it.x = x
				break
			}
		}
	}
	*st = s.state()
}
