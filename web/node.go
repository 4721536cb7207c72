package web

import (
	"maps"
	"slices"

	"proxynet/network"
)

// nodeGroup is the nodes of one kind.
type nodeGroup struct {
	Kind  network.NodeKind
	Nodes []nodeEntry
}

// nodeEntry is the entry of a node.
type nodeEntry struct {
	network.Node
	Title     link   // its name in the page’s language, or its label
	Aliases   []name // instead of the node’s own
	KindLabel string
	Names     []name     // the others, its label first
	Sites     []sameSite // other sites with the same node
	Details   []factEntry
	Quotes    []quote
	Relations []nodeRelationGroup
	Events    []eventLink
	Root      link          // where the chains begin
	Chains    [][]chainStep // such as chains of command
	Documents int           // how many relations it has
	More      int           // how many of them are omitted here
}

// name is a node's name in another language or script.
type name struct{ Lang, Text string }

// nodeRelationGroup is a node's relations of one family.
type nodeRelationGroup struct {
	Family    network.Family
	Relations []nodeRelation
}

// nodeRelation is a relation in the entry of a node: a sentence that emphasises the
// node at the other end.
type nodeRelation struct {
	ID     string
	From   string
	Before string // the part of the verb before To
	To     string
	After  string // the part of the verb after To
	Lang   string // of the sentence, if it differs from the page's
	Own    bool   // this node comes first
	Other  string // id of the node at the other end
	Marks  []string
}

type eventLink struct {
	link
	Role *name // nil if none is given
	Date *date
}

func (x entryBuilder) nodeGroups() []nodeGroup {
	var groups []nodeGroup
	for _, k := range x.terms.NodeKinds() {
		g := nodeGroup{Kind: k}
		for _, n := range x.Nodes {
			if n.Kind == k {
				g.Nodes = append(g.Nodes, x.nodeEntry(n))
			}
		}
		if g.Nodes != nil {
			groups = append(groups, g)
		}
	}
	return groups
}

func (x entryBuilder) nodeEntry(n network.Node) nodeEntry {
	e := nodeEntry{
		Node: n, Title: x.nodeLink(n.ID), KindLabel: x.words.of("kind", string(n.Kind)), Root: x.nodeLink(x.Root),
		Sites: sameSites(n.Same), Details: disputes{x.index}.facts(n.Facts), Quotes: x.quotes(n.Cited()), Documents: len(x.relations[n.ID]),
	}
	for _, c := range x.chains[n.ID] {
		e.Chains = append(e.Chains, x.chainSteps(c))
	}
	original := valueOf(x.originals.Nodes, n.ID).Label
	if original != e.Title.Text {
		e.Names = append(e.Names, name{x.original.Lang, original})
	}
	for _, lang := range slices.Sorted(maps.Keys(n.Names)) {
		if text := n.Names[lang]; text != e.Title.Text && lang != x.original.Lang {
			e.Names = append(e.Names, name{lang, text})
		}
	}
	others := valueOf(x.originals.Nodes, n.ID).Aliases
	for i, text := range n.Aliases {
		lang := ""
		if i >= len(n.Aliases)-len(others) { // those of a translation come first
			lang = x.words.foreign(x.original.Lang)
		}
		e.Aliases = append(e.Aliases, name{lang, text})
	}
	for _, f := range x.terms.Families() {
		g := nodeRelationGroup{Family: f}
		for _, r := range x.relations[n.ID] {
			if x.terms.Family(r.Kind) == f {
				g.Relations = append(g.Relations, x.nodeRelation(r, n.ID))
			}
		}
		if g.Relations != nil {
			e.Relations = append(e.Relations, g)
		}
	}
	for _, ev := range x.events[n.ID] {
		l := eventLink{link: x.ours(ev.ID, "label", ev.Label), Date: x.words.happened(&ev)}
		for i, p := range ev.Participants {
			if p.Node == n.ID {
				l.Role = x.role(&ev, i)
			}
		}
		e.Events = append(e.Events, l)
	}
	return e
}

func (x entryBuilder) nodeRelation(r network.Relation, node string) nodeRelation {
	s := x.sentenceOf(r)
	other := r.From
	if other == node {
		other = r.To
	}
	return nodeRelation{
		ID: r.ID, From: s.From, Before: s.Before, To: s.To, After: s.After, Lang: s.Lang,
		Own: r.From == node, Other: other, Marks: x.marks(r),
	}
}

// marks returns a few words on how firm a relation is, and on when it held.
func (x *index) marks(r network.Relation) []string {
	var marks []string
	if m := x.words.mark(r.Status); m != "" {
		marks = append(marks, m)
	}
	if r.Open && r.Status != network.Ambiguous {
		marks = append(marks, x.words.mark(network.Ambiguous))
	}
	if r.Past {
		marks = append(marks, x.words.Say("mark.past"))
	}
	return append(marks, disputes{x}.disputed(&r)...)
}
