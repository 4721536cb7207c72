package convert

import (
	"proxynet/network"
	"proxynet/network/format/internal/graph"
)

// ToGraph returns a network as a graph, with every edge directed if that is asked for.
// A node and a relation carry their passages with speaker and place, so that a row of a
// table contains its evidence.
func ToGraph(n *network.Network, directed bool) *graph.Graph {
	g := &graph.Graph{Directed: true}
	as := &g.Attributes
	as.Add(graph.AttrID, graph.TextOf(n.ID))
	as.Add(graph.AttrTitle, graph.TextOf(n.Title))
	as.Add(graph.AttrSummary, graph.TextOf(n.Summary))
	as.Add(graph.AttrHeadline, graph.TextOf(n.Headline))
	as.Add(graph.AttrCaption, graph.TextOf(n.Caption))
	as.Add(graph.AttrLang, graph.TextOf(n.Lang))
	as.Flag(graph.AttrUnsourced, n.Unsourced)
	as.Data(graph.AttrSources, n.Sources, len(n.Sources))
	as.Data(graph.AttrSpeakers, n.Speakers, len(n.Speakers))
	as.Data(graph.AttrPassages, n.Passages, len(n.Passages))
	as.Data(graph.AttrEvents, n.Events, len(n.Events))
	as.Data(graph.AttrStory, n.Story, len(n.Story))
	if n.Vocabulary != nil {
		as.Data(graph.AttrVocabulary, n.Vocabulary, 1)
	}

	whole := whole{network.NewIndex(n)}
	lead := make(map[string]int)
	for i, id := range n.Lead {
		lead[id] = i + 1
	}
	for i := range n.Nodes {
		o := &n.Nodes[i]
		node := graph.Node{ID: o.ID, Label: o.Label}
		as := &node.Attributes
		as.Add(graph.AttrKind, graph.TextOf(string(o.Kind)))
		as.Add(graph.AttrSummary, graph.TextOf(o.Summary))
		as.Add(graph.AttrPhrase, graph.TextOf(o.Phrase))
		as.Data(graph.AttrAliases, o.Aliases, len(o.Aliases))
		as.Data(graph.AttrNames, o.Names, len(o.Names))
		as.Data(graph.AttrSame, o.Same, len(o.Same))
		as.Flag(graph.AttrRoot, o.ID == n.Root)
		as.Data(graph.AttrPassages, whole.passages(o.Passages), len(o.Passages))
		as.Data(graph.AttrFacts, whole.facts(o.Facts), len(o.Facts))
		g.Nodes = append(g.Nodes, node)
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		edge := graph.Edge{ID: r.ID, From: r.From, To: r.To, Directed: r.Directed, Label: r.Verb}
		as := &edge.Attributes
		as.Add(graph.AttrKind, graph.TextOf(string(r.Kind)))
		if directed && !r.Directed {
			edge.Directed = true
			as.Add(graph.AttrDirected, graph.BooleanOf(false))
		}
		as.Add(graph.AttrStatus, graph.TextOf(string(r.Status)))
		if d := r.Period; d != nil {
			as.Add(graph.AttrPeriod, graph.TextOf(d.EDTF))
			as.Add(graph.AttrPeriodMeans, graph.TextOf(string(d.Means)))
			as.Add(graph.AttrPeriodWords, graph.TextOf(d.Words))
			as.Flag(graph.AttrPeriodResolved, d.Resolved)
			as.Add(graph.AttrPeriodNote, graph.TextOf(d.Note))
		}
		as.Flag(graph.AttrPast, r.Past)
		as.Flag(graph.AttrOpen, r.Open)
		as.Add(graph.AttrInference, graph.TextOf(r.Inference))
		as.Add(graph.AttrNote, graph.TextOf(r.Note))
		if at := lead[r.ID]; at > 0 {
			as.Add(graph.AttrLead, graph.NumberOf(at))
		}
		as.Data(graph.AttrPassages, whole.passages(r.Passages), len(r.Passages))
		as.Data(graph.AttrAgainst, whole.against(r.Against), len(r.Against))
		as.Data(graph.AttrLegal, whole.legal(r.Legal), len(r.Legal))
		as.Data(graph.AttrFacts, whole.facts(r.Facts), len(r.Facts))
		g.Edges = append(g.Edges, edge)
	}
	return g
}

// wholePassage is a passage with its source and speakers, as an attribute of a node or
// a relation.
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

// whole finds the sources and speakers of passages.
type whole struct{ *network.Index }

func (w whole) passages(ids []string) []wholePassage {
	out := make([]wholePassage, 0, len(ids))
	for _, id := range ids {
		p := w.Passages[id]
		if p == nil {
			continue
		}
		all := wholePassage{
			ID: p.ID, Source: w.Sources[p.Source], Paragraph: p.Paragraph,
			Exact: p.Selector.Exact, Prefix: p.Selector.Prefix, Suffix: p.Selector.Suffix,
			Speaker: w.Speakers[p.Speaker], Manner: p.Manner, Via: w.Speakers[p.Via],
		}
		if p.Position != nil {
			all.Start = &p.Position.Start
		}
		out = append(out, all)
	}
	return out
}

// Unsupported counts the losses of a network in a format without attributes of the
// graph itself.
func Unsupported(n *network.Network, losses *graph.Losses) {
	carried, speakers, sources := map[string]bool{}, map[string]bool{}, map[string]bool{}
	byID := network.NewIndex(n).Passages
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
		losses.Add(1, "the mark of an unsourced network, left out", "")
	}
	if n.Headline != "" || n.Caption != "" {
		losses.Add(1, graph.LossHeadline, "")
	}
	UnsupportedVocabulary(n, losses)
	losses.Add(len(n.Events), "events, left out", "")
	losses.Add(len(n.Story), "steps of the story, left out", "")
	for i := range n.Passages {
		if p := &n.Passages[i]; !carried[p.ID] {
			losses.Add(1, "passages that no node or relation cites, left out", p.ID)
		}
	}
	for i := range n.Speakers {
		if s := &n.Speakers[i]; !speakers[s.ID] {
			losses.Add(1, "speakers that no node or relation cites, left out", s.ID)
		}
	}
	for i := range n.Sources {
		if s := &n.Sources[i]; !sources[s.ID] {
			losses.Add(1, "sources that no node or relation cites, left out", s.ID)
		}
	}
}
