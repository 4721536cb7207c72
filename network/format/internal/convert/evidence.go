package convert

import (
	"slices"

	"proxynet/network"
	"proxynet/network/format/internal/graph"
)

// evidence collects the sources, speakers and passages in a file: in attributes of the
// graph, and complete in attributes of nodes and relations.
type evidence struct {
	texts
	sources  []network.Source
	speakers []network.Speaker
	known    map[string]bool // ids of the above and of kept passages
	kept     []network.Passage
	events   []network.Event
	story    []network.StoryStep
	atGraph  []network.Passage // passages in attributes of the graph
	used     map[string]bool   // ids of passages that a record cites
}

func newEvidence(t texts) *evidence {
	return &evidence{texts: t, known: map[string]bool{}, used: map[string]bool{}}
}

// own reads the evidence in attributes of the graph.
func (ev *evidence) own(as *graph.Attributes) {
	var sources []network.Source
	var speakers []network.Speaker
	as.Decode(graph.AttrSources, &sources)
	as.Decode(graph.AttrSpeakers, &speakers)
	as.Decode(graph.AttrPassages, &ev.atGraph)
	as.Decode(graph.AttrEvents, &ev.events)
	as.Decode(graph.AttrStory, &ev.story)
	for _, s := range sources {
		ev.source(&s)
	}
	for _, s := range speakers {
		ev.speaker(&s)
	}
	for _, p := range ev.atGraph {
		ev.keep(p)
	}
}

func (ev *evidence) source(s *network.Source) {
	if s.ID != "" && !ev.known[s.ID] {
		ev.known[s.ID] = true
		ev.sources = append(ev.sources, *s)
	}
}

func (ev *evidence) speaker(s *network.Speaker) {
	if s.ID != "" && !ev.known[s.ID] {
		ev.known[s.ID] = true
		ev.speakers = append(ev.speakers, *s)
	}
}

func (ev *evidence) keep(p network.Passage) {
	if p.ID != "" && !ev.known[p.ID] {
		ev.known[p.ID] = true
		ev.kept = append(ev.kept, p)
	}
}

// passages removes the passages of a node or a relation and returns their ids. An
// attribute of that name with other content stays.
func (ev *evidence) passages(as *graph.Attributes) []string {
	var list []wholePassage
	if !as.Holds(graph.AttrPassages, &list) || !sound(list) {
		return nil
	}
	as.Take(graph.AttrPassages)
	return ev.keepAll(list)
}

// sound reports whether passages have all required fields.
func sound(list []wholePassage) bool {
	return !slices.ContainsFunc(list, func(w wholePassage) bool {
		return w.ID == "" || w.Exact == "" || w.Source == nil || w.Speaker == nil
	})
}

// keepAll keeps passages with their sources and speakers, and returns their ids.
func (ev *evidence) keepAll(list []wholePassage) []string {
	var out []string
	for _, w := range list {
		ev.source(w.Source)
		ev.speaker(w.Speaker)
		p := network.Passage{
			ID: w.ID, Source: w.Source.ID, Paragraph: w.Paragraph, Speaker: w.Speaker.ID, Manner: w.Manner,
			Selector: network.QuoteSelector{Exact: w.Exact, Prefix: w.Prefix, Suffix: w.Suffix},
		}
		if w.Via != nil {
			ev.speaker(w.Via)
			p.Via = w.Via.ID
		}
		if w.Start != nil {
			p.Position = &network.Position{Start: *w.Start, End: *w.Start + len([]rune(w.Exact))}
		}
		ev.keep(p)
		if !slices.Contains(out, w.ID) {
			out = append(out, w.ID)
		}
		ev.used[w.ID] = true
	}
	return out
}

// finish adds the cited passages, with their sources and speakers, to a network.
func (ev *evidence) finish(n *network.Network) {
	ids := map[string]bool{}
	for _, p := range ev.kept {
		ids[p.ID] = true
	}
	there := func(list []string) []string {
		var out []string
		for _, id := range list {
			if ids[id] {
				out = append(out, id)
				ev.used[id] = true
			} else {
				ev.losses.Add(1, "references to passages that the file lacks, left out", graph.Show(id))
			}
		}
		return out
	}
	for _, e := range ev.events {
		e.Passages = there(e.Passages)
		e.Date = ev.redate(e.Date)
		if e.Participants == nil {
			e.Participants = []network.Participant{}
		}
		n.Events = append(n.Events, e)
	}
	for _, s := range ev.story {
		s.Passages = there(s.Passages)
		n.Story = append(n.Story, s)
	}
	for _, s := range ev.speakers {
		s.Passages = there(s.Passages)
		n.Speakers = append(n.Speakers, s)
	}
	for _, s := range ev.sources {
		s.Date = ev.redate(s.Date)
		n.Sources = append(n.Sources, s)
	}
	for _, p := range ev.kept {
		if ev.used[p.ID] {
			n.Passages = append(n.Passages, p)
		} else {
			ev.losses.Add(1, "passages that nothing cites, left out", p.ID)
		}
	}
}
