package legend

import (
	"fmt"
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// The size in which a swatch is shown, in CSS pixels.
const (
	SwatchWidth  = 40
	SwatchHeight = 16
)

// The size in which a box is drawn for a swatch, which is shown at two thirds of it.
const (
	boxWidth  = 60
	boxHeight = 24
)

// Swatch is a small picture of a sign. The zero Swatch is empty.
type Swatch struct {
	Picture       *scene.Picture
	Width, Height float64
}

// Swatches draws swatches with the terms of a network.
type Swatches struct {
	Vocabulary *network.Vocabulary
	Mirrored   bool // the picture's labels run from right to left
}

// Node returns the box of a kind of node.
func (s Swatches) Node(k network.NodeKind) Swatch {
	n := &network.Network{Vocabulary: s.Vocabulary, Nodes: []network.Node{{ID: "a", Kind: k}}, Lead: []string{"bc"}}
	places := []scene.Place{{ID: "a", X: boxWidth / 2, Y: boxHeight / 2, W: boxWidth - 5, H: boxHeight - 3, Lines: []string{""}, Size: 13}}
	tie := func(from, to string) {
		n.Relations = append(n.Relations, network.Relation{ID: from + to, From: from, To: to, Kind: "tie"})
	}
	for _, id := range []string{"b", "c", "d"} { // they make it prominent, which fills its box
		n.Nodes = append(n.Nodes, network.Node{ID: id})
		places = append(places, scene.Place{ID: id, X: -boxWidth})
		tie("a", id)
	}
	tie("b", "c")
	return s.draw(n, places, nil, boxWidth, boxHeight)
}

// Line returns the line of a relation.
func (s Swatches) Line(k network.RelationKind, status network.Status, past bool) Swatch {
	return s.Cable(network.Relation{Kind: k, Directed: true, Status: status, Past: past})
}

// Cable returns the line of several relations between two nodes, from left to
// right.
func (s Swatches) Cable(relations ...network.Relation) Swatch { return s.cable(false, relations...) }

// Families returns the line of relations of several families, the last of which runs
// the other way.
func (s Swatches) Families(families []network.Family) Swatch {
	terms := (&network.Network{Vocabulary: s.Vocabulary}).Terms()
	var relations []network.Relation
	for i, f := range families {
		r := network.Relation{From: "a", To: "b", Directed: true, Kind: First(terms, f), Status: network.Stated}
		if i == len(families)-1 && i > 0 {
			r.From, r.To = r.To, r.From
		}
		relations = append(relations, r)
	}
	return s.Cable(relations...)
}

// First returns the first kind of a family.
func First(t *network.Terms, f network.Family) network.RelationKind {
	for _, k := range t.RelationKinds() {
		if k.Family == f {
			return k.Kind
		}
	}
	return ""
}

// Lead returns the line of a relation of the lead, of kind k.
func (s Swatches) Lead(k network.RelationKind, status network.Status) Swatch {
	return s.cable(true, network.Relation{Kind: k, Directed: true, Status: status})
}

// Past returns the line of a past relation.
func (s Swatches) Past() Swatch { return s.Line("command", network.Stated, true) }

// Status returns the line of a relation with the given status.
func (s Swatches) Status(status network.Status) Swatch { return s.Line("command", status, false) }

// Denied returns the line of a relation that somebody denies.
func (s Swatches) Denied() Swatch {
	return s.Cable(network.Relation{Kind: "tie", Status: network.Stated, Against: []network.Denial{{Says: network.Denies}}})
}

// Legal returns the line of a relation at a legal stage.
func (s Swatches) Legal(stage network.LegalStage) Swatch {
	return s.Cable(network.Relation{Kind: "tie", Status: network.Stated, Legal: []network.Stage{{Stage: stage, Date: &network.Date{}}}})
}

// Dot returns the dot of a kind of node in a network drawn as points.
func (s Swatches) Dot(k network.NodeKind) Swatch {
	const radius = 6
	kind := (&network.Network{Vocabulary: s.Vocabulary}).Terms().ColourOf(k)
	dot := scene.DotMark{R: radius, Kind: kind}
	m := scene.BoxMark{At: scene.Vec{X: SwatchWidth / 2, Y: SwatchHeight / 2}, W: 2 * radius, H: 2 * radius, Shape: scene.Shape{Radius: dot.Corner(), Border: 1.25}, Kind: kind, Rank: diagram.Primary, Alpha: 1}
	if dot.Hollow() {
		m.Rank = diagram.Secondary
	}
	return Swatch{&scene.Picture{Boxes: []scene.BoxMark{m}}, SwatchWidth, SwatchHeight}
}

// plain returns the line of a family in a network drawn as points: its colour alone.
func (s Swatches) plain(f network.Family) Swatch {
	looks := scene.NewLooks(&network.Network{Vocabulary: s.Vocabulary})
	points := []scene.Vec{{X: 4, Y: SwatchHeight / 2}, {X: SwatchWidth - 4, Y: SwatchHeight / 2}}
	m := scene.EdgeMark{Path: scene.Path{Points: points}, Line: scene.Line{Width: 1.6}, Paint: looks.Stroke(f), Alpha: 1}
	return Swatch{&scene.Picture{Edges: []scene.EdgeMark{m}}, SwatchWidth, SwatchHeight}
}

// cable returns the line between two nodes at the swatch's sides, which are
// prominent: they have relations to a third, which lies outside.
func (s Swatches) cable(lead bool, relations ...network.Relation) Swatch {
	n := &network.Network{Vocabulary: s.Vocabulary, Nodes: []network.Node{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	for i, r := range relations {
		r.ID = fmt.Sprintf("r%d", i)
		if r.From == "" {
			r.From, r.To = "a", "b"
		}
		n.Relations = append(n.Relations, r)
	}
	if lead {
		n.Lead = []string{"r0"}
	} else {
		n.Relations = append(n.Relations, network.Relation{ID: "ac", From: "a", To: "c", Kind: "tie"}, network.Relation{ID: "bc", From: "b", To: "c", Kind: "tie"})
	}
	const side = 10
	places := []scene.Place{
		{ID: "a", X: -side, Y: SwatchHeight / 2, W: 2 * side, H: SwatchHeight},
		{ID: "b", X: SwatchWidth + side, Y: SwatchHeight / 2, W: 2 * side, H: SwatchHeight},
		{ID: "c", X: -SwatchWidth, Y: -SwatchHeight},
	}
	return s.draw(n, places, []float64{1, SwatchHeight / 2, SwatchWidth - 1, SwatchHeight / 2}, SwatchWidth, SwatchHeight)
}

// Frame returns a node of a kind drawn around three members.
func (s Swatches) Frame(k network.NodeKind) Swatch {
	n := &network.Network{Vocabulary: s.Vocabulary, Nodes: []network.Node{{ID: "whole", Kind: k}}}
	places := []scene.Place{{ID: "whole", X: boxWidth / 2, Y: boxHeight / 2, W: boxWidth - 2, H: boxHeight - 2}}
	for i, id := range []string{"a", "b", "c"} {
		n.Nodes = append(n.Nodes, network.Node{ID: id, Kind: network.State})
		n.Relations = append(n.Relations, network.Relation{ID: "m" + id, From: id, To: "whole", Kind: "membership", Directed: true})
		places = append(places, scene.Place{ID: id, X: boxWidth/2 + float64(i-1)*15, Y: boxHeight / 2, W: 11, H: 9})
	}
	return s.draw(n, places, nil, boxWidth, boxHeight)
}

// draw draws a network whose nodes have places in an area of the given size, with
// the line of the first cable.
func (s Swatches) draw(n *network.Network, places []scene.Place, line []float64, width, height float64) Swatch {
	l := scene.Layout{Width: width, Height: height, Places: places, Mirrored: s.Mirrored}
	m := diagram.New(n)
	l.Cables = make([][]float64, len(m.Cables))
	if line != nil {
		l.Cables[0] = line
		if m.Cables[0].From != 0 { // a cable's line runs from its hub
			slices.Reverse(l.Cables[0])
		}
	}
	if len(m.Frames) > 0 {
		l.Frames = []scene.FramePlace{{}}
	}
	d := &scene.LaidOutNetwork{Network: n}
	for _, f := range scene.Formats {
		l.Name = f.Name
		d.Layouts = append(d.Layouts, l)
	}
	drawn, err := scene.New(d, scene.Formats[0].Name, scene.Defaults())
	if err != nil {
		panic("legend: " + err.Error()) // the networks are made here
	}
	p := new(scene.Picture)
	drawn.Picture(p)
	p.Boxes = slices.DeleteFunc(p.Boxes, func(b scene.BoxMark) bool { return b.At.X < 0 || b.At.X > width })
	return Swatch{p, width, height}
}

// number returns the badge that counts the relations of a line.
func number(text string) Swatch {
	at := scene.Vec{X: SwatchWidth / 2, Y: SwatchHeight / 2}
	return Swatch{&scene.Picture{Badges: []scene.BadgeMark{{Cable: -1, At: at, Text: text, Face: scene.Count, Size: scene.Formats[0].Label, Paint: scene.Muted, Alpha: 1}}}, SwatchWidth, SwatchHeight}
}

// words returns a swatch of text as it appears beside a line.
func words(text string, size float64) Swatch {
	width := scene.TextWidth(text, size, false)
	at := scene.Vec{X: (SwatchWidth - width) / 2, Y: SwatchHeight/2 + 0.36*size}
	return Swatch{&scene.Picture{Words: []scene.WordMark{{At: at, Text: text, Size: size, Width: width, Paint: scene.Ink, Alpha: 1}}}, SwatchWidth, SwatchHeight}
}
