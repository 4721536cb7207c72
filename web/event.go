package web

import (
	"cmp"
	"slices"

	"proxynet/network"
)

// eventEntry is all that is shown of one event.
type eventEntry struct {
	network.Event
	Date     *date
	Standing string
	Parts    []part
	Quotes   []quote
}

// part is a node's part in an event.
type part struct {
	Node link
	Role string
}

// eventEntries lists the events by date, those without one at the end.
func (x *index) eventEntries() []eventEntry {
	var list []eventEntry
	for _, e := range x.Events {
		entry := eventEntry{
			Event: e, Date: x.words.date(e.Date),
			Standing: x.standing(e.Status, e.Passages), Quotes: x.quotes(e.Passages),
		}
		for _, p := range e.Participants {
			entry.Parts = append(entry.Parts, part{x.nodeLink(p.Node), p.Role})
		}
		list = append(list, entry)
	}
	slices.SortStableFunc(list, func(a, b eventEntry) int {
		return cmp.Or(
			cmp.Compare(undated(a), undated(b)),
			cmp.Compare(firstDay(a), firstDay(b)),
		)
	})
	return list
}

func undated(e eventEntry) int {
	if firstDay(e) == "" {
		return 1
	}
	return 0
}

// firstDay is the first day that the event can have been; for one that is
// open at its start, the last.
func firstDay(e eventEntry) string {
	if e.Event.Date == nil {
		return ""
	}
	return cmp.Or(e.Event.Date.Earliest, e.Event.Date.Latest)
}
