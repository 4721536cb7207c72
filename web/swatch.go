package web

import (
	"fmt"
	"html/template"
	"strings"
	"sync"

	"proxynet/network"
	"proxynet/viz/legend"
	"proxynet/viz/svg"
)

// sign returns a swatch. The picture's own code draws it and escapes every text.
func sign(s legend.Swatch) template.HTML { return template.HTML(svg.Sign(s)) }

// swatches draws the swatches of the legend, the small pictures beside their
// explanations. often draws those that the evidence repeats beside its entries.
func swatches(w words, n *network.Network, often func(legend.Swatch) template.HTML) template.FuncMap {
	draw, terms := legend.Swatches{Vocabulary: n.Vocabulary}, n.Terms()
	// Pages of large networks have the same few next to every name.
	kind := once(func(k network.RelationKind) template.HTML { return often(draw.Line(k, network.Stated, false)) })
	return template.FuncMap{
		"nodeSwatch": once(func(k network.NodeKind) template.HTML { return often(draw.Node(k)) }),
		"statusSign": once(func(s network.Status) template.HTML {
			return often(legend.Swatches{Vocabulary: n.Vocabulary, Mirrored: w.Direction == "rtl"}.Status(s))
		}),
		"lineSwatch":   func(f network.Family) template.HTML { return kind(legend.First(terms, f)) },
		"kindSwatch":   kind,
		"pastSwatch":   func() template.HTML { return sign(draw.Past()) },
		"leadSwatch":   func(l leadKey) template.HTML { return sign(draw.Lead(l.Kind, l.Status)) },
		"frameSwatch":  func(k network.NodeKind) template.HTML { return sign(draw.Frame(k)) },
		"deniedSwatch": func() template.HTML { return often(draw.Denied()) },
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

// sharedSigns are the signs that a page draws once, in a hidden element at its start, and
// shows in many places: a tenth less markup.
type sharedSigns struct {
	ids     map[string]string // by the symbol without its id
	symbols strings.Builder
}

// use returns the element that shows a sign.
func (s *sharedSigns) use(swatch legend.Swatch) template.HTML {
	key, ok := svg.Symbol(swatch, "")
	if !ok {
		return sign(swatch)
	}
	id, known := s.ids[key]
	if !known {
		id = fmt.Sprintf("sign-%d", len(s.ids)+1)
		s.ids[key] = id
		symbol, _ := svg.Symbol(swatch, id)
		s.symbols.WriteString(symbol)
	}
	return template.HTML(svg.Use(id))
}

// markup returns the hidden element with the signs; "" if there are none.
func (s *sharedSigns) markup() template.HTML {
	if len(s.ids) == 0 {
		return ""
	}
	return template.HTML("<div hidden><svg>" + s.symbols.String() + "</svg></div>\n")
}
