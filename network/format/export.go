package format

import (
	"proxynet/network"
)

// Names of attributes that carry what the model has and formats have no field
// for.
const (
	attrID        = "id"
	attrTitle     = "title"
	attrSummary   = "summary"
	attrLang      = "lang"
	attrUnsourced = "unsourced"
	attrSources   = "sources"
	attrSpeakers  = "speakers"
	attrPassages  = "passages"
	attrEvents    = "events"
	attrStory     = "story"
	attrHeadline  = "headline"
	attrCaption   = "lead-caption"

	attrVocabulary = "vocabulary"

	attrRoot    = "root" // of the node at which chains of command begin
	attrKind    = "kind"
	attrPhrase  = "phrase"
	attrAliases = "aliases"
	attrNames   = "names"
	attrSame    = "same"

	attrLead           = "lead" // of a relation: its place among those that the picture leads with, from 1
	attrDirected       = "directed"
	attrStatus         = "status"
	attrPeriod         = "period"
	attrPeriodMeans    = "period-means" // what the period claims, see [network.Meaning]
	attrPeriodWords    = "period-words"
	attrPeriodResolved = "period-resolved"
	attrPeriodNote     = "period-note"
	attrPast           = "past"
	attrOpen           = "open"
	attrInference      = "inference"
	attrNote           = "note"
	attrAgainst        = "against"
	attrLegal          = "legal"
	attrFacts          = "facts" // of a node too
)

// Names of attributes that readers give to what formats have fields for.
const (
	attrSpan   = "span"   // of an edge: the time for which it is there, in EDTF
	attrTimes  = "times"  // when a node or an edge is there, in words
	attrParent = "parent" // of a node: the id of the node that it is in
)

// creator is what we write as the program that made a file.
const creator = "proxynet"

// toGraph returns a network as a graph. A node and a relation carry their
// passages with all that is known of them, so that whoever reads a row of a
// table reads who says so, and where.
func toGraph(n *network.Network, o ExportOptions) *Graph {
	g := &Graph{Directed: true}
	as := &g.Attributes
	as.add(attrID, text(n.ID))
	as.add(attrTitle, text(n.Title))
	as.add(attrSummary, text(n.Summary))
	as.add(attrHeadline, text(n.Headline))
	as.add(attrCaption, text(n.Caption))
	as.add(attrLang, text(n.Lang))
	as.flag(attrUnsourced, n.Unsourced)
	as.data(attrSources, n.Sources, len(n.Sources))
	as.data(attrSpeakers, n.Speakers, len(n.Speakers))
	as.data(attrPassages, n.Passages, len(n.Passages))
	as.data(attrEvents, n.Events, len(n.Events))
	as.data(attrStory, n.Story, len(n.Story))
	if n.Vocabulary != nil {
		as.data(attrVocabulary, n.Vocabulary, 1)
	}

	whole := newWhole(n)
	lead := make(map[string]int)
	for i, id := range n.Lead {
		lead[id] = i + 1
	}
	for i := range n.Nodes {
		o := &n.Nodes[i]
		node := Node{ID: o.ID, Label: o.Label}
		as := &node.Attributes
		as.add(attrKind, text(string(o.Kind)))
		as.add(attrSummary, text(o.Summary))
		as.add(attrPhrase, text(o.Phrase))
		as.data(attrAliases, o.Aliases, len(o.Aliases))
		as.data(attrNames, o.Names, len(o.Names))
		as.data(attrSame, o.Same, len(o.Same))
		as.flag(attrRoot, o.ID == n.Root)
		as.data(attrPassages, whole.passages(o.Passages), len(o.Passages))
		as.data(attrFacts, whole.facts(o.Facts), len(o.Facts))
		g.Nodes = append(g.Nodes, node)
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		edge := Edge{ID: r.ID, From: r.From, To: r.To, Directed: r.Directed, Label: r.Verb}
		as := &edge.Attributes
		as.add(attrKind, text(string(r.Kind)))
		if o.Directed && !r.Directed {
			edge.Directed = true
			as.add(attrDirected, truth(false))
		}
		as.add(attrStatus, text(string(r.Status)))
		if d := r.Period; d != nil {
			as.add(attrPeriod, text(d.EDTF))
			as.add(attrPeriodMeans, text(string(d.Means)))
			as.add(attrPeriodWords, text(d.Words))
			as.flag(attrPeriodResolved, d.Resolved)
			as.add(attrPeriodNote, text(d.Note))
		}
		as.flag(attrPast, r.Past)
		as.flag(attrOpen, r.Open)
		as.add(attrInference, text(r.Inference))
		as.add(attrNote, text(r.Note))
		if at := lead[r.ID]; at > 0 {
			as.add(attrLead, number(at))
		}
		as.data(attrPassages, whole.passages(r.Passages), len(r.Passages))
		as.data(attrAgainst, whole.against(r.Against), len(r.Against))
		as.data(attrLegal, whole.legal(r.Legal), len(r.Legal))
		as.data(attrFacts, whole.facts(r.Facts), len(r.Facts))
		g.Edges = append(g.Edges, edge)
	}
	return g
}

