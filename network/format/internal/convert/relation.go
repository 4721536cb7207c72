package convert

import (
	"slices"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/dates"
	"proxynet/network/format/internal/graph"
)

func (im *importer) relation(e *graph.Edge) {
	if im.naming.nodes[e.From] == im.naming.nodes[e.To] {
		im.losses.Add(1, graph.LossLoop, im.naming.nodes[e.From])
		return
	}
	as := slices.Clone(e.Attributes)
	directed := *e // the graph stays unchanged
	e = &directed
	im.words.direct(e, &as)
	from, to := im.naming.nodes[e.From], im.naming.nodes[e.To]
	r := network.Relation{ID: e.ID, From: from, To: to, Directed: e.Directed, Passages: im.evidence.passages(&as)}
	quoted, denials := im.quotes.quoted(e, &as)
	r.Passages = append(r.Passages, quoted...)
	if r.ID == "" {
		r.ID = im.naming.like(from + "-" + to)
	}
	im.naming.places[r.ID] = place{table: e.Table, line: e.Line}
	sort := as.Get("interaction")
	r.Kind = im.relationKind(&as)
	r.Against, r.Legal, r.Facts = append(im.evidence.against(&as), denials...), im.evidence.legal(&as), im.evidence.facts(&as, im.terms)
	r.Verb = im.verb(e.Label, sort, &as)
	r.Period = im.period(&as)
	r.Past, r.Open = as.Truth(graph.AttrPast), as.Truth(graph.AttrOpen)
	r.Inference = im.texts.tidy(as.Take(graph.AttrInference), graph.MaxSummary)
	r.Note = im.texts.tidy(as.Take(graph.AttrNote), graph.MaxSummary)
	if at := as.Find("description"); r.Note == "" && at >= 0 && as[at].Value.Type == graph.Text {
		r.Note = im.texts.tidy(as.Take("description"), graph.MaxSummary)
	}
	if at, err := strconv.Atoi(as.Get(graph.AttrLead)); err == nil {
		as.Take(graph.AttrLead)
		im.lead = append(im.lead, lead{r.ID, at})
	}
	r.Status = im.status(&as, r.Passages)
	r.Open = r.Open || r.Status == network.Unsourced && network.Status(as.Get(graph.AttrStatus)) == network.Ambiguous
	if r.Status != network.Implied && r.Inference != "" {
		r.Note, r.Inference = join(r.Note, r.Inference), ""
	}
	if w := as.Get("weight"); w == "1" || w == "1.0" {
		im.losses.Add(1, graph.LossWeight, "")
		as.Take("weight")
	}
	r.Note = join(r.Note, im.texts.rest(as))
	im.network.Relations = append(im.network.Relations, r)
}

// status removes and returns the status of a claim with the given passages. Without
// passages it is unsourced, and the file's status stays among the attributes.
func (im *importer) status(as *graph.Attributes, passages []string) network.Status {
	said := network.Status(strings.ToLower(as.Get(graph.AttrStatus)))
	switch known := slices.Contains(network.Statuses, said); {
	case said != "" && !known:
		im.losses.Add(1, graph.LossClaim, graph.Show(string(said)))
	case said == network.Unsourced || len(passages) > 0 && said != "":
		as.Take(graph.AttrStatus)
	case said != "":
		im.losses.Add(1, graph.LossStatus, graph.Show(string(said)))
	}
	switch {
	case len(passages) == 0:
		return network.Unsourced
	case said != "" && said != network.Unsourced && slices.Contains(network.Statuses, said):
		return said
	}
	return network.Stated
}

// sorts are attributes with the kind or the verb of an edge.
var sorts = []string{
	graph.AttrKind, "relation", "interaction", "shared interaction", "shared_interaction", "relationship", "labelE", "link type", "connection type", "type",
	"predicate", "rel_type", "relationship type", "relationship_type",
}

// verbFields are attributes with the verb of an edge.
var verbFields = []string{"verb", "label", "edge label"}

func (im *importer) relationKind(as *graph.Attributes) network.RelationKind {
	for _, name := range sorts {
		kind, known := relationKinds[strings.ToLower(as.Get(name))]
		if own := network.RelationKind(as.Get(name)); im.network.Vocabulary != nil && im.terms.RelationKind(own) != nil {
			kind, known = own, true
		}
		if known {
			word := as.Take(name)
			for _, other := range sorts { // such as JSON Graph's relation in addition to kind
				if strings.EqualFold(as.Get(other), word) {
					as.Take(other)
				}
			}
			return kind
		}
	}
	im.losses.Add(1, graph.LossTie+", kept as “"+string(im.options.RelationKind)+"”", "")
	return im.options.RelationKind
}

// verb returns the verb of an edge; Cytoscape includes its type in names.
func (im *importer) verb(label, sort string, as *graph.Attributes) string {
	words := label
	usable := func(a graph.Attribute) bool {
		return a.Value.Type == graph.Text && (graph.DirectionOf(a.Value.Text) == graph.Unsaid || im.words.isVerb(a.Name, a.Value.Text))
	}
	if sort != "" {
		for _, name := range []string{"name", "shared name", "shared_name"} {
			if strings.Contains(as.Get(name), "("+sort+")") { // Cytoscape: “A (interacts with) B”
				as.Take(name)
			}
		}
	}
	for _, name := range slices.Concat(verbFields, sorts, []string{"name", "shared name", "shared_name"}) {
		if words == "" {
			if at := as.Find(name); at >= 0 && usable((*as)[at]) {
				words = as.Take(name)
				if slices.Contains(sorts, name) {
					words = graph.Spaced(words)
				}
			}
		} else if as.Get(name) == words {
			as.Take(name)
		}
	}
	tidied, known := im.verbs[words]
	if !known {
		tidied = im.texts.tidy(words, graph.MaxLabel)
		im.verbs[words] = tidied
	}
	if tidied == "" {
		tidied = "is tied to"
		im.losses.Add(1, graph.LossVerb+", which read “"+tidied+"”", "")
	}
	return tidied
}

// period removes and returns the period of a relation. The format's own field for it is
// often less exact than the period; it is kept as an attribute unless it equals the
// export of the period.
func (im *importer) period(as *graph.Attributes) *network.Date {
	name := graph.AttrPeriod
	if as.Find(name) < 0 {
		name = graph.AttrSpan
	}
	d := im.texts.date(network.Date{
		EDTF: as.Get(name), Means: network.Meaning(as.Get(graph.AttrPeriodMeans)), Words: as.Get(graph.AttrPeriodWords),
		Resolved: as.Get(graph.AttrPeriodResolved) == "true", Note: as.Get(graph.AttrPeriodNote),
	})
	if d == nil {
		return nil
	}
	for _, name := range []string{name, graph.AttrPeriodMeans, graph.AttrPeriodWords, graph.AttrPeriodNote} {
		as.Take(name)
	}
	if d.Resolved {
		as.Take(graph.AttrPeriodResolved)
	}
	if start, end, _ := dates.Days(d); as.Get(graph.AttrSpan) == dates.Span(start, end) {
		as.Take(graph.AttrSpan)
	}
	return d
}
