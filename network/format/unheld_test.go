package format_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
)

// without returns a network as it is after a round trip through a format without
// attributes of the graph. The losses must name everything left out.
func without(n *network.Network, form, stem, losses string, t *testing.T) *network.Network {
	t.Helper()
	m := clone(t, n)
	named := func(count int, words string) {
		if count > 0 && !strings.Contains(losses, fmt.Sprintf("%s, left out: %d", words, count)) {
			t.Errorf("%d %s are left out, and nothing says so: %q", count, words, losses)
		}
	}
	m.ID, m.Lang = stem, "en"
	if form == "csv" || form == "xlsx" {
		m.Title = stem
		m.Summary = fmt.Sprintf("Imported from %s: %s and %s.", stem, counted(len(m.Nodes), "node"), counted(len(m.Relations), "relation"))
		named(1, "the network’s id, title, summary and language")
	} else {
		named(1, "the network’s id and language")
	}
	if n.Unsourced && !slices.ContainsFunc(m.Nodes, func(o network.Node) bool { return len(o.Passages) == 0 || o.Summary == "" }) &&
		!slices.ContainsFunc(m.Relations, func(r network.Relation) bool { return len(r.Passages) == 0 }) {
		named(1, "the mark of an unsourced network")
		m.Unsourced = false
	}
	if m.Headline != "" || m.Caption != "" {
		named(1, "the headline and the picture’s caption")
		m.Headline, m.Caption = "", ""
	}
	named(len(m.Events), "events")
	named(len(m.Story), "steps of the story")
	m.Events, m.Story = []network.Event{}, nil

	carried := map[string]bool{}
	for _, o := range m.Nodes {
		for _, p := range o.Cited() {
			carried[p] = true
		}
	}
	for _, r := range m.Relations {
		for _, p := range r.Cited() {
			carried[p] = true
		}
	}
	said, from := map[string]bool{}, map[string]bool{}
	for _, r := range m.Relations {
		for _, d := range r.Against {
			said[d.Speaker] = true
		}
	}
	before := len(m.Passages)
	m.Passages = slices.DeleteFunc(m.Passages, func(p network.Passage) bool { return !carried[p.ID] })
	named(before-len(m.Passages), "passages that no node or relation cites")
	for _, p := range m.Passages {
		said[p.Speaker], said[p.Via], from[p.Source] = true, true, true
	}
	before = len(m.Speakers)
	m.Speakers = slices.DeleteFunc(m.Speakers, func(s network.Speaker) bool { return !said[s.ID] })
	named(before-len(m.Speakers), "speakers that no node or relation cites")
	before = len(m.Sources)
	m.Sources = slices.DeleteFunc(m.Sources, func(s network.Source) bool { return !from[s.ID] })
	named(before-len(m.Sources), "sources that no node or relation cites")
	for i := range m.Speakers {
		s := &m.Speakers[i]
		s.Passages = slices.DeleteFunc(s.Passages, func(id string) bool { return !carried[id] })
		if len(s.Passages) == 0 {
			s.Passages = nil
		}
	}
	return m
}
