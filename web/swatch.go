package web

import (
	"html/template"
	"sync"

	"proxynet/network"
	"proxynet/viz/legend"
	"proxynet/viz/svg"
)

// swatches draws the swatches of the legend, the small pictures beside their
// explanations. The picture's own code draws them and escapes every text.
func swatches(n *network.Network) template.FuncMap {
	draw, terms := legend.Swatches{Vocabulary: n.Vocabulary}, n.Terms()
	sign := func(s legend.Swatch) template.HTML { return template.HTML(svg.Sign(s)) }
	// Pages of large networks have the same few next to every name.
	kind := once(func(k network.RelationKind) template.HTML { return sign(draw.Line(k, network.Stated, false)) })
	return template.FuncMap{
		"nodeSwatch":   once(func(k network.NodeKind) template.HTML { return sign(draw.Node(k)) }),
		"lineSwatch":   func(f network.Family) template.HTML { return kind(legend.First(terms, f)) },
		"kindSwatch":   kind,
		"pastSwatch":   func() template.HTML { return sign(draw.Past()) },
		"leadSwatch":   func(l leadKey) template.HTML { return sign(draw.Lead(l.Kind, l.Status)) },
		"frameSwatch":  func(k network.NodeKind) template.HTML { return sign(draw.Frame(k)) },
		"deniedSwatch": func() template.HTML { return sign(draw.Denied()) },
		"legalSwatch":  func(s network.LegalStage) template.HTML { return sign(draw.Legal(s)) },
		"cableSwatch":  func(families []network.Family) template.HTML { return sign(draw.Families(families)) },
	}
}

// once returns draw, except that it draws each picture only once.
func once[K comparable](draw func(K) template.HTML) func(K) template.HTML {
	var drawn sync.Map
	return func(k K) template.HTML {
		picture, ok := drawn.Load(k)
		if !ok {
			picture, _ = drawn.LoadOrStore(k, draw(k))
		}
		return picture.(template.HTML)
	}
}
