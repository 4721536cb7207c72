package web

import (
	"strings"

	"proxynet/network"
)

// legend is what the signs of the picture mean, and what can be hidden.
type legend struct {
	Nodes, Families, Statuses []legendRow
	Sources                   []legendRow // where there are several, by their passages
	Lead, Past                bool        // whether any relation is
	Tokens                    string      // every token that the network's format knows, apart by spaces
}

// legendRow is one sign, with the tokens that hide what it stands for.
type legendRow struct {
	Node   network.NodeKind // what it shows: one of these three
	Family network.Family
	Status network.Status
	Label  string
	Lang   string // of the label, where it is a source's
	Hides  string // tokens, apart by spaces
	Count  int
}

func (x *index) legend() legend {
	var l legend
	var tokens []string
	row := func(list *[]legendRow, r legendRow, hides ...string) {
		tokens = append(tokens, hides...)
		if r.Count > 0 {
			r.Hides = strings.Join(hides, " ")
			*list = append(*list, r)
		}
	}
	for _, k := range network.NodeKinds {
		n := 0
		for _, o := range x.Nodes {
			if o.Kind == k.Kind {
				n++
			}
		}
		row(&l.Nodes, legendRow{Node: k.Kind, Label: x.words.of("kind", string(k.Kind)), Count: n}, "node."+string(k.Kind))
	}
	for _, f := range network.Families {
		var hides []string
		for _, k := range network.RelationKinds {
			if k.Family == f.Family {
				hides = append(hides, "relation."+string(k.Kind))
			}
		}
		n := 0
		for _, r := range x.Relations {
			if r.Kind.Family() == f.Family {
				n++
			}
		}
		row(&l.Families, legendRow{Family: f.Family, Label: x.words.of("family", string(f.Family)), Count: n}, hides...)
	}
	for _, s := range network.Statuses {
		n := 0
		for _, r := range x.Relations {
			if r.Status == s {
				n++
			}
		}
		row(&l.Statuses, legendRow{Status: s, Label: x.words.of("status", string(s)), Count: n}, "status."+string(s))
	}
	for _, s := range x.Speakers {
		tokens = append(tokens, "speaker."+s.ID)
	}
	for _, s := range x.Sources {
		n := 0
		for _, p := range x.Passages {
			if p.Source == s.ID {
				n++
			}
		}
		row(&l.Sources, legendRow{Label: s.Title, Lang: s.Lang, Count: n}, "source."+s.ID)
	}
	if len(x.Sources) < 2 {
		l.Sources = nil // to hide the only one is to hide everything
	}
	for _, r := range x.Relations {
		l.Past = l.Past || r.Past
	}
	l.Lead = len(x.Lead) > 0
	l.Tokens = strings.Join(tokens, " ")
	return l
}
