package web

import (
	"unicode"
	"unicode/utf8"

	"proxynet/network"
)

// index finds what belongs together in a network. Lists keep the network's
// order.
type index struct {
	*network.Network
	source    map[string]network.Source
	speaker   map[string]network.Speaker
	passage   map[string]network.Passage
	node      map[string]network.Node
	relation  map[string]network.Relation
	chains    map[string][]network.Chain    // of command, from the root, by node
	relations map[string][]network.Relation // by the node at either end
	events    map[string][]network.Event    // by participant
	said      map[string][]network.Passage  // by speaker, or by the speaker through whom it came
	cites     map[string][]link             // by passage: the entries that rest on it
}

func newIndex(n *network.Network) (*index, error) {
	chains, err := findChains(n)
	if err != nil {
		return nil, err
	}
	x := &index{
		Network:   n,
		source:    map[string]network.Source{},
		speaker:   map[string]network.Speaker{},
		passage:   map[string]network.Passage{},
		node:      map[string]network.Node{},
		relation:  map[string]network.Relation{},
		chains:    chains,
		relations: map[string][]network.Relation{},
		events:    map[string][]network.Event{},
		said:      map[string][]network.Passage{},
		cites:     map[string][]link{},
	}
	for _, s := range n.Sources {
		x.source[s.ID] = s
	}
	for _, s := range n.Speakers {
		x.speaker[s.ID] = s
		x.cite(s.Passages, link{s.ID, s.Label})
	}
	for _, p := range n.Passages {
		x.passage[p.ID] = p
		x.said[p.Speaker] = append(x.said[p.Speaker], p)
		if p.Via != "" && p.Via != p.Speaker {
			x.said[p.Via] = append(x.said[p.Via], p)
		}
	}
	for _, o := range n.Nodes {
		x.node[o.ID] = o
		x.cite(o.Passages, link{o.ID, o.Label})
	}
	for _, r := range n.Relations {
		x.relation[r.ID] = r
		x.relations[r.From] = append(x.relations[r.From], r)
		if r.To != r.From {
			x.relations[r.To] = append(x.relations[r.To], r)
		}
		x.cite(r.Passages, link{r.ID, x.sentence(r)})
	}
	for _, e := range n.Events {
		seen := map[string]bool{}
		for _, p := range e.Participants {
			if !seen[p.Node] {
				seen[p.Node] = true
				x.events[p.Node] = append(x.events[p.Node], e)
			}
		}
		x.cite(e.Passages, link{e.ID, e.Label})
	}
	return x, nil
}

func (x *index) cite(passages []string, by link) {
	for _, id := range passages {
		x.cites[id] = append(x.cites[id], by)
	}
}

// sentence reads a relation aloud.
func (x *index) sentence(r network.Relation) string {
	before, after := r.Around()
	return opening(x.phrase(r.From)) + " " + before + x.phrase(r.To) + after
}

// phrase is a node's label as it stands inside a sentence.
func (x *index) phrase(id string) string {
	if n := x.node[id]; n.Phrase != "" {
		return n.Phrase
	}
	return x.node[id].Label
}

// opening is a phrase as it begins a sentence.
func opening(phrase string) string {
	first, size := utf8.DecodeRuneInString(phrase)
	return string(unicode.ToTitle(first)) + phrase[size:]
}

// link is a way to an entry.
type link struct{ ID, Text string }

func (x *index) nodeLink(id string) link    { return link{id, x.node[id].Label} }
func (x *index) speakerLink(id string) link { return link{id, x.speaker[id].Label} }
