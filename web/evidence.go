package web

import "proxynet/network"

// evidence is the whole network as the page shows it.
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
	Legend     legend
	Chains     bool // questions about chains are offered
}

// origin is a source with its date in words.
type origin struct {
	network.Source
	Date *date
}

// newEvidence returns the evidence of a network in the language of w, given the
// network that it is a translation of, or itself.
func newEvidence(original *network.Network, w words) (*evidence, error) {
	n := w.network
	x, err := newIndex(original, w)
	if err != nil {
		return nil, err
	}
	e := &evidence{
		Network: n,
		Kinds:   x.nodeGroups(), Families: x.relationGroups(), Events: x.eventEntries(),
		Speakers: x.speakerEntries(), Paragraphs: x.paragraphs(), Legend: x.legend(), Chains: x.terms.Chains(),
	}
	if e.Story, err = x.steps(); err != nil {
		return nil, err
	}
	e.Timeline = x.timeline(e.Events)
	for _, s := range n.Sources {
		e.Origins = append(e.Origins, origin{s, w.published(&s)})
	}
	return e, nil
}
