package web

import "proxynet/network"

// evidence is the data of all entries of a page.
type evidence struct {
	Network    *network.Network
	Origins    []origin
	Kinds      []nodeGroup
	Families   []relationGroup
	Events     []eventEntry
	Story      []stepEntry
	Timeline   *timeline
	Speakers   []speakerEntry
	Paragraphs []paragraph
	Legend     legendData
	Chains     bool // questions about chains are offered
}

// origin is a source with its date in words.
type origin struct {
	network.Source
	Date *date
}

// entryBuilder makes the entries of a page, one for each node, relation, event,
// speaker, paragraph and step.
type entryBuilder struct{ *index }

// newEvidence returns the evidence of a network in the language of w, given the network
// that it translates, or itself.
func newEvidence(original *network.Network, w words) (*evidence, error) {
	n := w.network
	x, err := newIndex(original, w)
	if err != nil {
		return nil, err
	}
	all := entryBuilder{x}
	e := &evidence{
		Network: n,
		Kinds:   all.nodeGroups(), Families: all.relationGroups(), Events: all.eventEntries(),
		Speakers: all.speakerEntries(), Paragraphs: all.paragraphs(), Legend: legendBuilder{x}.legend(), Chains: x.terms.Chains(),
	}
	if e.Story, err = all.steps(); err != nil {
		return nil, err
	}
	e.Timeline = timelineBuilder{x}.timeline(e.Events)
	for _, s := range n.Sources {
		e.Origins = append(e.Origins, origin{s, w.published(&s)})
	}
	return e, nil
}
