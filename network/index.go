package network

import "cmp"

// Index finds the records of a network by their ids. Later changes of the lists of a
// network are not seen; changes of a record are.
type Index struct {
	Sources   map[string]*Source
	Speakers  map[string]*Speaker
	Passages  map[string]*Passage
	Nodes     map[string]*Node
	Relations map[string]*Relation
	Events    map[string]*Event
	Steps     map[string]*StoryStep
}

// NewIndex returns the index of n.
func NewIndex(n *Network) *Index {
	return &Index{
		Sources:   byID(n.Sources, func(s *Source) string { return s.ID }),
		Speakers:  byID(n.Speakers, func(s *Speaker) string { return s.ID }),
		Passages:  byID(n.Passages, func(p *Passage) string { return p.ID }),
		Nodes:     byID(n.Nodes, func(o *Node) string { return o.ID }),
		Relations: byID(n.Relations, func(r *Relation) string { return r.ID }),
		Events:    byID(n.Events, func(e *Event) string { return e.ID }),
		Steps:     byID(n.Story, func(s *StoryStep) string { return s.ID }),
	}
}

// byID returns pointers to the elements of list by their ids.
func byID[T any](list []T, id func(*T) string) map[string]*T {
	index := make(map[string]*T, len(list))
	for i := range list {
		index[id(&list[i])] = &list[i]
	}
	return index
}

// Phrase returns the label of a node for use inside a sentence; the id if there is no
// such node.
func (x *Index) Phrase(id string) string {
	if o := x.Nodes[id]; o != nil {
		return cmp.Or(o.Phrase, o.Label)
	}
	return id
}

// Sentence returns r as a sentence, without a full stop.
func (x *Index) Sentence(r *Relation) string {
	before, after := r.Around()
	return x.Phrase(r.From) + " " + before + x.Phrase(r.To) + after
}
