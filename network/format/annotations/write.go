package annotations

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"proxynet/network"
	"proxynet/network/format/internal/cite"
	"proxynet/network/format/internal/graph"
	"proxynet/network/format/internal/writer"
)

// annotation is a Web Annotation, https://www.w3.org/TR/annotation-model/.
type annotation struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Creator    annotationAgent  `json:"creator"`
	Body       []annotationBody `json:"body"`
	Target     annotationTarget `json:"target"`
}

// annotationAgent is the creator of an annotation. Networks don't name their authors.
type annotationAgent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

// annotationBody is a text in our own words, or a link to a record that the passage
// supports.
type annotationBody struct {
	Type     string `json:"type"`
	Purpose  string `json:"purpose"`
	Value    string `json:"value,omitempty"`
	Format   string `json:"format,omitempty"`
	Language string `json:"language,omitempty"`
	Source   string `json:"source,omitempty"`
}

// annotationTarget is a passage in its source.
type annotationTarget struct {
	Type     string `json:"type"`
	Source   string `json:"source"` // its address, or a URN
	Selector []any  `json:"selector"`
}

type annotationQuote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type annotationPosition struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type annotationCollection struct {
	Context string         `json:"@context"`
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Label   string         `json:"label"`
	Total   int            `json:"total"`
	First   annotationPage `json:"first"`
}

type annotationPage struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	PartOf     string       `json:"partOf"`
	StartIndex int          `json:"startIndex"`
	Items      []annotation `json:"items"`
}

// encoder makes annotations of a network's passages.
type encoder struct{ *cite.Index }

// Write writes each passage as a Web Annotation in JSON-LD. The bodies name the records
// that the passage supports, in words and as links: into the network's page if its
// address is known, otherwise by URN.
func Write(n *network.Network, address string, losses *graph.Losses) []writer.Output {
	a := encoder{cite.NewIndex(n, address)}
	for i := range n.Sources {
		if s := &n.Sources[i]; s.URL == "" {
			losses.Add(1, "sources without a url, to which annotations point by a URN", s.ID)
		}
	}
	bodies, without := a.bodies()
	losses.Add(without, "nodes, relations and events without passages, left out", "")
	items := make([]annotation, len(n.Passages))
	for i := range n.Passages {
		items[i] = a.annotation(&n.Passages[i], bodies[n.Passages[i].ID])
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(annotationCollection{
		Context: "http://www.w3.org/ns/anno.jsonld",
		ID:      a.URN("annotations"), Type: "AnnotationCollection", Label: n.Title, Total: len(items),
		First: annotationPage{ID: a.URN("annotations 1"), Type: "AnnotationPage", PartOf: a.URN("annotations"), Items: items},
	})
	if err != nil {
		panic("format: " + err.Error()) // plain data can always be encoded
	}
	return []writer.Output{{Data: b.Bytes()}}
}

// bodies returns the bodies for each passage, and the number of records without a
// passage.
func (a encoder) bodies() (bodies map[string][]annotationBody, without int) {
	bodies = map[string][]annotationBody{}
	more := func(passages []string, id, words string) {
		for _, p := range passages {
			bodies[p] = append(bodies[p], a.words(words, "describing"), annotationBody{Type: "SpecificResource", Purpose: "linking", Source: a.IRI(id)})
		}
	}
	add := func(passages []string, id, words string) {
		if len(passages) == 0 {
			without++
		}
		more(passages, id, words)
	}
	n, terms := a.Network, a.Network.Terms()
	for i := range n.Nodes {
		o := &n.Nodes[i]
		add(o.Passages, o.ID, o.Label)
		for _, f := range o.Facts {
			more(f.Passages, o.ID, o.Label+": "+terms.FactText(f))
		}
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		claim := fmt.Sprintf("%s (%s)", a.Sentence(r), r.Status)
		add(r.Passages, r.ID, claim)
		for _, d := range r.Against {
			who := d.Speaker
			if s := a.Speakers[d.Speaker]; s != nil {
				who = s.Label
			}
			more(d.Passages, r.ID, fmt.Sprintf("%s %s: %s", who, d.Says, claim))
		}
		for _, s := range r.Legal {
			more(s.Passages, r.ID, fmt.Sprintf("%s %s: %s", s.Stage, s.Date.EDTF, claim))
		}
		for _, f := range r.Facts {
			more(f.Passages, r.ID, claim+": "+terms.FactText(f))
		}
	}
	for i := range n.Events {
		e := &n.Events[i]
		words := e.Label
		if e.Date != nil {
			words += " (" + strings.TrimSpace(string(e.Date.Means)+" "+e.Date.EDTF) + ")"
		}
		add(e.Passages, e.ID, words)
	}
	return bodies, without
}

func (a encoder) words(words, purpose string) annotationBody {
	return annotationBody{Type: "TextualBody", Purpose: purpose, Value: words, Format: "text/plain", Language: a.Network.Lang}
}

func (a encoder) annotation(p *network.Passage, bodies []annotationBody) annotation {
	said := fmt.Sprintf("Paragraph %d.", p.Paragraph)
	if s := a.Speakers[p.Speaker]; s != nil {
		said = fmt.Sprintf("%s, %s; paragraph %d.", s.Label, map[network.Manner]string{
			network.Own: "in its own voice", network.Quoted: "quoted", network.Paraphrased: "paraphrased",
		}[p.Manner], p.Paragraph)
	}
	out := annotation{
		ID: a.URN(p.ID), Type: "Annotation", Motivation: "linking", Creator: annotationAgent{"Software", "proxynet"},
		Body: append([]annotationBody{a.words(said, "commenting")}, bodies...),
		Target: annotationTarget{Type: "SpecificResource", Selector: []any{
			annotationQuote{"TextQuoteSelector", p.Selector.Exact, p.Selector.Prefix, p.Selector.Suffix},
		}},
	}
	if p.Position != nil {
		out.Target.Selector = append(out.Target.Selector, annotationPosition{"TextPositionSelector", p.Position.Start, p.Position.End})
	}
	out.Target.Source = a.URN(p.Source)
	if s := a.Sources[p.Source]; s != nil && s.URL != "" {
		out.Target.Source = s.URL
	}
	return out
}
