package scene

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/layout"
)

// Boxed is the number of nodes up to which a network is arranged for print, each
// node a box with its name in it. Beyond that the search for an arrangement takes
// minutes and the boxes fill the frame: a larger network is a field.
const Boxed = 48

// spread lays out a network that is too large for boxes: each part that hangs
// together by the force layout, the largest on top, the small ones in rows under
// it. All layouts are the same places, scaled into their frames.
func spread(n *network.Network) (*Drawing, error) {
	index := make(map[string]int32, len(n.Nodes))
	for i, node := range n.Nodes {
		index[node.ID] = int32(i)
	}
	edges := make([]layout.Edge, 0, len(n.Relations))
	for _, r := range n.Relations {
		edges = append(edges, layout.Edge{From: index[r.From], To: index[r.To]})
	}
	at := make([]layout.Point, len(n.Nodes))
	parts := partsOf(len(n.Nodes), edges)
	sizes := make([]Rect, len(parts))
	rank := spreadRanks(n)
	local := make([]int32, len(n.Nodes)) // index of a node within its part
	for k := range parts {
		if err := lay(&parts[k], rank, local, at, &sizes[k]); err != nil {
			return nil, fmt.Errorf("network %q: %w", n.ID, err)
		}
	}
	shelve(parts, sizes, at)

	d := &Drawing{Network: n}
	for _, f := range Formats {
		d.Layouts = append(d.Layouts, Layout{Name: f.Name, Width: f.Width, Height: f.Height})
	}
	first := &d.Layouts[0]
	first.Dots = make([]float64, 0, 2*len(at))
	scale, dx, dy := into(bounding(at), first)
	for _, p := range at {
		first.Dots = append(first.Dots, thousandth(p.X*scale+dx), thousandth(p.Y*scale+dy))
	}
	return d, nil
}

func thousandth(v float64) float64 { return math.Round(v*1000) / 1000 }

// part is what of a network hangs together.
type part struct {
	nodes []int32
	edges []layout.Edge
}

// partsOf returns the parts of a graph, the largest first.
func partsOf(n int, edges []layout.Edge) []part {
	root := make([]int32, n)
	for i := range root {
		root[i] = int32(i)
	}
	find := func(v int32) int32 {
		for root[v] != v {
			root[v] = root[root[v]]
			v = root[v]
		}
		return v
	}
	for _, e := range edges {
		a, b := find(e.From), find(e.To)
		root[max(a, b)] = min(a, b)
	}
	var parts []part
	of := make(map[int32]int)
	for v := range root {
		r := find(int32(v))
		k, ok := of[r]
		if !ok {
			k = len(parts)
			of[r], parts = k, append(parts, part{})
		}
		parts[k].nodes = append(parts[k].nodes, int32(v))
	}
	for _, e := range edges {
		p := &parts[of[find(e.From)]]
		p.edges = append(p.edges, e)
	}
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(len(b.nodes), len(a.nodes)) })
	return parts
}

// Lengths of a spread, before it is scaled into a frame.
const (
	spreadLink   = 30 // of a link at rest
	spreadGap    = 24 // between parts
	spreadCell   = 14 // side of the square that a node without relations takes
	collideUpTo  = 2000
	spreadDot    = 9    // free square around a node, up to collideUpTo nodes
	spreadWeight = 0.02 // pull to the rank
)

// lay gives the nodes of a part their places, with the corner at the origin, and
// tells what room they take.
func lay(p *part, rank []float64, local []int32, at []layout.Point, size *Rect) error {
	if len(p.nodes) == 1 {
		at[p.nodes[0]] = layout.Point{X: spreadCell / 2, Y: spreadCell / 2}
		*size = Rect{W: spreadCell, H: spreadCell}
		return nil
	}
	for i, v := range p.nodes {
		local[v] = int32(i)
	}
	g := layout.Graph{Boxes: make([]layout.Box, len(p.nodes)), Edges: make([]layout.Edge, len(p.edges))}
	if len(p.nodes) <= collideUpTo {
		for i := range g.Boxes {
			g.Boxes[i] = layout.Box{W: spreadDot, H: spreadDot}
		}
	}
	for i, e := range p.edges {
		g.Edges[i] = layout.Edge{From: local[e.From], To: local[e.To]}
	}
	s := layout.Defaults()
	s.LinkDistance = spreadLink
	if rank != nil {
		// Ranks run from 0 to 1, over a picture about as high as a square of its nodes.
		height := spreadLink * math.Sqrt(float64(len(p.nodes)))
		g.Rank = make([]float64, len(p.nodes))
		for i, v := range p.nodes {
			g.Rank[i] = (rank[v] - 0.5) * height
		}
		s.Rank = spreadWeight
	}
	m, err := layout.NewUnfolded(g, s)
	if err != nil {
		return err
	}
	for !m.Settled() {
		m.Tick()
	}
	places := slices.Clone(m.Positions())
	box := bounding(places)
	for i, v := range p.nodes {
		at[v] = layout.Point{X: places[i].X - box.X + spreadCell/2, Y: places[i].Y - box.Y + spreadCell/2}
	}
	*size = Rect{W: box.W + spreadCell, H: box.H + spreadCell}
	return nil
}

// shelve puts the parts under each other, as many in a row as are as wide as the
// largest, or as a square of all of them.
func shelve(parts []part, sizes []Rect, at []layout.Point) {
	var area, width float64
	for _, r := range sizes {
		area += r.W * r.H
		width = max(width, r.W)
	}
	width = max(width, 1.2*math.Sqrt(area))
	var x, y, high float64
	for k, p := range parts {
		gap := float64(spreadGap)
		if len(p.nodes) == 1 {
			gap = 0
		}
		if x > 0 && x+sizes[k].W > width {
			x, y, high = 0, y+high+gap, 0
		}
		for _, v := range p.nodes {
			at[v].X += x
			at[v].Y += y
		}
		x, high = x+sizes[k].W+gap, max(high, sizes[k].H)
	}
}

// spreadRanks gives each node the height, from 0 to 1, at which it should stand,
// NaN for any; nil where the network names no root.
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

// fieldMargin is the free space around the dots of a layout, for what they are
// drawn with and the names beside the outermost.
const fieldMargin = 28

// into returns the scale and the offset that bring box into a layout's frame.
func into(box Rect, l *Layout) (scale, dx, dy float64) {
	scale = min((l.Width-2*fieldMargin)/max(box.W, 1e-9), (l.Height-2*fieldMargin)/max(box.H, 1e-9))
	return scale, l.Width/2 - (box.X+box.W/2)*scale, l.Height/2 - (box.Y+box.H/2)*scale
}
