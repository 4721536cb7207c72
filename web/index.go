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
	words     words
	terms     *network.Terms
	source    map[string]network.Source
	speaker   map[string]network.Speaker
	passage   map[string]network.Passage
	node      map[string]network.Node
	relation  map[string]network.Relation
	chains    map[string][]network.Chain    // from the root, by node
	relations map[string][]network.Relation // by the node at either end
	events    map[string][]network.Event    // by participant
	said      map[string][]network.Passage  // by speaker, or by the speaker through whom it came
	cites     map[string][]link             // by passage: the entries that rest on it
	dated     bool                          // some relation has a period
}

func newIndex(n *network.Network, w words) (*index, error) {
	chains, err := findChains(n)
	if err != nil {
		return nil, err
	}
	x := &index{
		Network:   n,
		words:     w,
		terms:     n.Terms(),
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
		x.cite(s.Passages, x.ours(s.ID, s.Label))
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
		x.cite(o.Cited(), x.nodeLink(o.ID))
	}
	for _, r := range n.Relations {
		x.relation[r.ID] = r
		x.dated = x.dated || r.Period != nil && !n.Unsourced
		x.relations[r.From] = append(x.relations[r.From], r)
		if r.To != r.From {
			x.relations[r.To] = append(x.relations[r.To], r)
		}
		x.cite(r.Cited(), x.ours(r.ID, x.sentence(r)))
	}
	for _, e := range n.Events {
		seen := map[string]bool{}
		for _, p := range e.Participants {
			if !seen[p.Node] {
				seen[p.Node] = true
				x.events[p.Node] = append(x.events[p.Node], e)
			}
		}
		x.cite(e.Passages, x.ours(e.ID, e.Label))
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

// link is a way to an entry. Lang is that of its text where the page has
// another.
type link struct{ ID, Text, Lang string }

// ours is a link whose text is in the network's language.
func (x *index) ours(id, text string) link { return link{id, text, x.words.foreign()} }

// nodeLink has the node's name in the page's language, where it has one.
func (x *index) nodeLink(id string) link {
	if own := x.node[id].Names[x.words.Tag]; own != "" {
		return link{id, own, ""}
	}
	return x.ours(id, x.node[id].Label)
}

func (x *index) speakerLink(id string) link { return x.ours(id, x.speaker[id].Label) }
