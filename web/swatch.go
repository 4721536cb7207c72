package web

import (
	"html/template"

	"proxynet/network"
	"proxynet/viz/svg"
)

// swatches draws the swatches of the legend, the small pictures beside their
// explanations. The picture's own code draws them and escapes every text.
func swatches(n *network.Network) template.FuncMap {
	draw, terms := svg.Swatches{Vocabulary: n.Vocabulary}, n.Terms()
	kind := func(k network.RelationKind) template.HTML {
		return template.HTML(draw.Line(k, network.Stated, false))
	}
	return template.FuncMap{
		"nodeSwatch":   func(k network.NodeKind) template.HTML { return template.HTML(draw.Node(k)) },
		"lineSwatch":   func(f network.Family) template.HTML { return kind(firstOf(terms, f)) },
		"kindSwatch":   kind,
		"pastSwatch":   func() template.HTML { return template.HTML(draw.Line("command", network.Stated, true)) },
		"leadSwatch":   func(l leadKey) template.HTML { return template.HTML(draw.Lead(l.Kind, l.Status)) },
		"frameSwatch":  func(k network.NodeKind) template.HTML { return template.HTML(draw.Frame(k)) },
		"deniedSwatch": func() template.HTML { return template.HTML(draw.Denied()) },
		"legalSwatch":  func(s network.LegalStage) template.HTML { return template.HTML(draw.Legal(s)) },
		"cableSwatch":  func(families []network.Family) template.HTML { return cableSwatch(draw, terms, families) },
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

// cableSwatch is the line of relations of several families, of which one runs the
// other way.
func cableSwatch(draw svg.Swatches, t *network.Terms, families []network.Family) template.HTML {
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
