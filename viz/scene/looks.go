package scene

import (
	"cmp"

	"proxynet/network"
)

// Looks maps the terms of a network to their appearance: the built-in ones as in the
// tables of this file, declared ones like them or with colours, strokes and ends of
// their own.
type Looks struct{ terms *network.Terms }

// NewLooks returns the looks of a network's terms.
func NewLooks(n *network.Network) Looks { return Looks{n.Terms()} }

// linePaints are the colours of lines by their names.
var linePaints = map[network.Colour]Paint{
	"black": Stroke(network.Command), "blue": Stroke(network.Support), "grey": Stroke(network.Influence),
	"red": Stroke(network.Hostile), "amber": Stroke(network.Personal), "green": Outline(network.Force),
	"purple": Outline(network.Alliance), "olive": Outline(network.Organisation), "slate": Outline(network.State),
}

// strokes of lines by their names.
var lineStrokes = map[network.Line]Line{
	"bold": lines[network.Command], "solid": lines[network.Hostile], "thin": lines[network.Belonging],
	"dashed": lines[network.Support], "dotted": lines[network.Influence], "long": lines[network.Personal],
}

// heads are the marks at ends by their names.
var heads = map[network.End]Head{"triangle": Triangle, "arrow": Vee, "bar": Bar, "none": NoHead}

// Stroke returns the colour of the lines of family f, "" being that of unknown
// kinds.
func (l Looks) Stroke(f network.Family) Paint {
	f = cmp.Or(f, network.Other)
	if t := l.terms.FamilyTerm(f); t != nil && t.Colour != "" {
		return linePaints[t.Colour]
	}
	return Stroke(l.terms.Like(f))
}

// Line returns the line of a relation of kind k: one for each family, unless a kind
// declares its own. Its width shows the number of relations.
func (l Looks) Line(k network.RelationKind) Line {
	f := cmp.Or(l.terms.Family(k), network.Other)
	line := lines[l.terms.Like(f)]
	if t := l.terms.FamilyTerm(f); t != nil {
		line = dressed(line, t.Line, t.End)
	}
	if t := l.terms.RelationKind(k); t != nil {
		line = dressed(line, t.Line, t.End)
	}
	return line
}

// dressed returns a line with the named stroke and end, if any.
func dressed(line Line, stroke network.Line, end network.End) Line {
	if s, ok := lineStrokes[stroke]; ok {
		line.Width, line.Dash = s.Width, s.Dash
	}
	if h, ok := heads[end]; ok {
		line.Head = h
	}
	return line
}

// line returns the line of relation r. A relation without a passage is drawn in short
// strokes, whatever its kind.
func (l Looks) line(r *network.Relation) Line {
	line := l.Line(r.Kind)
	if r.Status == network.Unsourced {
		line.Width, line.Dash = min(line.Width, 1), unsourcedDash
	}
	return line
}

// stroke returns the colour of relation r.
func (l Looks) stroke(r *network.Relation) Paint { return l.Stroke(l.terms.Family(r.Kind)) }

// node returns the shape of nodes of kind k, and the built-in kind whose colours
// they have.
func (l Looks) node(k network.NodeKind) (Shape, network.NodeKind) {
	return ShapeOf(l.terms.ShapeOf(k)), l.terms.ColourOf(k)
}
