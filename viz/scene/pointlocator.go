package scene

import (
	"math"
)

// pointLocator finds what is at a point of the world, and points at which an edge
// is found.
type pointLocator struct {
	*Points
	dots dotGrid
	wide edgeGrid

	// Scratch space of edgesNear: its last result, and for each edge the call that met it last.
	near []int32
	met  []uint32
	turn uint32
}

// forget discards the grids because dots have moved.
func (l *pointLocator) forget() { l.dots.stale, l.wide.stale = true, true }

// dotGrid returns the grid of dots as they are now.
func (l *pointLocator) dotGrid() *dotGrid {
	g := &l.dots
	if !g.stale {
		return g
	}
	g.stale = false
	g.cover(l.nodes, 2)
	g.fill(len(l.nodes), l.pause, func(i int, put func(int)) {
		col, row := g.at(l.nodes[i].at)
		put(row*g.cols + col)
	})
	g.reach = 0
	sizes := l.dotSizes()
	for v := range l.nodes {
		g.reach = max(g.reach, sizes.of(v))
	}
	return g
}

// edgeGrid returns the grid of edges as they are now. Its cells are larger,
// since edges are long.
func (l *pointLocator) edgeGrid() *edgeGrid {
	g := &l.wide
	if !g.stale {
		return g
	}
	g.stale = false
	const most = 32.0 * 32 // a long edge is in dozens of cells
	g.cover(l.nodes, max(2, float64(len(l.nodes))/most))
	g.fill(len(l.edges), l.pause, func(i int, put func(int)) {
		g.along(l.nodes[l.edges[i].from].at, l.nodes[l.edges[i].to].at, put)
	})
	return g
}

// edgeSpot returns where a click finds edge i, if it is highlighted.
func (l *pointLocator) edgeSpot(i int) (Vec, bool) {
	if !l.highlight.has(i) {
		return Vec{}, false
	}
	a, b := l.edgeEnds(i, l.camera.view.Zoom)
	hit := func(p Vec) string { return l.hit(p, l.Settings.Slop/l.camera.view.Zoom) }
	return spotOf(l.edges[i].model.ID, func(t float64) Vec { return a.lerp(b, t) }, hit, l.camera.view.Zoom)
}

// hit returns the id of the node or relation at a point of the world; slop is in
// world units.
func (l *pointLocator) hit(p Vec, slop float64) string {
	if v, ok := l.dotAt(p, slop/2); ok {
		return l.nodes[v].model.ID
	}
	if i, ok := l.edgeAt(p, slop); ok {
		return l.edges[i].model.ID
	}
	return ""
}

// dotAt finds the dot at p, or the nearest one within slop of it. If dots overlap, it
// finds the most important, which is on top.
func (l *pointLocator) dotAt(p Vec, slop float64) (int, bool) {
	g := l.dotGrid()
	zoom := l.camera.view.Zoom
	reach := g.reach*l.unit()*l.grown(zoom)/zoom + slop
	c0, r0 := g.at(Vec{p.X - reach, p.Y - reach})
	c1, r1 := g.at(Vec{p.X + reach, p.Y + reach})
	best, found := math.Inf(1), -1
	for row := max(r0, 0); row <= min(r1, g.rows-1); row++ {
		for col := max(c0, 0); col <= min(c1, g.cols-1); col++ {
			for _, i := range g.in(col, row) {
				v := int(i)
				if l.nodes[v].hidden {
					continue
				}
				d := max(l.nodes[v].at.to(p)-l.radius(v, zoom)/zoom, 0)
				if d > slop {
					continue
				}
				if d < best || d == best && l.graph.before(l.nodes, v, found) {
					best, found = d, v
				}
			}
		}
	}
	return found, found >= 0
}

// edgeAt finds the edge nearest to p. If edges lie so close together that
// none can be meant, only those of what is selected or pointed at are found.
func (l *pointLocator) edgeAt(p Vec, slop float64) (int, bool) {
	best, found := math.Inf(1), -1
	try := func(i int32) {
		st := &l.edges[i]
		if st.hidden {
			return
		}
		a, b := l.edgeEnds(int(i), l.camera.view.Zoom)
		if d := toSegment(p, a, b); d <= slop && (d < best || d == best && int(i) < found) {
			best, found = d, int(i)
		}
	}
	for _, i := range l.highlight.shownEdges {
		try(i)
	}
	if found >= 0 || l.spacing()*l.camera.view.Zoom < l.Settings.EdgeSpacing {
		return found, found >= 0
	}
	margin := slop + l.Settings.Gap/l.camera.view.Zoom
	for _, i := range l.edgesNear(box{p.X - margin, p.Y - margin, p.X + margin, p.Y + margin}) {
		try(i)
	}
	return found, found >= 0
}

// edgesNear returns the edges that may run through a box of the world, each once. The
// next call reuses the list.
func (l *pointLocator) edgesNear(r box) []int32 {
	g := l.edgeGrid()
	if len(l.met) != len(l.edges) {
		l.met = make([]uint32, len(l.edges))
	}
	l.turn++
	l.near = l.near[:0]
	c0, r0 := g.at(Vec{r.x0, r.y0})
	c1, r1 := g.at(Vec{r.x1, r.y1})
	for row := max(r0, 0); row <= min(r1, g.rows-1); row++ {
		for col := max(c0, 0); col <= min(c1, g.cols-1); col++ {
			for _, i := range g.in(col, row) {
				if l.met[i] != l.turn {
					l.met[i] = l.turn
					l.near = append(l.near, i)
				}
			}
		}
	}
	return l.near
}
