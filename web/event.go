package web

import "proxynet/network"

// eventEntry is the entry of an event.
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
	Role *name // nil if none is given
}

// eventEntries lists the events in the order of [inOrder].
func (x entryBuilder) eventEntries() []eventEntry {
	var list []eventEntry
	for _, e := range inOrder(x.Events) {
		entry := eventEntry{
			Event: e, Date: x.words.happened(&e),
			Standing: x.standing(e.Status, e.Passages), Quotes: x.quotes(e.Passages),
		}
		for i, p := range e.Participants {
			entry.Parts = append(entry.Parts, part{x.nodeLink(p.Node), x.role(&e, i)})
		}
		list = append(list, entry)
	}
	return list
}

// role returns the role of participant i, nil if none is given.
func (x entryBuilder) role(e *network.Event, i int) *name {
	text := e.Participants[i].Role
	if text == "" {
		return nil
	}
	return &name{x.words.in(e.ID, e.RoleField(i)), text}
}
