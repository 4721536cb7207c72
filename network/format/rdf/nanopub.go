package rdf

import (
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/cite"
	"proxynet/network/format/internal/convert"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// nanopubPrefixes are the vocabularies of nanopublications, https://nanopub.net/.
const nanopubPrefixes = `@prefix np: <http://www.nanopub.org/nschema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> .
`

// nanopubEncoder writes nanopublications in TriG (https://www.w3.org/TR/trig/).
type nanopubEncoder struct {
	*cite.Index
	b strings.Builder
}

// WriteNanopubs writes each relation as a nanopublication: a graph with the claim, one
// with its passages and their speakers, and one about the publication. Only an
// undisputed claim that its source states itself is asserted as a triple; any other is
// a statement with its status.
func WriteNanopubs(n *network.Network, address string, losses *graph.Losses) []writer.Output {
	w := &nanopubEncoder{Index: cite.NewIndex(n, address)}
	w.b.WriteString(nanopubPrefixes)
	met := map[string]bool{}
	for i := range n.Relations {
		r := &n.Relations[i]
		met[r.From], met[r.To] = true, true
		w.nanopub(r)
	}
	for i := range n.Nodes {
		o := &n.Nodes[i]
		if !met[o.ID] {
			losses.Add(1, "nodes without relations, left out", o.ID)
		}
		losses.Add(len(o.Passages), "passages of nodes, left out", o.ID)
		losses.Add(len(o.Names), "languages of names, left out", o.ID)
		if o.Phrase != "" {
			losses.Add(1, "phrases, the labels for use in sentences, left out", o.ID)
		}
	}
	convert.LoseHeading(n, losses)
	losses.Add(1, "the network’s summary and root, left out", "")
	losses.Add(len(n.Events), "events, left out", "")
	losses.Add(len(n.Story), "steps of the story, left out", "")
	convert.LoseRoles(n, losses)
	return []writer.Output{{Data: []byte(w.b.String())}}
}

// nanopub writes a relation.
func (w *nanopubEncoder) nanopub(r *network.Relation) {
	whole := w.URN("nanopublication " + r.ID)
	part := func(name string) string { return iri(whole + "#" + name) }
	w.graph(part("head"), func() {
		w.say(iri(whole), "a", "np:Nanopublication")
		w.say(iri(whole), "np:hasAssertion", part("assertion"))
		w.say(iri(whole), "np:hasProvenance", part("provenance"))
		w.say(iri(whole), "np:hasPublicationInfo", part("pubinfo"))
	})
	w.graph(part("assertion"), func() { w.assertion(r) })
	w.graph(part("provenance"), func() {
		for _, id := range r.Passages {
			w.passage(part("assertion"), "prov:wasDerivedFrom", id)
		}
		for _, d := range r.Against {
			for _, id := range d.Passages {
				w.passage(part("assertion"), "<http://purl.org/spar/cito/isDisputedBy>", id)
			}
		}
		if r.Inference != "" {
			w.say(part("assertion"), "rdfs:comment", w.words(r.Inference))
		}
	})
	w.graph(part("pubinfo"), func() {
		w.say(iri(whole), "dct:title", w.words(w.Network.Title))
		if w.Address != "" {
			w.say(iri(whole), "dct:isPartOf", iri(w.Address))
		}
		w.say(iri(whole), "<http://purl.org/pav/createdWith>", literal(graph.Creator, ""))
	})
}

// assertion writes the claim of a relation.
func (w *nanopubEncoder) assertion(r *network.Relation) {
	claim, from, to, verb := iri(w.IRI(r.ID)), iri(w.IRI(r.From)), iri(w.IRI(r.To)), iri(w.URN("verb "+r.Verb))
	if r.Directed && r.Status == network.Stated && !r.Past && !r.Open && len(r.Against) == 0 {
		w.say(from, verb, to)
	}
	w.say(claim, "a", "rdf:Statement, schema:Claim")
	w.say(claim, "rdf:subject", from)
	w.say(claim, "rdf:predicate", verb)
	w.say(claim, "rdf:object", to)
	w.say(claim, "rdfs:label", w.words(w.Sentence(r)))
	w.say(claim, "schema:creativeWorkStatus", literal(string(r.Status), ""))
	w.say(claim, "dct:type", literal(string(r.Kind), ""))
	if r.Period != nil {
		w.say(claim, "dct:temporal", literal(strings.TrimSpace(string(r.Period.Means)+" "+r.Period.EDTF), ""))
	}
	notes := append(nonEmpty(r.Note), w.Disputes(r)...)
	for _, mark := range []struct {
		is   bool
		word string
	}{{r.Past, "past"}, {r.Open, "open"}, {!r.Directed, "without direction"}} {
		if mark.is {
			notes = append(notes, mark.word)
		}
	}
	for _, note := range notes {
		w.say(claim, "rdfs:comment", w.words(note))
	}
	w.say(verb, "rdfs:label", w.words(r.Verb))
	for _, id := range []string{r.From, r.To} {
		o := w.Nodes[id]
		if o == nil {
			continue
		}
		w.say(iri(w.IRI(id)), "a", "schema:"+schemaType(o.Kind))
		w.say(iri(w.IRI(id)), "rdfs:label", w.words(o.Label))
		for _, alias := range o.Aliases {
			w.say(iri(w.IRI(id)), "schema:alternateName", w.words(alias))
		}
		for _, address := range o.Same {
			w.say(iri(w.IRI(id)), "schema:sameAs", iri(address))
		}
		if o.Summary != "" {
			w.say(iri(w.IRI(id)), "schema:description", w.words(o.Summary))
		}
		for _, fact := range w.Facts(o) {
			w.say(iri(w.IRI(id)), "rdfs:comment", w.words(fact))
		}
	}
}

// passage writes a passage and how a claim relates to it.
func (w *nanopubEncoder) passage(claim, relation, id string) {
	p := w.Passages[id]
	if p == nil {
		return
	}
	passage := iri(w.URN(p.ID))
	w.say(claim, relation, passage)
	w.say(passage, "a", "oa:SpecificResource")
	lang := w.Network.Lang
	if s := w.Sources[p.Source]; s != nil {
		source := iri(w.SourceIRI(s))
		lang = s.Lang
		w.say(claim, "prov:hadPrimarySource", source)
		w.say(passage, "oa:hasSource", source)
		w.say(source, "dct:title", literal(s.Title, s.Lang))
		for _, about := range []struct{ property, value string }{{"dct:creator", s.Author}, {"dct:publisher", s.Publisher}} {
			if about.value != "" {
				w.say(source, about.property, literal(about.value, ""))
			}
		}
		if s.Date != nil {
			w.say(source, "dct:date", literal(s.Date.EDTF, ""))
		}
	}
	selector := fmt.Sprintf("[ a oa:TextQuoteSelector; oa:exact %s", literal(p.Selector.Exact, lang))
	if p.Selector.Prefix != "" {
		selector += "; oa:prefix " + literal(p.Selector.Prefix, lang)
	}
	if p.Selector.Suffix != "" {
		selector += "; oa:suffix " + literal(p.Selector.Suffix, lang)
	}
	w.say(passage, "oa:hasSelector", selector+" ]")
	w.say(passage, "schema:position", literal(fmt.Sprint(p.Paragraph), ""))
	for _, said := range []struct{ property, speaker string }{{"prov:wasAttributedTo", p.Speaker}, {"prov:qualifiedAttribution", p.Via}} {
		s := w.Speakers[said.speaker]
		if s == nil {
			continue
		}
		if said.speaker == p.Via {
			w.say(passage, said.property, "[ prov:agent "+iri(w.URN(s.ID))+`; rdfs:comment "passed on by" ]`)
		} else {
			w.say(passage, said.property, iri(w.URN(s.ID)))
		}
		w.say(iri(w.URN(s.ID)), "a", "prov:Agent")
		w.say(iri(w.URN(s.ID)), "rdfs:label", w.words(s.Label))
	}
	w.say(passage, "rdfs:comment", literal(string(p.Manner), ""))
}

// graph writes a named graph.
func (w *nanopubEncoder) graph(name string, write func()) {
	w.b.WriteString("\n" + name + " {\n")
	write()
	w.b.WriteString("}\n")
}

// say writes a triple.
func (w *nanopubEncoder) say(subject, predicate, object string) {
	fmt.Fprintf(&w.b, "  %s %s %s .\n", subject, predicate, object)
}

// words returns a text in our own words as a literal.
func (w *nanopubEncoder) words(text string) string { return literal(text, w.Network.Lang) }

// literal returns a text as a literal of Turtle; lang is BCP 47, "" for none.
func literal(text, lang string) string {
	quoted := `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(text) + `"`
	if lang != "" {
		quoted += "@" + lang
	}
	return quoted
}

// iri returns an address as an IRI of Turtle, with forbidden characters escaped.
func iri(address string) string {
	var b strings.Builder
	b.WriteByte('<')
	for _, c := range address {
		if c <= ' ' || strings.ContainsRune("<>\"{}|^`\\", c) {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteRune(c)
		}
	}
	b.WriteByte('>')
	return b.String()
}
