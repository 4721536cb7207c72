package format

import (
	"bytes"
	"crypto/sha1"
	"encoding/json"
	"fmt"
	"strings"

	"proxynet/network"
)

// annotation is one of the W3C, https://www.w3.org/TR/annotation-model/.
type annotation struct {
	ID         string           `json:"id"`
	Type       string           `json:"type"`
	Motivation string           `json:"motivation"`
	Creator    annotationAgent  `json:"creator"`
	Body       []annotationBody `json:"body"`
	Target     annotationTarget `json:"target"`
}

// annotationAgent is who made an annotation. Networks don't name their authors.
type annotationAgent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

// annotationBody is a text of ours, or a link to what a passage supports.
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
	Source   string `json:"source"` // where it can be read, or a URN
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

// annotator makes annotations of a network's passages.
type annotator struct {
	network  *network.Network
	address  string // of the network's page, "" where that isn't known
	speakers map[string]*network.Speaker
	sources  map[string]*network.Source
	nodes    map[string]*network.Node
}

func newAnnotator(n *network.Network, address string) *annotator {
	a := &annotator{n, address, map[string]*network.Speaker{}, map[string]*network.Source{}, map[string]*network.Node{}}
	for i := range n.Nodes {
		a.nodes[n.Nodes[i].ID] = &n.Nodes[i]
	}
	for i := range n.Speakers {
		a.speakers[n.Speakers[i].ID] = &n.Speakers[i]
	}
	for i := range n.Sources {
		a.sources[n.Sources[i].ID] = &n.Sources[i]
	}
	return a
}

// writeAnnotations writes the passages as Web Annotations in JSON-LD, one for
// each. The bodies say in words, and by links, what the passage supports: into
// the network's page where its address is known, and else by a URN.
func writeAnnotations(n *network.Network, address string, losses *Losses) []Output {
	a := newAnnotator(n, address)
	for i := range n.Sources {
		if s := &n.Sources[i]; s.URL == "" {
			losses.add(1, "sources without a url, to which annotations point by a URN", s.ID)
		}
	}
	bodies, without := a.bodies()
	losses.add(without, "nodes, relations and events without passages, left out", "")
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
		ID:      a.urn("annotations"), Type: "AnnotationCollection", Label: n.Title, Total: len(items),
		First: annotationPage{ID: a.urn("annotations 1"), Type: "AnnotationPage", PartOf: a.urn("annotations"), Items: items},
	})
	if err != nil {
		panic("format: " + err.Error()) // only plain data of ours is written
	}
	return []Output{{Data: b.Bytes()}}
}

// bodies returns by passages what rests on each, and how much rests on none.
func (a *annotator) bodies() (bodies map[string][]annotationBody, without int) {
	bodies = map[string][]annotationBody{}
	more := func(passages []string, id, words string) {
		for _, p := range passages {
			bodies[p] = append(bodies[p], a.words(words, "describing"), annotationBody{Type: "SpecificResource", Purpose: "linking", Source: a.place(id)})
		}
	}
	add := func(passages []string, id, words string) {
		if len(passages) == 0 {
			without++
		}
		more(passages, id, words)
	}
	n, terms := a.network, a.network.Terms()
	for i := range n.Nodes {
		o := &n.Nodes[i]
		add(o.Passages, o.ID, o.Label)
		for _, f := range o.Facts {
			more(f.Passages, o.ID, o.Label+": "+terms.FactText(f))
		}
	}
	for i := range n.Relations {
		r := &n.Relations[i]
		before, after := r.Around()
		claim := fmt.Sprintf("%s %s%s%s (%s)", a.phrase(r.From), before, a.phrase(r.To), after, r.Status)
		add(r.Passages, r.ID, claim)
		for _, d := range r.Against {
			who := d.Speaker
			if s := a.speakers[d.Speaker]; s != nil {
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

// phrase returns a node's label as it stands in a sentence.
func (a *annotator) phrase(id string) string {
	o := a.nodes[id]
	switch {
	case o == nil:
		return id
	case o.Phrase != "":
		return o.Phrase
	}
	return o.Label
}

func (a *annotator) words(words, purpose string) annotationBody {
	return annotationBody{Type: "TextualBody", Purpose: purpose, Value: words, Format: "text/plain", Language: a.network.Lang}
}

func (a *annotator) annotation(p *network.Passage, bodies []annotationBody) annotation {
	said := fmt.Sprintf("Paragraph %d.", p.Paragraph)
	if s := a.speakers[p.Speaker]; s != nil {
		said = fmt.Sprintf("%s, %s; paragraph %d.", s.Label, map[network.Manner]string{
			network.Own: "in its own voice", network.Quoted: "quoted", network.Paraphrased: "paraphrased",
		}[p.Manner], p.Paragraph)
	}
	out := annotation{
		ID: a.urn(p.ID), Type: "Annotation", Motivation: "linking", Creator: annotationAgent{"Software", "proxynet"},
		Body: append([]annotationBody{a.words(said, "commenting")}, bodies...),
		Target: annotationTarget{Type: "SpecificResource", Selector: []any{
			annotationQuote{"TextQuoteSelector", p.Selector.Exact, p.Selector.Prefix, p.Selector.Suffix},
		}},
	}
	if p.Position != nil {
		out.Target.Selector = append(out.Target.Selector, annotationPosition{"TextPositionSelector", p.Position.Start, p.Position.End})
	}
	out.Target.Source = a.urn(p.Source)
	if s := a.sources[p.Source]; s != nil && s.URL != "" {
		out.Target.Source = s.URL
	}
	return out
}

// place returns the IRI of what has the id: where the page shows it selected.
func (a *annotator) place(id string) string {
	if a.address == "" {
		return a.urn(id)
	}
	return strings.TrimSuffix(a.address, "#") + "#select=" + id
}

// urn returns an IRI that stands for one thing of this network and for no
// other: a name-based UUID, RFC 9562, version 5.
func (a *annotator) urn(id string) string {
	h := sha1.Sum([]byte("\x6b\xa7\xb8\x12\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8" + "proxynet " + a.network.ID + " " + id))
	h[6], h[8] = h[6]&0x0f|0x50, h[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}
