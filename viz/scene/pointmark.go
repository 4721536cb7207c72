package scene

import (
	"math"
	"sort"

	"proxynet/network"
)

// PointPicture is the draw list of point mode, in CSS pixels of the page, back to
// front: lines, dots, names; lines and dots in order with the most
// important last, names with it first.
type PointPicture struct {
	Lines []LineMark
	Dots  []DotMark
	Names []NameMark
}

// Reset empties the list, and keeps its memory.
func (p *PointPicture) Reset() { p.Lines, p.Dots, p.Names = p.Lines[:0], p.Dots[:0], p.Names[:0] }

// The limits of a still picture in point mode, which keep its file small and quick to
// make. The live one shows everything.
const (
	mostLines = 3000
	mostDots  = 4000
)

// Limit keeps the most important lines and dots, as many as a still picture
// holds, and draws the lines more strongly for those that are left out.
func (p *PointPicture) Limit() {
	p.Dots = p.Dots[max(0, len(p.Dots)-mostDots):]
	all := len(p.Lines)
	if all <= mostLines {
		return
	}
	sort.SliceStable(p.Lines, func(i, j int) bool { return p.Lines[i].Weight > p.Lines[j].Weight })
	p.Lines = p.Lines[:mostLines]
	sort.SliceStable(p.Lines, func(i, j int) bool { return p.Lines[i].Paint < p.Lines[j].Paint })
	for i := range p.Lines {
		m := &p.Lines[i]
		m.Alpha = min(1, m.Alpha*math.Sqrt(float64(all)/mostLines))
	}
}

// LineMark is an edge as a line.
type LineMark struct {
	ID    string
	A, B  Vec
	Width float64
	Paint Paint
	Alpha float64

	Weight int32 // grows with the number of relations of its ends
}

// DotMark is a node as a dot: a disc, or a box, by its kind.
type DotMark struct {
	ID    string
	At    Vec // centre
	R     float64
	Kind  network.NodeKind
	Focus bool // selected
	Gone  bool // removed by a what-if, or without a chain after the removal
}

// NameMark is the name beside a dot.
type NameMark struct {
	ID   string
	At   Vec // where the baseline begins
	Text string
	Size float64
	Bold bool
}

// Corner returns the radius of the dot's corners, and Hollow whether it is an
// outline only: kinds differ by shape as well as by colour.
func (m DotMark) Corner() float64 {
	switch m.Kind {
	case network.State, network.Target:
		return m.R * 0.15
	case network.Force, network.Group, network.Alliance:
		return m.R * 0.5
	}
	return m.R
}

// Hollow reports whether the dot is an outline only.
func (m DotMark) Hollow() bool {
	return m.Gone || m.Kind == network.People || m.Kind == network.Target || m.Kind == network.Unknown
}
