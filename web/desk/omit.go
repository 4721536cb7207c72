package desk

import (
	"slices"

	"proxynet/network"
	"proxynet/network/message"
)

// omitAct takes a denial, a legal stage or a detail out of a record.
type omitAct struct{ *change }

// omit removes an item of a list of a record, and the passages that only it cites.
func (c omitAct) omit() error {
	cited, ok := c.cited()
	if !ok {
		return message.Errorf("“%s” has no record %d", c.Field, c.Index+1)
	}
	c.DropFrom(c.ID, c.Field, c.Index)
	times := make(map[string]int)
	eachCitation(c.n, func(_ string, passages []string) {
		for _, p := range passages {
			times[p]++
		}
	})
	var unused []string
	for _, p := range cited {
		if times[p] == 1 && !slices.Contains(unused, p) {
			unused = append(unused, p)
		}
	}
	c.Drop("passages", unused...)
	return nil
}

// cited returns the passages that the item cites; ok is false if there is no such item.
func (c omitAct) cited() (passages []string, ok bool) {
	at := func(count int) bool { return c.Index >= 0 && c.Index < count }
	switch r := recordOf(c.n, c.ID).(type) {
	case *network.Node:
		if c.Field == "facts" && at(len(r.Facts)) {
			return r.Facts[c.Index].Passages, true
		}
	case *network.Relation:
		switch {
		case c.Field == "facts" && at(len(r.Facts)):
			return r.Facts[c.Index].Passages, true
		case c.Field == "legal" && at(len(r.Legal)):
			return r.Legal[c.Index].Passages, true
		case c.Field == "against" && at(len(r.Against)):
			return r.Against[c.Index].Passages, true
		}
	}
	return nil, false
}
