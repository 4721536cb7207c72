// Package cite formats passages, denials and facts of a network as text, and makes IRIs
// for records.
package cite

import (
	"crypto/sha1"
	"fmt"
	"strings"

	"proxynet/network"
)

// Index formats the records of a network as text and IRIs.
type Index struct {
	*network.Index
	Network *network.Network
	Address string // of the network's page, "" if it is unknown
}

// NewIndex returns the index of a network. address is the address of its page, "" if
// unknown.
func NewIndex(n *network.Network, address string) *Index {
	return &Index{network.NewIndex(n), n, address}
}

// IRI returns the IRI of a record: the address at which the page shows it selected.
func (a *Index) IRI(id string) string {
	if a.Address == "" {
		return a.URN(id)
	}
	return strings.TrimSuffix(a.Address, "#") + "#select=" + id
}

// URN returns a URN that identifies a record of this network: a name-based UUID, RFC
// 9562, version 5.
func (a *Index) URN(id string) string {
	h := sha1.Sum([]byte("\x6b\xa7\xb8\x12\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8" + "proxynet " + a.Network.ID + " " + id))
	h[6], h[8] = h[6]&0x0f|0x50, h[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

// SourceIRI returns the IRI of a source: its address, or a URN.
func (a *Index) SourceIRI(s *network.Source) string {
	if s.URL != "" {
		return s.URL
	}
	return a.URN(s.ID)
}

// Quotes returns passages as text: each in quotation marks, with its speaker and place.
func (a *Index) Quotes(ids []string) []string {
	var all []string
	for _, id := range ids {
		p := a.Passages[id]
		if p == nil {
			continue
		}
		said := fmt.Sprintf("paragraph %d", p.Paragraph)
		if s := a.Speakers[p.Speaker]; s != nil && s.Kind != network.Article {
			said = s.Label + ", " + said
		}
		if s := a.Sources[p.Source]; s != nil {
			said += ", " + s.Title
		}
		all = append(all, "“"+p.Selector.Exact+"” ("+said+")")
	}
	return all
}

// Disputes returns the denials, legal stages and facts of a relation as text.
func (a *Index) Disputes(r *network.Relation) []string {
	var all []string
	add := func(words string, ids []string) {
		if quoted := a.Quotes(ids); len(quoted) > 0 {
			words += ": " + strings.Join(quoted, " ")
		}
		all = append(all, words)
	}
	for _, d := range r.Against {
		who := d.Speaker
		if s := a.Speakers[d.Speaker]; s != nil {
			who = s.Label
		}
		words := fmt.Sprintf("%s %s this", who, d.Says)
		if d.Date != nil {
			words += " (" + d.Date.EDTF + ")"
		}
		add(words, d.Passages)
	}
	for _, s := range r.Legal {
		add(fmt.Sprintf("%s %s", s.Stage, s.Date.EDTF), s.Passages)
	}
	for _, f := range r.Facts {
		add(a.Network.Terms().FactText(f), f.Passages)
	}
	return all
}

// Facts returns the facts of a node as text.
func (a *Index) Facts(o *network.Node) []string {
	var all []string
	for _, f := range o.Facts {
		all = append(all, strings.TrimSuffix(a.Network.Terms().FactText(f)+": "+strings.Join(a.Quotes(f.Passages), " "), ": "))
	}
	return all
}
