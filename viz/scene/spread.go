package scene

import (
	"fmt"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/layout"
)

// Boxed is the number of nodes up to which a network is arranged for print, each
// node a box with its name in it. Beyond that the search for an arrangement takes
// minutes and the boxes fill the frame: a larger network is drawn as points.
const Boxed = 60

// Spread lays out a network that is too large for boxes, or starts to if draft is true.
// All layouts are the same places, scaled into their frames.
func Spread(n *network.Network, draft bool) (*LaidOutNetwork, error) {
	sp, err := layout.NewSpread(graphOf(n), nil)
	if err != nil {
		return nil, fmt.Errorf("network %q: %w", n.ID, err)
	}
	for !draft && sp.Done() < 1 {
		sp.Step(1)
	}
	d := &LaidOutNetwork{Network: n, Draft: draft}
	for _, f := range Formats {
		d.Layouts = append(d.Layouts, Layout{Name: f.Name, Width: f.Width, Height: f.Height})
	}
	places := sp.Places()
	if d.turns() {
		places = turned(places, d.Layouts[0].ratio())
	}
	d.Layouts[0].dot(places)
	return d, nil
}

// graphOf returns the graph on which a network's spread depends.
func graphOf(n *network.Network) layout.Graph {
	index := make(map[string]int32, len(n.Nodes))
	for i, node := range n.Nodes {
		index[node.ID] = int32(i)
	}
	g := layout.Graph{Boxes: make([]layout.Box, len(n.Nodes)), Edges: make([]layout.Edge, 0, len(n.Relations)), Rank: spreadRanks(n)}
	for _, r := range n.Relations {
		g.Edges = append(g.Edges, layout.Edge{From: index[r.From], To: index[r.To]})
	}
	return g
}

// dot sets the dots of l to places, scaled into the frame.
func (l *Layout) dot(places []layout.Point) {
	l.Dots = l.Dots[:0]
	m := into(bounding(places), l, mostStretch)
	for _, p := range places {
		p = m.of(p)
		l.Dots = append(l.Dots, thousandth(p.X), thousandth(p.Y))
	}
}

func thousandth(v float64) float64 { return math.Round(v*1000) / 1000 }

// spreadRanks gives each node the height, from 0 to 1, at which it should be,
// NaN for any; nil if the network names no root.
func spreadRanks(n *network.Network) []float64 {
	if n.Root == "" {
		return nil
	}
	return ranks(n, Format{Height: 1})
}

func bounding(at []layout.Point) Rect {
	if len(at) == 0 {
		return Rect{}
	}
	x0, y0, x1, y1 := at[0].X, at[0].Y, at[0].X, at[0].Y
	for _, p := range at[1:] {
		x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}
}

// fieldMargin is the free space around the dots of a layout, for the radius of the
// outermost and the names beside them.
const fieldMargin = 28

// mostStretch is how much farther points may be spread along one axis than along
// the other to fill a frame.
const mostStretch = 1.7

// mapping scales points and then moves them.
type mapping struct{ sx, sy, dx, dy float64 }

// into returns the mapping that brings box into a layout's frame and fills it, as
// far as the given stretch allows.
func into(box Rect, l *Layout, stretch float64) mapping {
	sx, sy := (l.Width-2*fieldMargin)/max(box.W, 1e-9), (l.Height-2*fieldMargin)/max(box.H, 1e-9)
	sx, sy = min(sx, sy*stretch), min(sy, sx*stretch)
	return mapping{sx, sy, l.Width/2 - (box.X+box.W/2)*sx, l.Height/2 - (box.Y+box.H/2)*sy}
}

func (m mapping) of(p layout.Point) layout.Point {
	return layout.Point{X: p.X*m.sx + m.dx, Y: p.Y*m.sy + m.dy}
}

// scatter appends the places of the dots in layout l to points, which has none.
func scatter(points []layout.Point, d *LaidOutNetwork, l *Layout) []layout.Point {
	m := mapping{sx: 1, sy: 1}
	if points = l.points(points); len(points) == 0 {
		points = d.Layouts[0].points(points)
		if d.turns() {
			points = turned(points, l.ratio())
		}
		const both = mostStretch * mostStretch // the points are stretched for the other frame already
		m = into(bounding(points), l, both)
	}
	for i, p := range points {
		points[i] = m.of(p)
	}
	return points
}

// points appends the dots of l as points to a list.
func (l *Layout) points(list []layout.Point) []layout.Point {
	list = slices.Grow(list, len(l.Dots)/2)
	for i := 0; i < len(l.Dots); i += 2 {
		list = append(list, layout.Point{X: l.Dots[i], Y: l.Dots[i+1]})
	}
	return list
}
