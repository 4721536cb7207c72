package file

import (
	"proxynet/network"
	"proxynet/network/message"
)

// network reads the whole file. Ids are declared before anything else is read, so that
// records may name each other in any order; then passages come before the claims that
// cite them.
func (r *reading) network(data []byte) *network.Network {
	top := r.parse(data)
	if top == nil || !top.format() {
		return nil
	}
	n := &network.Network{Format: network.FormatVersion}
	n.ID = top.readID()
	n.Title = top.needWords("title")
	n.Summary = top.wordsLater("summary")
	n.Headline = top.short("headline", maxHeadline)
	n.Caption = top.short("lead-caption", maxCaption)
	n.Lang = sourceReader{top}.lang()
	n.Vocabulary = termReader{top}.vocabulary(n.Lang)
	r.terms = n.Terms()
	r.writtenIn = n.Lang
	n.Unsourced = top.flag("unsourced", false)
	if r.unsourced = n.Unsourced; r.unsourced {
		r.unsourcedAt = top.at("unsourced")
	}

	all := []section{sources, speakers, passages, nodes, relations, events, steps}
	total := 0
	for _, s := range all {
		if list := top.fields[s.field()]; list != nil {
			total += len(list.Content)
		}
	}
	if total > maxRecords {
		r.report(0, "", message.New("it has more than %d records", maxRecords), message.New("make it shorter: a network that a reader can take in is far smaller"))
		return nil
	}
	records := make(map[section][]*record)
	for _, s := range all {
		records[s] = r.records(top, s)
	}
	for _, s := range []section{sources, speakers, passages, nodes} {
		if !top.has(s.field()) && !(r.unsourced && s != nodes) {
			top.lacks(s.field())
		}
	}
	if r.unsourced || !r.terms.Chains() {
		n.Root = top.ref("root", nodes)
	} else {
		n.Root = top.refLater("root", nodes)
	}
	n.Lead = top.refs("lead", relations)
	r.accepted = top.accept()
	top.done()

	n.Sources = each(records[sources], func(rec *record) network.Source { return sourceReader{rec}.source() })
	n.Speakers = each(records[speakers], func(rec *record) network.Speaker { return speakerReader{rec}.speaker() })
	n.Passages = each(records[passages], func(rec *record) network.Passage { return passageReader{rec}.passage(n) })
	n.Nodes = each(records[nodes], func(rec *record) network.Node { return nodeReader{rec}.node() })
	n.Relations = each(records[relations], func(rec *record) network.Relation { return relationReader{rec}.relation() })
	n.Events = each(records[events], func(rec *record) network.Event { return eventReader{rec}.event() })
	if len(records[steps]) > 0 {
		n.Story = each(records[steps], func(rec *record) network.StoryStep { return stepReader{rec}.step(n) })
	}
	r.unused(records[passages])
	return n
}

// each reads every record and reports its unknown fields.
func each[T any](records []*record, read func(*record) T) []T {
	out := make([]T, 0, len(records)) // never nil: in JSON an empty list is [], not null
	for _, rec := range records {
		if rec.full() {
			break
		}
		out = append(out, read(rec))
		rec.done()
	}
	return out
}

// format reports whether the file is in the format that this program reads. A file in
// another format gets no other diagnostics, since its fields may mean anything.
func (r *record) format() bool {
	if !r.has("format") {
		r.report(r.line, "", message.New(`it has no "format"`), message.New("add “format: %d” if it was written for this version", network.FormatVersion))
		return false
	}
	version := r.count("format")
	if version == network.FormatVersion {
		return true
	}
	if version > 0 {
		r.report(r.at("format"), "", message.New("it is in format %d, and this program reads formats up to %d", version, network.FormatVersion), message.New("update the program: every version reads the files of all before it"))
	}
	return false
}

// unused reports the passages that no record cites.
func (r *reading) unused(records []*record) {
	for _, rec := range records {
		if rec.id != "" && !r.used[rec.id] {
			r.unfinished(rec.line, rec.id, NothingRests, message.New("name it where it belongs, or take it out"))
		}
	}
}

// NothingRests is the problem of a passage that no record cites.
var NothingRests = message.New("no claim cites this passage")
