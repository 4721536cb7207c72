package web

import (
	"cmp"
	"slices"

	"proxynet/network"
)

// nodeGroup is the nodes of one kind.
type nodeGroup struct {
	Kind  network.NodeKind
	Label string
	Nodes []nodeEntry
}

// nodeEntry is all that is shown of one node.
type nodeEntry struct {
	network.Node
	KindLabel string
	Names     []name
	Quotes    []quote
	Ties      []tieGroup
	Events    []eventLink
	Root      link          // where the chains begin
	Chains    [][]chainStep // of command
	Documents int           // how many relations it has
}

// name is a node's name in another language or script.
type name struct{ Lang, Text string }

// tieGroup is a node's relations of one family.
type tieGroup struct {
	Family network.Family
	Label  string
	Ties   []tie
}

// tie is one relation in the entry of a node: a sentence in which the node at
// the other end stands out.
type tie struct {
	ID     string
	From   string
	Before string // what of the verb comes before To
	To     string
	After  string // what of the verb comes after To
	Own    bool   // this node comes first
	Marks  []string
}

type eventLink struct {
	link
	Role string
	Date *date
}

func (x *index) nodeGroups() []nodeGroup {
	var groups []nodeGroup
	for _, k := range network.NodeKinds {
		g := nodeGroup{Kind: k.Kind, Label: k.Label}
		for _, n := range x.Nodes {
			if n.Kind == k.Kind {
				g.Nodes = append(g.Nodes, x.nodeEntry(n, k.Label))
			}
		}
		if g.Nodes != nil {
			groups = append(groups, g)
		}
	}
	return groups
}

func (x *index) nodeEntry(n network.Node, kindLabel string) nodeEntry {
	e := nodeEntry{
		Node: n, KindLabel: kindLabel, Root: x.nodeLink(x.Root),
		Quotes: x.quotes(n.Passages), Documents: len(x.relations[n.ID]),
	}
	for _, c := range x.chains[n.ID] {
		e.Chains = append(e.Chains, x.tell(c))
	}
	for lang, text := range n.Names {
		e.Names = append(e.Names, name{lang, text})
	}
	slices.SortFunc(e.Names, func(a, b name) int { return cmp.Compare(a.Lang, b.Lang) })
	for _, f := range network.Families {
		g := tieGroup{Family: f.Family, Label: f.Label}
		for _, r := range x.relations[n.ID] {
			if r.Kind.Family() == f.Family {
				g.Ties = append(g.Ties, x.tie(r, n.ID))
			}
		}
		if g.Ties != nil {
			e.Ties = append(e.Ties, g)
		}
	}
	for _, ev := range x.events[n.ID] {
		l := eventLink{link: link{ev.ID, ev.Label}, Date: newDate(ev.Date)}
		for _, p := range ev.Participants {
			if p.Node == n.ID {
				l.Role = p.Role
			}
		}
		e.Events = append(e.Events, l)
	}
	return e
}

func (x *index) tie(r network.Relation, node string) tie {
	before, after := r.Around()
	return tie{
		ID: r.ID, From: opening(x.phrase(r.From)), Before: before, To: x.phrase(r.To), After: after,
		Own: r.From == node, Marks: x.marks(r),
	}
}

// marks says in a word or two how firm a relation is, and when it held.
func (x *index) marks(r network.Relation) []string {
	var marks []string
	if m := statusMarks[r.Status]; m != "" {
		marks = append(marks, m)
	}
	if r.Open && r.Status != network.Ambiguous {
		marks = append(marks, statusMarks[network.Ambiguous])
	}
	if r.Past {
		marks = append(marks, "past")
	}
	return marks
}
