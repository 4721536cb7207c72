package scene

import (
	"math"
)

// boxLocator finds the element at a point of the world, and the points at which a click
// finds an element.
type boxLocator struct{ *boxes }

// hit returns the id of the node or relation within a distance of p, in world units, or
// "".
func (l *boxLocator) hit(p Vec, nodeSlop, edgeSlop float64) string {
	if id, ok := l.card.hit(p); ok {
		return id
	}
	best, id := math.Inf(1), ""
	frame := -1
	for i := len(l.nodes) - 1; i >= 0; i-- { // the topmost first
		n := &l.nodes[i]
		if n.hidden {
			continue
		}
		if l.model.Nodes[i].Owns >= 0 { // behind everything else
			if math.Abs(p.X-n.at.X) <= n.place.W/2 && math.Abs(p.Y-n.at.Y) <= n.place.H/2 {
				frame = i
			}
			continue
		}
		dx := math.Abs(p.X-n.at.X) - n.place.W/2
		dy := math.Abs(p.Y-n.at.Y) - n.place.H/2
		if d := max(dx, dy, 0); d <= nodeSlop && d < best {
			best, id = d, n.model.ID
		}
	}
	if id != "" {
		return id
	}
	if id = l.hitCable(p, edgeSlop); id == "" && frame >= 0 {
		if id = l.membershipAt(p, frame); id == "" {
			id = l.nodes[frame].model.ID
		}
	}
	return id
}

// hitCable returns the relation at p, or "". Of a cable with several relations,
// each has a part of the line's length or, if they are apart, its lane.
func (l *boxLocator) hitCable(p Vec, slop float64) string {
	best, id := math.Inf(1), ""
	style := &l.lines.format.Cable
	for c := range l.lines.paths {
		w := &l.lines.paths[c]
		d, along := w.nearest(p)
		d = max(0, d-(style.Total(&l.model.Cables[c])+style.Gap)/2)
		if d > slop || d >= best {
			continue
		}
		if l.apart(c) {
			at, way := w.At(along)
			best, id = d, l.edges[l.laneAt(c, p.sub(at).dot(way.left())).relations[0]].model.ID
		} else if r, ok := l.relationAt(c, along); ok {
			best, id = d, l.edges[r].model.ID
		}
	}
	return id
}

// relationAt returns the relation of cable c that has the part of its line at a
// distance from the start.
func (l *boxLocator) relationAt(c int, along float64) (relation int, ok bool) {
	w := &l.lines.paths[c]
	shown := l.shown(c)
	if len(shown) == 0 {
		return 0, false
	}
	t := (along - w.trunk) / max(w.length-w.trunk, 1e-9)
	k := int(t * float64(len(shown)))
	return shown[min(max(k, 0), len(shown)-1)], true
}

// share returns the position of relation i's part on the own line of its cable, from 0
// to 1; ok is false if it isn't drawn as a line.
func (l *boxLocator) share(i int) (lo, hi float64, ok bool) {
	c := l.model.CableOf[i]
	if c < 0 || len(l.lines.paths[c].Points) < 2 {
		return 0, 0, false
	}
	shown := l.shown(c)
	for k, r := range shown {
		if r == i {
			return float64(k) / float64(len(shown)), float64(k+1) / float64(len(shown)), true
		}
	}
	return 0, 0, false
}

// ring is the distance around a member of a frame within which a click hits its
// membership.
const ring = 8

// membershipAt returns the membership that is clicked at p, which is inside the
// frame of node v and on nothing else, or "".
func (l *boxLocator) membershipAt(p Vec, v int) string {
	f := &l.model.Frames[l.model.Nodes[v].Owns]
	for k, m := range f.Members {
		n := &l.nodes[m]
		r := f.Relations[k]
		if d := max(math.Abs(p.X-n.at.X)-n.place.W/2, math.Abs(p.Y-n.at.Y)-n.place.H/2); d <= ring && !n.hidden && !l.edges[r].hidden {
			return l.edges[r].model.ID
		}
	}
	return ""
}

// edgeSpot returns a point at which a click hits relation i.
func (l *boxLocator) edgeSpot(i int) (Vec, bool) {
	if p, ok := l.card.spot(i); ok {
		return p, true
	}
	c := l.model.CableOf[i]
	if c < 0 {
		return l.membershipSpot(i)
	}
	lo, hi, ok := l.share(i)
	if !ok {
		return Vec{}, false
	}
	at := func(t float64) Vec { return l.lines.at(c, lo+(hi-lo)*t) }
	if l.apart(c) {
		path := &l.lines.paths[c]
		for _, lane := range l.lanes(nil, c) {
			if lane.relations[0] == i {
				at = func(t float64) Vec {
					v, way := path.At(path.length * t)
					return v.add(way.left().mul(lane.offset))
				}
			}
		}
	}
	return spotOf(l.edges[i].model.ID, at, l.strict, l.camera.view.Zoom)
}

// strict is hit for points that must lie in a node or close to a line.
func (l *boxLocator) strict(p Vec) string {
	return l.hit(p, 0, l.Settings.Slop/l.camera.view.Zoom)
}

// membershipSpot returns a point, beside the member, at which a click hits membership
// i, which a frame shows.
func (l *boxLocator) membershipSpot(i int) (Vec, bool) {
	n := &l.nodes[l.edges[i].from]
	const out = 0.7 * ring
	w, h := n.place.W/2, n.place.H/2
	for _, rounding := range []float64{0.75, 0} { // CSS pixels
		for _, t := range []float64{0, 0.5, -0.5, 0.8, -0.8, 0.25, -0.25} {
			for _, off := range []Vec{{t * w, h + out}, {t * w, -h - out}, {w + out, t * h}, {-w - out, t * h}} {
				if p := n.at.add(off); found(l.edges[i].model.ID, p, rounding/l.camera.view.Zoom, l.strict) {
					return p, true
				}
			}
		}
	}
	return Vec{}, false
}
