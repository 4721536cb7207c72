package svg

import (
	"fmt"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Size of a swatch, the small picture beside a word of the legend: of lines in CSS
// pixels, of boxes at two thirds of their size.
const (
	SwatchWidth  = 40
	SwatchHeight = 16
	boxWidth     = 60
	boxHeight    = 24
)

// A swatch is drawn as the picture of a small network by the same code, so that the two
// can't differ.

// Swatches draws swatches with the terms of a network.
type Swatches struct{ Vocabulary *network.Vocabulary }

// Node returns the box of a kind of node, as an inline <svg>.
func (s Swatches) Node(k network.NodeKind) string {
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
	return swatch(n, places, nil, boxWidth, boxHeight)
}

// Line returns the line of a relation.
func (s Swatches) Line(k network.RelationKind, status network.Status, past bool) string {
	return s.Cable(network.Relation{Kind: k, Directed: true, Status: status, Past: past})
}

// Cable returns the line of several relations between two nodes, from left to
// right.
func (s Swatches) Cable(relations ...network.Relation) string { return s.cable(false, relations...) }

// Lead returns the line of a relation of the lead, of kind k.
func (s Swatches) Lead(k network.RelationKind, status network.Status) string {
	return s.cable(true, network.Relation{Kind: k, Directed: true, Status: status})
}

// Denied returns the line of a relation that somebody denies.
func (s Swatches) Denied() string {
	return s.Cable(network.Relation{Kind: "tie", Status: network.Stated, Against: []network.Denial{{Says: network.Denies}}})
}

// Legal returns the line of a relation at a legal stage.
func (s Swatches) Legal(stage network.LegalStage) string {
	return s.Cable(network.Relation{Kind: "tie", Status: network.Stated, Legal: []network.Stage{{Stage: stage, Date: &network.Date{}}}})
}

// cable returns the line between two nodes at the sign's sides, which are
// prominent: they have relations to a third, which lies outside.
func (s Swatches) cable(lead bool, relations ...network.Relation) string {
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
	return swatch(n, places, []float64{1, SwatchHeight / 2, SwatchWidth - 1, SwatchHeight / 2}, SwatchWidth, SwatchHeight)
}

// Frame returns a node of a kind drawn around three members.
func (s Swatches) Frame(k network.NodeKind) string {
	n := &network.Network{Vocabulary: s.Vocabulary, Nodes: []network.Node{{ID: "whole", Kind: k}}}
	places := []scene.Place{{ID: "whole", X: boxWidth / 2, Y: boxHeight / 2, W: boxWidth - 2, H: boxHeight - 2}}
	for i, id := range []string{"a", "b", "c"} {
		n.Nodes = append(n.Nodes, network.Node{ID: id, Kind: network.State})
		n.Relations = append(n.Relations, network.Relation{ID: "m" + id, From: id, To: "whole", Kind: "membership", Directed: true})
		places = append(places, scene.Place{ID: id, X: boxWidth/2 + float64(i-1)*15, Y: boxHeight / 2, W: 11, H: 9})
	}
	return swatch(n, places, nil, boxWidth, boxHeight)
}

// swatch draws a network whose nodes have places in an area of the given size, with the
// line of the first cable.
func swatch(n *network.Network, places []scene.Place, line []float64, width, height float64) string {
	l := scene.Layout{Width: width, Height: height, Places: places}
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
	s, err := scene.New(d, scene.Formats[0].Name, scene.Defaults())
	if err != nil {
		panic("svg: " + err.Error()) // the networks are made here
	}
	var p scene.Picture
	s.Picture(&p)
	p.Boxes = slices.DeleteFunc(p.Boxes, func(b scene.BoxMark) bool { return b.At.X < 0 || b.At.X > width })
	w := &writer{links: none}
	w.printf(`<svg class="sign" viewBox="0 0 %g %g" aria-hidden="true">`, width, height)
	p.Draw(w)
	w.printf("</svg>")
	return strings.ReplaceAll(w.String(), "\n", "")
}
