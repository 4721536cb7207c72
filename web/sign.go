package web

import (
	"html/template"

	"proxynet/network"
	"proxynet/viz/poster"
)

// Signs of the legend: the small drawings beside words that say how the picture
// shows what the words mean. The picture's own code draws them, and escapes what
// it writes.
var signs = template.FuncMap{
	"nodeSign":  func(k network.NodeKind) template.HTML { return template.HTML(poster.NodeSign(k)) },
	"lineSign":  func(f network.Family) template.HTML { return lineSign(firstOf(f)) },
	"kindSign":  lineSign,
	"pastSign":  func() template.HTML { return template.HTML(poster.LineSign("command", network.Stated, true)) },
	"leadSign":  func(s network.Status) template.HTML { return template.HTML(poster.LeadSign(s)) },
	"frameSign": func(k network.NodeKind) template.HTML { return template.HTML(poster.FrameSign(k)) },
	"cableSign": cableSign,
}

func lineSign(k network.RelationKind) template.HTML {
	return template.HTML(poster.LineSign(k, network.Stated, false))
}

// firstOf returns the first kind of a family.
func firstOf(f network.Family) network.RelationKind {
	for _, k := range network.RelationKinds {
		if k.Family == f {
			return k.Kind
		}
	}
	return ""
}

// cableSign is the line of relations of several families, of which one runs the
// other way.
func cableSign(families []network.Family) template.HTML {
	var relations []network.Relation
	for i, f := range families {
		r := network.Relation{From: "a", To: "b", Directed: true, Kind: firstOf(f), Status: network.Stated}
		if i == len(families)-1 && i > 0 {
			r.From, r.To = r.To, r.From
		}
		relations = append(relations, r)
	}
	return template.HTML(poster.CableSign(relations...))
}
