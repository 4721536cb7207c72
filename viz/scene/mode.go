package scene

// mode is a way to draw a network: small ones as boxes, large ones as points.
type mode interface {
	// arrange moves every node to its place in l.
	arrange(l *Layout)
	// refresh computes hidden and highlighted elements from the state.
	refresh()
	// ease moves every element's emphasis by at most a step, and reports
	// whether any moved; settle ends all easing.
	ease(step float64) bool
	settle()
	// picture appends the marks to p.
	picture(p *Picture)

	// hit returns the id of the node within nodeSlop, or of the relation within
	// edgeSlop, of a point of the world, or "". Lengths are in world units.
	hit(p Vec, nodeSlop, edgeSlop float64) string
	// bounds returns the area of a node in the world.
	bounds(node int) Rect
	// passes reports whether an edge shows in an area of the world.
	passes(edge int, area Rect) bool
	// nodeSpot returns where in the world a click finds a node, and the radius
	// in CSS pixels; edgeSpot where one finds an edge, if that is possible.
	nodeSpot(node int) (at Vec, radius float64)
	edgeSpot(edge int) (at Vec, ok bool)
	// closest returns the zoom that is always allowed.
	closest() float64

	// movable reports whether nodes can be dragged; if so, drag holds one at a
	// point of the world, release lets it go back, and advance lets dt seconds
	// pass and reports whether any node was moving.
	movable() bool
	drag(node int, to Vec)
	release(node int)
	releaseAll()
	advance(dt float64) bool
}

// spotOf returns the point at which a click finds what id names and nothing else,
// as near to t = 0.5 as can be, if possible also when it is rounded to the next
// pixel. at returns the candidates for t from 0 to 1.
func spotOf(id string, at func(t float64) Vec, hit func(Vec) string, zoom float64) (Vec, bool) {
	const steps = 24
	for _, rounding := range []float64{0.75, 0} { // CSS pixels
		for k := range 2*steps - 1 {
			off := float64((k+1)/2) / (2 * steps)
			if k%2 == 1 {
				off = -off
			}
			if p := at(0.5 + off); found(id, p, rounding/zoom, hit) {
				return p, true
			}
		}
	}
	return Vec{}, false
}

// found reports whether clicks within d of p, across and down, find id.
func found(id string, p Vec, d float64, hit func(Vec) string) bool {
	for _, off := range []Vec{{}, {d, d}, {d, -d}, {-d, d}, {-d, -d}} {
		if hit(p.add(off)) != id {
			return false
		}
	}
	return true
}
