package web

import (
	"fmt"

	"proxynet/network"
	"proxynet/viz/scene"
)

// Size of a sign, in CSS pixels: the small drawing beside a word that says how
// the picture shows what the word means.
const (
	signWidth  = 32
	signHeight = 16
)

// nodeSign is a node's box as the picture draws it, without its label.
type nodeSign struct {
	Fill, Edge string // CSS colours
	Border     float64
	Dash       string
	Boxes      []box
}

type box struct{ X, Y, W, H, Radius float64 }

func newNodeSign(k network.NodeKind) nodeSign {
	s := scene.ShapeOf(k)
	sign := nodeSign{
		Fill: color(scene.Fill(k)), Edge: color(scene.Edge(k)),
		Border: s.Border, Dash: dash(s.Dash),
	}
	inset := func(by float64) box {
		b := box{X: 2 + by, Y: 1 + by, W: signWidth - 4 - 2*by, H: signHeight - 2 - 2*by}
		if s.Radius == scene.Round {
			b.Radius = b.H / 2
		} else {
			b.Radius = min(max(s.Radius-by, 0), b.H/2) * signHeight / 24
		}
		return b
	}
	sign.Boxes = append(sign.Boxes, inset(0))
	if s.Inset > 0 {
		sign.Boxes = append(sign.Boxes, inset(s.Inset))
	}
	return sign
}

// lineSign is a relation's line as the picture draws it.
type lineSign struct {
	Color string // CSS colour
	Width float64
	Dash  string
	End   float64 // where the line ends and its head begins
	Head  string  // path of the head
	Solid bool    // the head is filled
}

func newLineSign(f network.Family) lineSign { return signOf(scene.FamilyLine(f), f) }

// newKindSign is the sign of one kind of relation, which may have a line of its
// own in its family.
func newKindSign(k network.RelationKind) lineSign { return signOf(scene.LineOf(k), k.Family()) }

func signOf(l scene.Line, f network.Family) lineSign {
	sign := lineSign{Color: color(scene.Stroke(f)), Width: l.Width, Dash: dash(l.Dash), End: signWidth - 1}
	switch l.Head {
	case scene.Triangle:
		sign.End, sign.Head, sign.Solid = signWidth-9, "M22 3.5L31 8l-9 4.5z", true
	case scene.Vee:
		sign.Head = "M26 4l5 4-5 4"
	case scene.Bar:
		sign.Head = "M31 3v10"
	}
	return sign
}

func color(p scene.Paint) string { return "var(--pn-" + string(p) + ")" }

func dash(d [2]float64) string {
	if d == [2]float64{} {
		return "none"
	}
	return fmt.Sprintf("%g %g", d[0], d[1])
}
