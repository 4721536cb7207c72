package web

import (
	"html/template"
	"sync"

	"proxynet/network"
	"proxynet/viz/svg"
)

// swatches draws the swatches of the legend, the small pictures beside their
// explanations. The picture's own code draws them and escapes every text.
func swatches(n *network.Network) template.FuncMap {
	draw, terms := svg.Swatches{Vocabulary: n.Vocabulary}, n.Terms()
	// Pages of large networks have the same few next to every name.
	kind := once(func(k network.RelationKind) string { return draw.Line(k, network.Stated, false) })
	return template.FuncMap{
		"nodeSwatch":   once(draw.Node),
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

// once returns draw, except that it draws each picture only once.
func once[K comparable](draw func(K) string) func(K) template.HTML {
	var drawn sync.Map
	return func(k K) template.HTML {
		picture, ok := drawn.Load(k)
		if !ok {
			picture, _ = drawn.LoadOrStore(k, template.HTML(draw(k)))
		}
		return picture.(template.HTML)
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
