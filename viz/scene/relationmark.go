package scene

import (
	"proxynet/network"
)

// relationMark appends the line of relation i, alone on a path, as point
// mode draws highlighted edges.
func (d *pointDrawer) relationMark(p *Picture, i int, path Path) {
	st := &d.edges[i]
	r := st.model
	m := EdgeMark{
		ID: r.ID, From: r.From, To: r.To, Path: path, Line: d.looks.line(r), Paint: d.looks.stroke(r), Alpha: d.emphasis(st),
		Focus: r.ID == d.state.Select || r.ID == d.state.Hover || d.answers.steps[i],
		Gone:  d.answers.without[i],
	}
	switch {
	case m.Gone:
		m.Line, m.Paint = removedLine, Muted
	case r.Directed:
		tip, next := path.Points[len(path.Points)-1], path.Points[len(path.Points)-2]
		head, taken := headOf(r, m.Line, m.Paint, d.Settings.Arrow, 1, tip, next.sub(tip).unit())
		p.Ends = append(p.Ends, EndMark{HeadMark: head, ID: r.ID, Paint: m.Paint, Alpha: m.Alpha})
		m.Path = path.trim(&p.points, 0, taken)
	}
	p.Edges = append(p.Edges, m)
	if m.Gone {
		return
	}
	at, way := path.At(path.Length() / 2)
	d.signs = signs(d.signs[:0], r, d.filter, d.layout.Mirrored)
	for k, sign := range d.signs {
		sign.ID, sign.Cable, sign.Size, sign.Paint, sign.Alpha = r.ID, -1, d.Settings.Verb, m.Paint, m.Alpha
		if sign.Text == "" {
			sign.Size *= 0.62
		}
		sign.At = at.add(way.mul(float64(k) * (1.24*d.Settings.Verb + signGap)))
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
