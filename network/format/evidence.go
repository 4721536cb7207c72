package format

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/file"
)

// evidence gathers the sources, speakers and passages that a file carries: at
// the graph, and whole at nodes and relations.
type evidence struct {
	sources  []network.Source
	speakers []network.Speaker
	known    map[string]bool // ids of the above and of kept passages
	kept     []network.Passage
	events   []network.Event
	story    []network.StoryStep
	said     []network.Passage // passages at the graph
	used     map[string]bool   // ids of passages that something rests on
}

func newEvidence() *evidence { return &evidence{known: map[string]bool{}, used: map[string]bool{}} }

// decode reads an attribute that holds JSON, and takes it away if it is what it
// must be, and nothing more.
func (as *Attributes) decode(name string, into any) bool {
	at := as.find(name)
	if at < 0 || !strict((*as)[at].Value.Text, into) {
		return false
	}
	as.take(name)
	return true
}

// strict reads JSON without fields that are unknown, and reports whether it could.
func strict(text string, into any) bool {
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	return d.Decode(into) == nil && !d.More()
}

// own reads what stands at the graph.
func (ev *evidence) own(as *Attributes) {
	var sources []network.Source
	var speakers []network.Speaker
	as.decode(attrSources, &sources)
	as.decode(attrSpeakers, &speakers)
	as.decode(attrPassages, &ev.said)
	as.decode(attrEvents, &ev.events)
	as.decode(attrStory, &ev.story)
	for _, s := range sources {
		ev.source(&s)
	}
	for _, s := range speakers {
		ev.speaker(&s)
	}
	for _, p := range ev.said {
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

// passages takes the passages of a node or a relation, and returns their ids.
// An attribute of that name that holds anything else stays.
func (ev *evidence) passages(as *Attributes) []string {
	var list []wholePassage
	if !as.holds(attrPassages, &list) || !sound(list) {
		return nil
	}
	as.take(attrPassages)
	return ev.keepAll(list)
}

// sound reports whether passages have all that a passage must have.
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

// finish puts into a network what its nodes, relations and events rest on.
func (im *importer) finish(n *network.Network) {
	ids := map[string]bool{}
	for _, p := range im.kept {
		ids[p.ID] = true
	}
	there := func(list []string) []string {
		var out []string
		for _, id := range list {
			if ids[id] {
				out = append(out, id)
				im.used[id] = true
			} else {
				im.losses.add(1, "references to passages that the file lacks, left out", show(id))
			}
		}
		return out
	}
	for _, e := range im.events {
		e.Passages = there(e.Passages)
		e.Date = im.redate(e.Date)
		if e.Participants == nil {
			e.Participants = []network.Participant{}
		}
		n.Events = append(n.Events, e)
	}
	for _, s := range im.story {
		s.Passages = there(s.Passages)
		n.Story = append(n.Story, s)
	}
	for _, s := range im.speakers {
		s.Passages = there(s.Passages)
		n.Speakers = append(n.Speakers, s)
	}
	for _, s := range im.sources {
		s.Date = im.redate(s.Date)
		n.Sources = append(n.Sources, s)
	}
	for _, p := range im.kept {
		if im.used[p.ID] {
			n.Passages = append(n.Passages, p)
		} else {
			im.losses.add(1, "passages that nothing rests on, left out", p.ID)
		}
	}
}

// redate works a date out again.
func (im *importer) redate(d *network.Date) *network.Date {
	if d == nil {
		return nil
	}
	return im.date(*d)
}

// prove checks a network that carries evidence by the rules of the author's
// file. A network without any has nothing that could break them.
func (im *importer) prove() error {
	n := im.network
	if len(n.Sources)+len(n.Speakers)+len(n.Passages)+len(n.Events)+len(n.Story) == 0 && n.Vocabulary == nil {
		return nil
	}
	d, err := file.Read(im.name, file.Encode(n))
	var faults file.Faults
	if errors.As(err, &faults) {
		for i := range faults {
			// The lines are those of the network's file, which isn't there yet.
			faults[i] = im.relocate(faults[i])
		}
		return faults
	}
	if err == nil {
		im.network = d.Network
	}
	return err
}
