package scene

import (
	"math"

	"proxynet/network"
)

// relationMark appends the line of relation i, alone on a path, as a field
// draws what is in focus.
func (s *Scene) relationMark(p *Picture, i int, path Path) {
	st := &s.edges[i]
	r := st.model
	m := EdgeMark{
		ID: r.ID, From: r.From, To: r.To, Path: path, Line: s.looks.line(r), Paint: s.looks.stroke(r), Alpha: s.emphasis(st),
		Focus: r.ID == s.state.Select || r.ID == s.state.Hover || s.asked.steps[i],
		Gone:  s.asked.without[i],
	}
	switch {
	case m.Gone:
		m.Line, m.Paint = ghost, Muted
	case r.Directed:
		tip, next := path.Points[len(path.Points)-1], path.Points[len(path.Points)-2]
		head, taken := headOf(r, m.Line, m.Paint, s.Settings.Arrow, 1, tip, next.sub(tip).unit())
		p.Ends = append(p.Ends, EndMark{HeadMark: head, ID: r.ID, Paint: m.Paint, Alpha: m.Alpha})
		m.Path = path.Trim(0, taken)
	}
	p.Edges = append(p.Edges, m)
	if m.Gone {
		return
	}
	at, way := path.At(path.Length() / 2)
	for k, sign := range st.signs {
		sign.ID, sign.Size, sign.Paint, sign.Alpha = r.ID, s.Settings.Verb, m.Paint, m.Alpha
		if sign.Text == "" {
			sign.Size *= 0.62
		}
		sign.At = at.add(way.mul(float64(k) * (1.24*s.Settings.Verb + signGap)))
		p.Badges = append(p.Badges, sign)
	}
}

// headOf returns the mark at the end of a line, and how much of it that takes:
// the arrow's size, and the length of a unit in which the rest is measured.
func headOf(r *network.Relation, l Line, paint Paint, size, unit float64, tip, back Vec) (HeadMark, float64) {
	side := back.left()
	wing := func(along, across float64) Vec { return tip.add(back.mul(along)).add(side.mul(across)) }
	switch l.Head {
	case Triangle:
		size *= 1.5
		m := HeadMark{corners: [3]Vec{tip, wing(size, size*0.42), wing(size, -size*0.42)}, count: 3, Closed: true, Fill: paint, Width: 1.2 * unit}
		if r.Past {
			m.Fill = Paper
		}
		return m, size - unit
	case Bar:
		return HeadMark{corners: [3]Vec{wing(0.5*unit, size*0.75), wing(0.5*unit, -size*0.75)}, count: 2, Width: 2.2 * unit}, 0
	}
	return HeadMark{corners: [3]Vec{wing(size, size*0.5), tip, wing(size, -size*0.5)}, count: 3, Width: max(l.Width, 1.2*unit)}, 0
}

// ring is how far around a member of a frame its membership is clicked.
const ring = 8

// membershipAt returns the membership that is clicked at p, which is inside the
// frame of node v and on nothing else, or "".
func (s *Scene) membershipAt(p Vec, v int) string {
	f := &s.model.Frames[s.model.Nodes[v].Owns]
	for k, m := range f.Members {
		n := &s.nodes[m]
		r := f.Relations[k]
		if d := max(math.Abs(p.X-n.at.X)-n.place.W/2, math.Abs(p.Y-n.at.Y)-n.place.H/2); d <= ring && !n.hidden && !s.edges[r].hidden {
			return s.edges[r].model.ID
		}
	}
	return ""
}

// membershipSpot returns where a click finds membership i, which a frame shows:
// beside the member.
func (s *Scene) membershipSpot(i int) (Vec, bool) {
	n := &s.nodes[s.edges[i].from]
	const out = 0.7 * ring
	w, h := n.place.W/2, n.place.H/2
	for _, rounding := range []float64{0.75, 0} { // CSS pixels
		for _, t := range []float64{0, 0.5, -0.5, 0.8, -0.8, 0.25, -0.25} {
			for _, off := range []Vec{{t * w, h + out}, {t * w, -h - out}, {w + out, t * h}, {-w - out, t * h}} {
				if p := n.at.add(off); s.found(p, i, rounding/s.view.Zoom) {
					return p, true
				}
			}
		}
	}
	return Vec{}, false
}
