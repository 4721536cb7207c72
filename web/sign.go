package web

import (
	"html/template"

	"proxynet/network"
	"proxynet/viz/poster"
)

// signs are the signs of the legend: the small drawings beside words that say how
// the picture shows what the words mean. The picture's own code draws them, and
// escapes what it writes.
func signs(n *network.Network) template.FuncMap {
	draw, terms := poster.Signs{Vocabulary: n.Vocabulary}, n.Terms()
	kind := func(k network.RelationKind) template.HTML {
		return template.HTML(draw.Line(k, network.Stated, false))
	}
	return template.FuncMap{
		"nodeSign":   func(k network.NodeKind) template.HTML { return template.HTML(draw.Node(k)) },
		"lineSign":   func(f network.Family) template.HTML { return kind(firstOf(terms, f)) },
		"kindSign":   kind,
		"pastSign":   func() template.HTML { return template.HTML(draw.Line("command", network.Stated, true)) },
		"leadSign":   func(l leadKey) template.HTML { return template.HTML(draw.Lead(l.Kind, l.Status)) },
		"frameSign":  func(k network.NodeKind) template.HTML { return template.HTML(draw.Frame(k)) },
		"deniedSign": func() template.HTML { return template.HTML(draw.Denied()) },
		"legalSign":  func(s network.LegalStage) template.HTML { return template.HTML(draw.Legal(s)) },
		"cableSign":  func(families []network.Family) template.HTML { return cableSign(draw, terms, families) },
	}
}

// firstOf returns the first kind of a family.
func firstOf(t *network.Terms, f network.Family) network.RelationKind {
	for _, k := range t.RelationKinds() {
		if k.Family == f {
			return k.Kind
		}
	}
	return ""
}

// cableSign is the line of relations of several families, of which one runs the
// other way.
func cableSign(draw poster.Signs, t *network.Terms, families []network.Family) template.HTML {
	var relations []network.Relation
	for i, f := range families {
		r := network.Relation{From: "a", To: "b", Directed: true, Kind: firstOf(t, f), Status: network.Stated}
		if i == len(families)-1 && i > 0 {
			r.From, r.To = r.To, r.From
		}
		relations = append(relations, r)
	}
	return template.HTML(draw.Cable(relations...))
}