// flag adds an attribute that is true.
func (as *Attributes) flag(name string, value bool) {
	if value {
		as.add(name, truth(true))
	}
}

// data adds an attribute that holds so many things.
func (as *Attributes) data(name string, v any, count int) {
	if count > 0 {
		as.add(name, object(jsonText(v)))
	}
}

// wholePassage is a passage with its source and speakers, as a node or a
// relation carries it.
type wholePassage struct {
	ID        string           `json:"id"`
	Source    *network.Source  `json:"source"`
	Paragraph int              `json:"paragraph"`
	Exact     string           `json:"exact"`
	Prefix    string           `json:"prefix,omitempty"`
	Suffix    string           `json:"suffix,omitempty"`
	Start     *int             `json:"start,omitempty"`
	Speaker   *network.Speaker `json:"speaker"`
	Manner    network.Manner   `json:"manner"`
	Via       *network.Speaker `json:"via,omitempty"`
}

// whole finds what passages name.
type whole struct {
	byID     map[string]*network.Passage
	sources  map[string]*network.Source
	speakers map[string]*network.Speaker
}

func newWhole(n *network.Network) *whole {
	w := &whole{map[string]*network.Passage{}, map[string]*network.Source{}, map[string]*network.Speaker{}}
	for i := range n.Passages {
		w.byID[n.Passages[i].ID] = &n.Passages[i]
	}
	for i := range n.Sources {
		w.sources[n.Sources[i].ID] = &n.Sources[i]
	}
	for i := range n.Speakers {
		w.speakers[n.Speakers[i].ID] = &n.Speakers[i]
	}
	return w
}

func (w *whole) passages(ids []string) []wholePassage {
	out := make([]wholePassage, 0, len(ids))
	for _, id := range ids {
		p := w.byID[id]
		if p == nil {
			continue
		}
		all := wholePassage{
			ID: p.ID, Source: w.sources[p.Source], Paragraph: p.Paragraph,
			Exact: p.Selector.Exact, Prefix: p.Selector.Prefix, Suffix: p.Selector.Suffix,
			Speaker: w.speakers[p.Speaker], Manner: p.Manner, Via: w.speakers[p.Via],
		}
		if p.Position != nil {
			all.Start = &p.Position.Start
		}
		out = append(out, all)
	}
	return out
}

// lossHeadline is what a network says of its picture.
const lossHeadline = "the headline and the picture’s caption, left out"

// unheld counts what a format without attributes of the graph itself leaves
// out of a network.
func unheld(n *network.Network, losses *Losses) {
	carried, speakers, sources := map[string]bool{}, map[string]bool{}, map[string]bool{}
	byID := newWhole(n).byID
	carry := func(ids []string) {
		for _, id := range ids {
			if p := byID[id]; p != nil {
				carried[id], sources[p.Source], speakers[p.Speaker], speakers[p.Via] = true, true, true, true
			}
		}
	}
	for i := range n.Nodes {
		carry(n.Nodes[i].Cited())
	}
	for i := range n.Relations {
		carry(n.Relations[i].Cited())
		for _, d := range n.Relations[i].Against {
			speakers[d.Speaker] = true
		}
	}
	if n.Unsourced && len(n.Sources)*len(n.Speakers) > 0 && n.Root != "" && !bare(n.Nodes, n.Relations, nil) {
		losses.add(1, "the mark of an unsourced network, left out", "")
	}
	if n.Headline != "" || n.Caption != "" {
		losses.add(1, lossHeadline, "")
	}
	unheldVocabulary(n, losses)
	losses.add(len(n.Events), "events, left out", "")
	losses.add(len(n.Story), "steps of the story, left out", "")
	for i := range n.Passages {
		if p := &n.Passages[i]; !carried[p.ID] {
			losses.add(1, "passages on which neither nodes nor relations rest, left out", p.ID)
		}
	}
	for i := range n.Speakers {
		if s := &n.Speakers[i]; !speakers[s.ID] {
			losses.add(1, "speakers whose words no node and no relation rests on, left out", s.ID)
		}
	}
	for i := range n.Sources {
		if s := &n.Sources[i]; !sources[s.ID] {
			losses.add(1, "sources that no node and no relation rests on, left out", s.ID)
		}
	}
}
