package scene

import (
	"math"
)

// openCard lists the relations of the cable that is selected or pointed at.
type openCard struct {
	*boxes
	made *CardMark // or nil
	key  cardKey   // of made
}

// cardKey is what a card depends on besides the state: see forget.
type cardKey struct {
	cable         int
	view          View
	visible, area Rect
	layout        *Layout
	routes        int // version of the cable lines
}

// cable returns the cable whose relations are listed: that of the selected
// relation, or else of the one pointed at, if it has several relations that are
// shown; -1 if there is none.
func (o *openCard) cable() int {
	for _, id := range [...]string{o.state.Select, o.state.Hover} {
		if c := o.cableFor(id); c >= 0 && len(o.lines.paths[c].Points) > 1 && len(o.shown(c)) > 1 {
			return c
		}
	}
	return -1
}

// cableFor returns the cable of the shown relation with that id, or -1.
func (o *openCard) cableFor(id string) int {
	if i, ok := o.index.relation.find(id); ok && !o.edges[i].hidden {
		return o.model.CableOf[i]
	}
	return -1
}

// forget discards the card because the state has changed.
func (o *openCard) forget() { o.made = nil }

// mark returns the card of the open cable, or nil.
func (o *openCard) mark() *CardMark {
	c := o.cable()
	if c < 0 {
		return nil
	}
	key := cardKey{c, o.camera.goal(), o.camera.visible, o.camera.area, o.layout, o.lines.version}
	if o.made == nil || o.key != key {
		o.key, o.made = key, o.build(c, key.view)
	}
	return o.made
}

// build lays the card of cable c out for a view.
func (o *openCard) build(c int, v View) *CardMark {
	b := cardBuilder{boxes: o.boxes, unit: 1 / v.Zoom, m: &CardMark{}}
	b.list(c)
	if b.measure(); b.m.H > (o.camera.visible.H-8)*b.unit {
		b.shorten()
		b.measure()
	}
	b.m.X, b.m.Y = o.place(c, v, b.m.W, b.m.H)
	b.set()
	return b.m
}

// place finds the place of a card of that size beside the line of cable c: in view, off
// the line itself, and covering as little as possible.
func (o *openCard) place(c int, v View, w, h float64) (x, y float64) {
	u := 1 / v.Zoom
	x0, y0 := v.toWorld(o.camera.area, o.camera.visible.X+4, o.camera.visible.Y+4)
	x1, y1 := v.toWorld(o.camera.area, o.camera.visible.X+o.camera.visible.W-4, o.camera.visible.Y+o.camera.visible.H-4)
	if left, right := max(x0, 0), min(x1, o.layout.Width); right-left >= w { // in a still picture there is no more
		x0, x1 = left, right
	}
	if top, bottom := max(y0, 0), min(y1, o.layout.Height); bottom-top >= h {
		y0, y1 = top, bottom
	}
	line := &o.lines.paths[c]
	off := cardOff*u + o.lines.format.Cable.Total(&o.model.Cables[c])/2
	best := math.Inf(1)
	run, _ := line.longestRun()
	anchors := []Vec{run}
	for _, t := range [...]float64{0.5, 0.25, 0.75, 0.1, 0.9} {
		anchors = append(anchors, o.lines.at(c, t))
	}
	for _, a := range anchors {
		for _, shift := range [...]float64{0.5, 0.2, 0.8, 0, 1} {
			for _, at := range [...]Vec{{a.X + off, a.Y - shift*h}, {a.X - off - w, a.Y - shift*h}, {a.X - shift*w, a.Y + off}, {a.X - shift*w, a.Y - off - h}} {
				r := Rect{min(max(at.X, x0), max(x1-w, x0)), min(max(at.Y, y0), max(y1-h, y0)), w, h}
				if cost := o.cost(c, r, run, u); cost < best {
					best, x, y = cost, r.X, r.Y
				}
			}
		}
	}
	return x, y
}

// cost returns the cost of a place of the card of cable c.
func (o *openCard) cost(c int, r Rect, run Vec, u float64) float64 {
	line := &o.lines.paths[c]
	reach := r.grown(cardReach * u)
	cost := 0.0
	for along := line.trunk; along <= line.length; along += 4 * u {
		if p, _ := line.At(along); reach.Contains(p.X, p.Y) {
			cost += 40
			if r.Contains(p.X, p.Y) {
				cost += 40
			}
		}
	}
	for v := range o.nodes {
		n := &o.nodes[v]
		if n.hidden || o.model.Nodes[v].Owns >= 0 {
			continue
		}
		covered := overlap(r, n.box()) / (n.place.W * n.place.H)
		if v == o.model.Cables[c].From || v == o.model.Cables[c].To {
			covered *= 20
		}
		cost += 10 * covered
	}
	d := math.Hypot(max(r.X-run.X, run.X-r.X-r.W, 0), max(r.Y-run.Y, run.Y-r.Y-r.H, 0))
	return cost + 0.3*d/u
}

// hit returns the relation whose row in the open card is nearest to p; ok is
// false if p is not at the card.
func (o *openCard) hit(p Vec) (id string, ok bool) {
	m := o.mark()
	if m == nil || !m.Contains(p.X, p.Y) {
		return "", false
	}
	best := math.Inf(1)
	for i := range m.Rows {
		r := &m.Rows[i]
		if d := max(r.Y-p.Y, p.Y-r.Y-r.H, 0); d < best {
			best, id = d, r.ID
		}
	}
	return id, true
}

// spot returns the middle of the row of relation i, if it is in the open
// card.
func (o *openCard) spot(i int) (Vec, bool) {
	if m := o.mark(); m != nil {
		for k := range m.Rows {
			if r := &m.Rows[k]; r.ID == o.edges[i].model.ID {
				return Vec{r.X + r.W/2, r.Y + r.H/2}, true
			}
		}
	}
	return Vec{}, false
}
