package format

import (
	"bytes"
	"cmp"
	"encoding/json"

	"proxynet/network"
)

// writeSchemaOrg writes a network as JSON-LD in the words of schema.org: its
// nodes as things, its relations as claims (https://schema.org/Claim), each with
// the sentence that it is, the passages that it rests on as quotations, and who
// says them.
func writeSchemaOrg(n *network.Network, address string, losses *Losses) []Output {
	a := newAnnotator(n, address)
	passages := map[string]*network.Passage{}
	for i := range n.Passages {
		passages[n.Passages[i].ID] = &n.Passages[i]
	}
	var graph []fields
	whole := fields{{"@type", text("Dataset")}, {"@id", text(cmp.Or(address, a.urn(n.ID)))}, {"name", text(n.Title)}, {"description", text(n.Summary)}, {"inLanguage", text(n.Lang)}}
	whole.link("url", address)
	graph = append(graph, whole)
	for i := range n.Sources {
		s := &n.Sources[i]
		f := fields{{"@type", text("Article")}, {"@id", text(a.source(s))}, {"headline", text(s.Title)}}
		f.link("url", s.URL)
		f.named("author", "Person", s.Author)
		f.named("publisher", "Organization", s.Publisher)
		if s.Lang != "" {
			f = append(f, Attribute{"inLanguage", text(s.Lang)})
		}
		if s.Date != nil {
			f = append(f, Attribute{"temporalCoverage", text(s.Date.EDTF)}) // a date of EDTF need not be one of ISO 8601
		}
		graph = append(graph, f)
	}
	for i := range n.Nodes {
		o := &n.Nodes[i]
		f := fields{{"@type", text(schemaType(o.Kind))}, {"@id", text(a.place(o.ID))}, {"name", text(o.Label)}}
		f.texts("alternateName", o.Aliases)
		f.texts("sameAs", o.Same)
		if o.Summary != "" {
			f = append(f, Attribute{"description", text(o.Summary)})
		}
		f.texts("disambiguatingDescription", a.factsOf(passages, o))
		f.quotations(a, passages, "subjectOf", o.Passages)
		graph = append(graph, f)
		losses.add(len(o.Names), "languages of names, left out", o.ID)
		if o.Phrase != "" {
			losses.add(1, "phrases, the labels for use in sentences, left out", o.ID)
		}
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		before, after := r.Around()
		f := fields{
			{"@type", text("Claim")}, {"@id", text(a.place(r.ID))}, {"text", text(a.phrase(r.From) + " " + before + a.phrase(r.To) + after)},
			{"about", object(jsonText([]fields{{{"@id", text(a.place(r.From))}}, {{"@id", text(a.place(r.To))}}}))},
			{"creativeWorkStatus", text(string(r.Status))},
		}
		if r.Kind != "" {
			f = append(f, Attribute{"keywords", text(string(r.Kind))})
		}
		if r.Period != nil {
			f = append(f, Attribute{"temporalCoverage", text(r.Period.EDTF)})
		}
		f.texts("comment", append(nonEmpty(r.Inference, r.Note), a.disputesOf(passages, r)...))
		f.quotations(a, passages, "appearance", r.Passages)
		graph = append(graph, f)
		if r.Past || r.Open || len(n.Lead) > 0 && i == 0 {
			losses.add(1, "marks of past, open and leading relations, left out", r.ID)
		}
	}
	if n.Vocabulary != nil {
		losses.add(1, lossVocabulary, "")
	}
	if n.Headline != "" || n.Caption != "" {
		losses.add(1, lossHeadline, "")
	}
	losses.add(len(n.Events), "events, left out", "")
	losses.add(len(n.Story), "steps of the story, left out", "")
	for _, s := range n.Speakers {
		if s.Role != "" || len(s.Passages) > 0 {
			losses.add(1, "roles and introductions of speakers, left out", s.ID)
		}
	}
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(jsonText(fields{{"@context", text("https://schema.org")}, {"@graph", object(jsonText(graph))}})), "", "  "); err != nil {
		panic("format: " + err.Error()) // only plain data of ours is written
	}
	b.WriteByte('\n')
	return []Output{{Data: b.Bytes()}}
}

// schemaType returns the type of schema.org that a kind of nodes is.
func schemaType(k network.NodeKind) string {
	switch k {
	case network.Person:
		return "Person"
	case network.State, network.Force:
		return "GovernmentOrganization"
	case network.Organisation, network.Group, network.Alliance:
		return "Organization"
	}
	return "Thing"
}

// source returns the IRI of a source: where it can be read, or a URN.
func (a *annotator) source(s *network.Source) string {
	if s.URL != "" {
		return s.URL
	}
	return a.urn(s.ID)
}

func (f *fields) link(name, address string) {
	if address != "" {
		*f = append(*f, Attribute{name, text(address)})
	}
}

// named adds somebody who is known by a name only.
func (f *fields) named(name, sort, who string) {
	if who != "" {
		*f = append(*f, Attribute{name, object(jsonText(fields{{"@type", text(sort)}, {"name", text(who)}}))})
	}
}

func (f *fields) texts(name string, all []string) {
	if len(all) > 0 {
		*f = append(*f, Attribute{name, object(jsonText(all))})
	}
}

// quotations adds passages, each with who says it and the source that it is part
// of.
func (f *fields) quotations(a *annotator, passages map[string]*network.Passage, name string, ids []string) {
	var all []fields
	for _, id := range ids {
		p := passages[id]
		if p == nil {
			continue
		}
		q := fields{{"@type", text("Quotation")}, {"@id", text(a.urn(p.ID))}, {"text", text(p.Selector.Exact)}, {"position", number(p.Paragraph)}}
		if s := a.speakers[p.Speaker]; s != nil && s.Kind != network.Article {
			sort := "Person"
			if s.Kind == network.Institution {
				sort = "Organization"
			}
			q.named("spokenByCharacter", sort, s.Label)
		}
		if s := a.sources[p.Source]; s != nil {
			q = append(q, Attribute{"isPartOf", object(jsonText(fields{{"@id", text(a.source(s))}}))})
		}
		all = append(all, q)
	}
	if len(all) > 0 {
		*f = append(*f, Attribute{name, object(jsonText(all))})
	}
}

func nonEmpty(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
