package scene

import (
	"math"

	"proxynet/network"
)

// pointDrawer draws the marks of point mode.
type pointDrawer struct {
	*Points
	signs []BadgeMark // scratch: of a relation
}

// base puts into p, whose slices it reuses, everything in a region of the page when the
// view is v and nothing is highlighted.
func (d *pointDrawer) base(p *PointPicture, v View, region Rect) {
	p.Reset()
	sweep := d.sweep(v, region)
	for sweep.Next(p, max(len(d.nodes), len(d.edges))) {
	}
}

// namedDot is the least radius of a dot with a name, in units.
const namedDot = 1.75

// onPage returns the place of a point of the world on the page.
func (d *pointDrawer) onPage(v View, at Vec) Vec {
	x, y := v.toPage(d.camera.area, at.X, at.Y)
	return Vec{x, y}
}

// dot returns the mark of node i, of radius r.
func (d *pointDrawer) dot(i int, v View, r float64) DotMark {
	n := &d.nodes[i]
	_, kind := d.looks.node(n.model.Kind)
	return DotMark{ID: n.model.ID, At: d.onPage(v, n.at), R: r, Kind: kind, Gone: d.answers.gone[i] || d.answers.lost[i]}
}

// namedDot is dot for a node whose label is drawn, whose dot is never tiny.
func (d *pointDrawer) namedDot(i int, v View, r float64) DotMark {
	return d.dot(i, v, max(r, namedDot*d.unit()))
}

// nameOf returns the label of node i on a side of its dot.
func (d *pointDrawer) nameOf(i int, m DotMark, on side) NameMark {
	unit, size := d.unit(), float64(d.labels.size[i])
	h := size * labelHeight
	x, y := on.offset(m.R/unit, d.labels.widthOf(i), h)
	return NameMark{
		ID: m.ID, At: Vec{m.At.X + x*unit, m.At.Y + (y+h/2+size*ascent)*unit},
		Text: d.labels.nameOf(i), Size: size * unit, Bold: d.labels.bold(i),
	}
}

// edgePaint is the colour of an edge in point mode. One without a passage is grey.
func (d *pointDrawer) edgePaint(r *network.Relation) Paint {
	if r.Status == network.Unsourced {
		return Stroke(network.Other)
	}
	return d.looks.stroke(r)
}

// edgeAlpha is how strongly edges are drawn: so that at every zoom about the
// same share of the ground is covered, dense where the network is, and less where
// edges would lie over each other everywhere.
func (d *pointDrawer) edgeAlpha(zoom float64) float64 {
	if len(d.edges) == 0 {
		return 1
	}
	var length float64
	step := 1 + len(d.edges)/1000 // a sample is enough
	for i := 0; i < len(d.edges); i += step {
		length += d.nodes[d.edges[i].from].at.to(d.nodes[d.edges[i].to].at)
	}
	length *= float64(step)
	covered := length * d.Settings.EdgeWidth * d.unit() / zoom / (d.layout.Width * d.layout.Height)
	const least, most = 0.012, 0.6
	return min(max(d.Settings.Cover/max(covered, math.Pow(covered, 1.5)), least), most)
}

// touches reports whether a line may run through a region.
func touches(a, b Vec, r Rect) bool {
	return max(a.X, b.X) >= r.X && min(a.X, b.X) <= r.X+r.W && max(a.Y, b.Y) >= r.Y && min(a.Y, b.Y) <= r.Y+r.H
}

// highlights puts into p and marks the highlighted elements, to be drawn over the base:
// edges with their heads and verbs if they are few, as lines if they are many.
func (d *pointDrawer) highlights(p *PointPicture, marks *Picture) {
	v := d.camera.view
	p.Reset()
	marks.reset()
	few := len(d.highlight.shownEdges) <= d.Settings.Few
	for _, i := range d.highlight.shownEdges {
		st := &d.edges[i]
		a, b := d.edgeEnds(int(i), v.Zoom)
		a, b = d.onPage(v, a), d.onPage(v, b)
		if !few {
			m := LineMark{ID: st.model.ID, A: a, B: b, Width: 1.2 * d.unit(), Paint: d.edgePaint(st.model), Alpha: 0.8}
			if st.perhaps {
				m.Alpha *= d.Settings.Open
			}
			p.Lines = append(p.Lines, m)
			continue
		}
		d.highlightedEdge(marks, int(i), a, b)
	}
	for k := len(d.highlight.shownNodes) - 1; k >= 0; k-- {
		i := int(d.highlight.shownNodes[k])
		m := d.dot(i, v, d.radius(i, v.Zoom))
		m.Focus = m.ID == d.state.Select
		m.R = max(m.R, 2.5*d.unit())
		p.Dots = append(p.Dots, m)
	}
	d.highlightedNames(p)
}

// highlightedEdge draws a highlighted edge from a to b, both on the page.
func (d *pointDrawer) highlightedEdge(p *Picture, i int, a, b Vec) {
	st := &d.edges[i]
	along, length := b.sub(a).unit(), a.to(b)
	from := d.radius(st.from, d.camera.view.Zoom) + d.Settings.Margin
	to := d.radius(st.to, d.camera.view.Zoom) + d.Settings.Margin
	if length <= from+to {
		return
	}
	a, b = a.add(along.mul(from)), b.sub(along.mul(to))
	st.now = 1
	d.relationMark(p, i, Path{Points: []Vec{a, b}})
	r := st.model
	must := r.ID == d.state.Select || r.ID == d.state.Hover
	size := d.Settings.Verb
	width := TextWidth(r.Verb, size, false)
	room := width + p.badgeRoom(r.ID)
	if !must && room+6*d.Settings.Arrow > a.to(b) {
		return
	}
	angle := math.Atan2(along.Y, along.X)
	if angle > math.Pi/2 {
		angle -= math.Pi
	} else if angle <= -math.Pi/2 {
		angle += math.Pi
	}
	if must && room > a.to(b) {
		angle = 0
	}
	p.addVerb(r.ID, VerbMark{At: a.lerp(b, 0.5), Angle: angle, Text: r.Verb, Size: size, Width: width, Paint: d.edgePaint(r), Alpha: 1})
}

// highlightedNames labels what is highlighted: the node selected and that pointed at in any
// case, the others if there is room. Whether there is room doesn't depend on the
// pan.
func (d *pointDrawer) highlightedNames(p *PointPicture) {
	room := func(n NameMark, width float64) bool {
		for k := range p.Names {
			m := &p.Names[k]
			if w := TextWidth(m.Text, m.Size, m.Bold); n.At.X < m.At.X+w && m.At.X < n.At.X+width && math.Abs(n.At.Y-m.At.Y) < max(n.Size, m.Size)*lineHeight {
				return false
			}
		}
		return true
	}
	const most = 80
	level := d.labels.levelAt(d.camera.view.Zoom)
	for pass := range 2 {
		for _, v := range d.highlight.shownNodes {
			m := d.dot(int(v), d.camera.view, d.radius(int(v), d.camera.view.Zoom))
			must := m.ID == d.state.Select || m.ID == d.state.Hover
			if must != (pass == 0) || !must && len(p.Names) >= most {
				continue
			}
			m.R = max(m.R, 2.5*d.unit())
			n := d.nameOf(int(v), m, d.labels.sideAt(int(v), level))
			n.Bold = n.Bold || must
			if must || room(n, d.labels.widthOf(int(v))*d.unit()) {
				p.Names = append(p.Names, n)
			}
		}
	}
}
