package web

import (
	"container/heap"
	"slices"

	"proxynet/network"
)

// inOrder returns events in the order of their dates, those without a date last. An
// event certainly comes after another if its first possible day is after the last of
// the other. If the dates leave the order open, such as between a month and a day in
// it, the file's order decides.
func inOrder(events []network.Event) []network.Event {
	var dated, undated []int
	for i := range events {
		if d := events[i].Date; d == nil || d.Earliest == "" && d.Latest == "" {
			undated = append(undated, i)
		} else {
			dated = append(dated, i)
		}
	}
	// The next event is the first in the file of those that no remaining event
	// certainly precedes.
	byFirst, byLast := slices.Clone(dated), slices.Clone(dated)
	slices.SortStableFunc(byFirst, func(a, b int) int { return compareBounds(events[a].Date.Earliest, events[b].Date.Earliest, -1) })
	slices.SortStableFunc(byLast, func(a, b int) int { return compareBounds(events[a].Date.Latest, events[b].Date.Latest, 1) })
	var ready places
	done := make([]bool, len(events))
	list := make([]network.Event, 0, len(events))
	for range dated {
		for done[byLast[0]] {
			byLast = byLast[1:]
		}
		last := events[byLast[0]].Date.Latest
		for len(byFirst) > 0 {
			first := events[byFirst[0]].Date.Earliest
			if first != "" && last != "" && network.CompareDays(first, last) > 0 {
				break
			}
			heap.Push(&ready, byFirst[0])
			byFirst = byFirst[1:]
		}
		next := heap.Pop(&ready).(int)
		done[next] = true
		list = append(list, events[next])
	}
	for _, i := range undated {
		list = append(list, events[i])
	}
	return list
}

// compareBounds compares days of which "" is before or after all others, as
// empty is negative or positive.
func compareBounds(a, b string, empty int) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return empty
	case b == "":
		return -empty
	}
	return network.CompareDays(a, b)
}

// places is a heap of places in a list, the least on top.
type places []int

func (p places) Len() int           { return len(p) }
func (p places) Less(i, j int) bool { return p[i] < p[j] }
func (p places) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *places) Push(v any)        { *p = append(*p, v.(int)) }
func (p *places) Pop() any {
	last := len(*p) - 1
	v := (*p)[last]
	*p = (*p)[:last]
	return v
}
