// Package rdf writes RDF: JSON-LD in the vocabulary of schema.org, and nanopublications
// in TriG.
package rdf

import (
	"bytes"
	"cmp"
	"encoding/json"

	"proxynet/network"
	"proxynet/network/format/internal/cite"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// WriteSchemaOrg writes a network as JSON-LD in the vocabulary of schema.org: its nodes
// as things, its relations as claims (https://schema.org/Claim), each with its
// sentence, and its passages as quotations with their speakers.
func WriteSchemaOrg(n *network.Network, address string, losses *graph.Losses) []writer.Output {
	a := cite.NewIndex(n, address)
	var things []ldObject
	whole := ldObject{{Name: "@type", Value: graph.TextOf("Dataset")}, {Name: "@id", Value: graph.TextOf(cmp.Or(address, a.URN(n.ID)))}, {Name: "name", Value: graph.TextOf(n.Title)}, {Name: "description", Value: graph.TextOf(n.Summary)}, {Name: "inLanguage", Value: graph.TextOf(n.Lang)}}
	whole.link("url", address)
	things = append(things, whole)
	for i := range n.Sources {
		s := &n.Sources[i]
		f := ldObject{{Name: "@type", Value: graph.TextOf("Article")}, {Name: "@id", Value: graph.TextOf(a.SourceIRI(s))}, {Name: "headline", Value: graph.TextOf(s.Title)}}
		f.link("url", s.URL)
		f.named("author", "Person", s.Author)
		f.named("publisher", "Organization", s.Publisher)
		if s.Lang != "" {
			f = append(f, graph.Attribute{Name: "inLanguage", Value: graph.TextOf(s.Lang)})
		}
		if s.Date != nil {
			f = append(f, graph.Attribute{Name: "temporalCoverage", Value: graph.TextOf(s.Date.EDTF)}) // a date of EDTF need not be one of ISO 8601
		}
		things = append(things, f)
	}
	for i := range n.Nodes {
		o := &n.Nodes[i]
		f := ldObject{{Name: "@type", Value: graph.TextOf(schemaType(o.Kind))}, {Name: "@id", Value: graph.TextOf(a.IRI(o.ID))}, {Name: "name", Value: graph.TextOf(o.Label)}}
		f.texts("alternateName", o.Aliases)
		f.texts("sameAs", o.Same)
		if o.Summary != "" {
			f = append(f, graph.Attribute{Name: "description", Value: graph.TextOf(o.Summary)})
		}
		f.texts("disambiguatingDescription", a.Facts(o))
		f.quotations(a, "subjectOf", o.Passages)
		things = append(things, f)
		losses.Add(len(o.Names), "languages of names, left out", o.ID)
		if o.Phrase != "" {
			losses.Add(1, "phrases, the labels for use in sentences, left out", o.ID)
		}
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		f := ldObject{
			{Name: "@type", Value: graph.TextOf("Claim")}, {Name: "@id", Value: graph.TextOf(a.IRI(r.ID))}, {Name: "text", Value: graph.TextOf(a.Sentence(r))},
			{Name: "about", Value: graph.JSONOf(graph.JSONText([]ldObject{{{Name: "@id", Value: graph.TextOf(a.IRI(r.From))}}, {{Name: "@id", Value: graph.TextOf(a.IRI(r.To))}}}))},
			{Name: "creativeWorkStatus", Value: graph.TextOf(string(r.Status))},
		}
		if r.Kind != "" {
			f = append(f, graph.Attribute{Name: "keywords", Value: graph.TextOf(string(r.Kind))})
		}
		if r.Period != nil {
			f = append(f, graph.Attribute{Name: "temporalCoverage", Value: graph.TextOf(r.Period.EDTF)})
		}
		f.texts("comment", append(nonEmpty(r.Inference, r.Note), a.Disputes(r)...))
		f.quotations(a, "appearance", r.Passages)
		things = append(things, f)
		if r.Past || r.Open || len(n.Lead) > 0 && i == 0 {
			losses.Add(1, "marks of past, open and leading relations, left out", r.ID)
		}
	}
	convert.LoseHeading(n, losses)
	losses.Add(len(n.Events), "events, left out", "")
	losses.Add(len(n.Story), "steps of the story, left out", "")
	convert.LoseRoles(n, losses)
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(graph.JSONText(ldObject{{Name: "@context", Value: graph.TextOf("https://schema.org")}, {Name: "@graph", Value: graph.JSONOf(graph.JSONText(things))}})), "", "  "); err != nil {
		panic("format: " + err.Error()) // plain data can always be encoded
	}
	b.WriteByte('\n')
	return []writer.Output{{Data: b.Bytes()}}
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

// ldObject is a JSON-LD object with ordered fields.
type ldObject graph.Object

// MarshalJSON implements [json.Marshaler].
func (f ldObject) MarshalJSON() ([]byte, error) { return graph.Object(f).MarshalJSON() }

func (f *ldObject) link(name, address string) {
	if address != "" {
		*f = append(*f, graph.Attribute{Name: name, Value: graph.TextOf(address)})
	}
}

// named adds a person by name only.
func (f *ldObject) named(name, sort, who string) {
	if who != "" {
		*f = append(*f, graph.Attribute{Name: name, Value: graph.JSONOf(graph.JSONText(ldObject{{Name: "@type", Value: graph.TextOf(sort)}, {Name: "name", Value: graph.TextOf(who)}}))})
	}
}

func (f *ldObject) texts(name string, all []string) {
	if len(all) > 0 {
		*f = append(*f, graph.Attribute{Name: name, Value: graph.JSONOf(graph.JSONText(all))})
	}
}

// quotations adds passages, each with its speaker and its source.
func (f *ldObject) quotations(a *cite.Index, name string, ids []string) {
	var all []ldObject
	for _, id := range ids {
		p := a.Passages[id]
		if p == nil {
			continue
		}
		q := ldObject{{Name: "@type", Value: graph.TextOf("Quotation")}, {Name: "@id", Value: graph.TextOf(a.URN(p.ID))}, {Name: "text", Value: graph.TextOf(p.Selector.Exact)}, {Name: "position", Value: graph.NumberOf(p.Paragraph)}}
		if s := a.Speakers[p.Speaker]; s != nil && s.Kind != network.Article {
			sort := "Person"
			if s.Kind == network.Institution {
				sort = "Organization"
			}
			q.named("spokenByCharacter", sort, s.Label)
		}
		if s := a.Sources[p.Source]; s != nil {
			q = append(q, graph.Attribute{Name: "isPartOf", Value: graph.JSONOf(graph.JSONText(ldObject{{Name: "@id", Value: graph.TextOf(a.SourceIRI(s))}}))})
		}
		all = append(all, q)
	}
	if len(all) > 0 {
		*f = append(*f, graph.Attribute{Name: name, Value: graph.JSONOf(graph.JSONText(all))})
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
