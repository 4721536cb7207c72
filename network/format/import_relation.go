package format

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"proxynet/network"
	"proxynet/network/file"
)

func (im *importer) relation(e *Edge) {
	if im.nodes[e.From] == im.nodes[e.To] {
		im.losses.add(1, lossLoop, im.nodes[e.From])
		return
	}
	as := slices.Clone(e.Attributes)
	directed := *e // the graph stays as it is
	e = &directed
	im.direct(e, &as)
	from, to := im.nodes[e.From], im.nodes[e.To]
	r := network.Relation{ID: e.ID, From: from, To: to, Directed: e.Directed, Passages: im.passages(&as)}
	quoted, denials := im.quoted(e, &as)
	r.Passages = append(r.Passages, quoted...)
	if r.ID == "" {
		r.ID = im.ids.like(from + "-" + to)
	}
	im.places[r.ID] = place{e.Table, e.Line}
	sort := as.get("interaction")
	r.Kind = im.relationKind(&as)
	r.Against, r.Legal, r.Facts = append(im.against(&as), denials...), im.legal(&as), im.facts(&as)
	r.Verb = im.verb(e.Label, sort, &as)
	r.Period = im.period(&as)
	r.Past, r.Open = as.truth(attrPast), as.truth(attrOpen)
	r.Inference = im.tidy(as.take(attrInference), mostSummary)
	r.Note = im.tidy(as.take(attrNote), mostSummary)
	if at := as.find("description"); r.Note == "" && at >= 0 && as[at].Value.Type == Text {
		r.Note = im.tidy(as.take("description"), mostSummary)
	}
	if at, err := strconv.Atoi(as.get(attrLead)); err == nil {
		as.take(attrLead)
		im.lead = append(im.lead, lead{r.ID, at})
	}
	r.Status = im.status(&as, r.Passages)
	r.Open = r.Open || r.Status == network.Unsourced && network.Status(as.get(attrStatus)) == network.Ambiguous
	if r.Status != network.Implied && r.Inference != "" {
		r.Note, r.Inference = join(r.Note, r.Inference), ""
	}
	if w := as.get("weight"); w == "1" || w == "1.0" {
		im.losses.add(1, lossWeight, "")
		as.take("weight")
	}
	r.Note = join(r.Note, im.rest(as))
	im.network.Relations = append(im.network.Relations, r)
}

// status takes the status of a claim with the given passages. Without any it
// is unsourced, and what the file says stays among the attributes.
func (im *importer) status(as *Attributes, passages []string) network.Status {
	said := network.Status(strings.ToLower(as.get(attrStatus)))
	switch known := slices.Contains(network.Statuses, said); {
	case said != "" && !known:
		im.losses.add(1, lossClaim, show(string(said)))
	case said == network.Unsourced || len(passages) > 0 && said != "":
		as.take(attrStatus)
	case said != "":
		im.losses.add(1, lossStatus, show(string(said)))
	}
	switch {
	case len(passages) == 0:
		return network.Unsourced
	case said != "" && said != network.Unsourced && slices.Contains(network.Statuses, said):
		return said
	}
	return network.Stated
}

// sorts are attributes that say of what kind an edge is, or in words.
var sorts = []string{
	attrKind, "relation", "interaction", "shared interaction", "shared_interaction", "relationship", "labelE", "link type", "connection type", "type",
	"predicate", "rel_type", "relationship type", "relationship_type",
}

// verbFields are attributes that hold the words of an edge.
var verbFields = []string{"verb", "label", "edge label"}

func (im *importer) relationKind(as *Attributes) network.RelationKind {
	for _, name := range sorts {
		kind, known := relationKinds[strings.ToLower(as.get(name))]
		if own := network.RelationKind(as.get(name)); im.network.Vocabulary != nil && im.terms.RelationKind(own) != nil {
			kind, known = own, true
		}
		if known {
			word := as.take(name)
			for _, other := range sorts { // such as JSON Graph's relation beside kind
				if strings.EqualFold(as.get(other), word) {
					as.take(other)
				}
			}
			return kind
		}
	}
	im.losses.add(1, lossTie+", kept as “"+string(im.options.RelationKind)+"”", "")
	return im.options.RelationKind
}

// verb returns the words of an edge, of a sort that Cytoscape puts into names.
func (im *importer) verb(label, sort string, as *Attributes) string {
	words := label
	usable := func(a Attribute) bool {
		return a.Value.Type == Text && (directionOf(a.Value.Text) == unsaid || im.isVerb(a.Name, a.Value.Text))
	}
	if sort != "" {
		for _, name := range []string{"name", "shared name", "shared_name"} {
			if strings.Contains(as.get(name), "("+sort+")") { // Cytoscape: “A (interacts with) B”
				as.take(name)
			}
		}
	}
	for _, name := range slices.Concat(verbFields, sorts, []string{"name", "shared name", "shared_name"}) {
		if words == "" {
			if at := as.find(name); at >= 0 && usable((*as)[at]) {
				words = as.take(name)
				if slices.Contains(sorts, name) {
					words = spaced(words)
				}
			}
		} else if as.get(name) == words {
			as.take(name)
		}
	}
	tidied, known := im.verbs[words]
	if !known {
		tidied = im.tidy(words, mostLabel)
		im.verbs[words] = tidied
	}
	if tidied == "" {
		tidied = "is tied to"
		im.losses.add(1, lossVerb+", which read “"+tidied+"”", "")
	}
	return tidied
}

// spaced returns the name of a type as words: databases write “OFFICER_OF” and
// “officer_of”. Any other text stays as it is.
func spaced(s string) string {
	if strings.ContainsFunc(s, func(c rune) bool { return unicode.IsSpace(c) }) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return s
	}
	if upper := strings.ToUpper(s); s == upper && s != strings.ToLower(s) {
		s = strings.ToLower(s)
	}
	return strings.ReplaceAll(s, "_", " ")
}

// period takes the time in which a relation holds. The span that a format has a
// field for is often less exact than the period; it is kept beside it unless it
// is what the period would be written as.
func (im *importer) period(as *Attributes) *network.Date {
	name := attrPeriod
	if as.find(name) < 0 {
		name = attrSpan
	}
	d := im.date(network.Date{
		EDTF: as.get(name), Means: network.Meaning(as.get(attrPeriodMeans)), Words: as.get(attrPeriodWords),
		Resolved: as.get(attrPeriodResolved) == "true", Note: as.get(attrPeriodNote),
	})
	if d == nil {
		return nil
	}
	for _, name := range []string{name, attrPeriodMeans, attrPeriodWords, attrPeriodNote} {
		as.take(name)
	}
	if d.Resolved {
		as.take(attrPeriodResolved)
	}
	if start, end, _ := timeline(d); as.get(attrSpan) == spanOf(start, end) {
		as.take(attrSpan)
	}
	return d
}

// date returns what said is as a date, or nil if its expression is none, or can't
// mean what it says.
func (im *importer) date(said network.Date) *network.Date {
	if said.EDTF == "" || said.Means != "" && !slices.Contains(network.Meanings, said.Means) {
		return nil
	}
	d, err := file.ParsePeriod(said.EDTF, said.Means)
	if err != nil {
		return nil
	}
	d.Words, d.Note = im.tidy(said.Words, mostLabel), im.tidy(said.Note, mostSummary)
	d.Resolved = said.Resolved && d.Note != ""
	return &d
}
