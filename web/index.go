package web

import (
	"unicode"
	"unicode/utf8"

	"proxynet/network"
)

// index finds the records of a network by id, and those that refer to them. Lists keep
// the network's order.
type index struct {
	*network.Network // in the page's language, as far as it is translated
	original         *network.Network
	words            words
	terms            *network.Terms
	records          *network.Index
	originals        *network.Index // of the original
	backingOf        func(*network.Relation) network.Backing
	chains           map[string][]network.Chain    // from the root, by node
	relations        map[string][]network.Relation // by the node at either end
	events           map[string][]network.Event    // by participant
	passagesBy       map[string][]network.Passage  // by speaker, or by the speaker through whom it came
	cites            map[string][]link             // by passage: the entries that rest on it
	dated            bool                          // some relation has a period
}

// newIndex returns the index of a network in the language of w, given the network
// that it is a translation of, or itself.
func newIndex(original *network.Network, w words) (*index, error) {
	n := w.network
	chains, err := findChains(n)
	if err != nil {
		return nil, err
	}
	x := &index{
		Network:    n,
		original:   original,
		words:      w,
		terms:      n.Terms(),
		records:    network.NewIndex(n),
		originals:  network.NewIndex(original),
		backingOf:  n.Backings(),
		chains:     chains,
		relations:  map[string][]network.Relation{},
		events:     map[string][]network.Event{},
		passagesBy: map[string][]network.Passage{},
		cites:      map[string][]link{},
	}
	for _, s := range n.Speakers {
		x.cite(s.Passages, x.ours(s.ID, "label", s.Label))
	}
	for _, p := range n.Passages {
		x.passagesBy[p.Speaker] = append(x.passagesBy[p.Speaker], p)
		if p.Via != "" && p.Via != p.Speaker {
			x.passagesBy[p.Via] = append(x.passagesBy[p.Via], p)
		}
	}
	for _, o := range n.Nodes {
		x.cite(o.Cited(), x.nodeLink(o.ID))
	}
	for _, r := range n.Relations {
		x.dated = x.dated || r.Period != nil && !n.Unsourced
		x.relations[r.From] = append(x.relations[r.From], r)
		if r.To != r.From {
			x.relations[r.To] = append(x.relations[r.To], r)
		}
		x.cite(r.Cited(), x.sentenceLink(r))
	}
	for _, e := range n.Events {
		seen := map[string]bool{}
		for _, p := range e.Participants {
			if !seen[p.Node] {
				seen[p.Node] = true
				x.events[p.Node] = append(x.events[p.Node], e)
			}
		}
		x.cite(e.Passages, x.ours(e.ID, "label", e.Label))
	}
	return x, nil
}

func (x *index) source(id string) network.Source     { return valueOf(x.records.Sources, id) }
func (x *index) speaker(id string) network.Speaker   { return valueOf(x.records.Speakers, id) }
func (x *index) passage(id string) network.Passage   { return valueOf(x.records.Passages, id) }
func (x *index) node(id string) network.Node         { return valueOf(x.records.Nodes, id) }
func (x *index) relation(id string) network.Relation { return valueOf(x.records.Relations, id) }

// valueOf returns the record with an id, or the zero record if there is none.
func valueOf[T any](records map[string]*T, id string) (record T) {
	if r := records[id]; r != nil {
		record = *r
	}
	return record
}

func (x *index) cite(passages []string, by link) {
	for _, id := range passages {
		x.cites[id] = append(x.cites[id], by)
	}
}

// sentence is a relation in one language, in which it reads as a sentence.
type sentence struct {
	From, Before, To, After string
	Lang                    string // "" is the page's
}

func (s sentence) text() string { return s.From + " " + s.Before + s.To + s.After }

// sentenceOf returns a relation as a sentence: in the page's language if its verb and
// both names are translated, otherwise in the original's.
func (x *index) sentenceOf(r network.Relation) sentence {
	in, lang := x.Network, x.words.in(r.ID, "verb")
	if lang != "" || x.words.in(r.From, "label") != "" || x.words.in(r.To, "label") != "" {
		in, lang = x.original, x.words.foreign(x.original.Lang)
	}
	if in != x.Network {
		r.Verb = valueOf(x.originals.Relations, r.ID).Verb
	}
	before, after := r.Around()
	return sentence{opening(x.phrase(in, r.From)), before, x.phrase(in, r.To), after, lang}
}

func (x *index) sentenceLink(r network.Relation) link {
	s := x.sentenceOf(r)
	return link{r.ID, s.text(), s.Lang}
}

// phrase returns a node's label for use inside a sentence.
func (x *index) phrase(in *network.Network, id string) string {
	if in == x.original {
		return x.originals.Phrase(id)
	}
	return x.records.Phrase(id)
}

// opening returns a phrase as the beginning of a sentence.
func opening(phrase string) string {
	first, size := utf8.DecodeRuneInString(phrase)
	return string(unicode.ToTitle(first)) + phrase[size:]
}

// link is a link to an entry. Lang is the language of its text if it differs from the
// page's.
type link struct{ ID, Text, Lang string }

// ours returns a link with a field of an entry as its text.
func (x *index) ours(id, field, text string) link { return link{id, text, x.words.in(id, field)} }

// nodeLink returns a link with the node's name in the page's language, if it has one.
func (x *index) nodeLink(id string) link {
	if own := x.node(id).Names[x.words.Tag]; own != "" && x.words.in(id, "label") != "" {
		return link{id, own, ""}
	}
	return x.ours(id, "label", x.node(id).Label)
}

func (x *index) speakerLink(id string) link { return x.ours(id, "label", x.speaker(id).Label) }
