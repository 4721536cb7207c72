package scene

import "slices"

// Sweep lists the marks of [Points.Base] piece by piece, since those of a large network
// would take longer than a frame.
type Sweep struct {
	d      *pointDrawer
	view   View
	region Rect

	unit, width, alpha float64
	level              int
	sizes              dotSizes
	lines, dots        int // that were looked at
	named              bool

	// Of a first sweep; see [Points.FirstSweep].
	least    int32   // weight of the least important lines listed
	ties     int     // lines of that weight still to be listed
	stronger float64 // factor of the opacity of lines, or 0
}

// Sweep returns a sweep of a region of the page when the view is v. Changes of the
// points in the meantime appear in later pieces.
func (pt *Points) Sweep(v View, region Rect) *Sweep {
	s := pt.drawer.sweep(v, region)
	return &s
}

func (d *pointDrawer) sweep(v View, region Rect) Sweep {
	s := Sweep{d: d, view: v, region: region, unit: d.unit(), level: d.labels.levelAt(v.Zoom), sizes: d.dotSizes()}
	s.width = d.Settings.EdgeWidth * s.unit * min(d.grown(v.Zoom), 1.5)
	s.alpha = d.edgeAlpha(v.Zoom)
	return s
}

// Next appends the next marks to p, after looking at up to most edges or nodes, and
// reports whether there may be more.
func (s *Sweep) Next(p *PointPicture, most int) bool {
	edges, nodes := s.d.graph.lines, s.d.graph.order
	switch {
	case s.lines < len(edges):
		end := min(s.lines+most, len(edges))
		p.Lines = slices.Grow(p.Lines, end-s.lines)
		for _, i := range edges[s.lines:end] {
			s.line(p, int(i))
		}
		s.lines = end
	case s.dots < len(nodes):
		end := min(s.dots+most, len(nodes))
		p.Dots = slices.Grow(p.Dots, end-s.dots)
		for ; s.dots < end; s.dots++ {
			s.dot(p, int(nodes[len(nodes)-1-s.dots])) // the most important on top
		}
	case !s.named:
		for _, i := range nodes {
			s.name(p, int(i))
		}
		s.named = true
	}
	return !s.named
}

func (s *Sweep) line(p *PointPicture, i int) {
	d := s.d
	st := &d.edges[i]
	if st.hidden {
		return
	}
	weight := d.graph.weight(st)
	if s.stronger > 0 {
		if weight < s.least || weight == s.least && s.ties == 0 {
			return
		}
		if weight == s.least {
			s.ties--
		}
	}
	a, b := d.edgeEnds(i, s.view.Zoom)
	a, b = d.onPage(s.view, a), d.onPage(s.view, b)
	if !touches(a, b, s.region) {
		return
	}
	m := LineMark{ID: st.model.ID, A: a, B: b, Width: s.width, Paint: d.edgePaint(st.model), Alpha: s.alpha, Weight: weight}
	if st.model.Past {
		m.Alpha *= d.Settings.Past
	}
	if st.perhaps && d.state.AsOf != "" {
		m.Alpha *= d.Settings.Perhaps
	}
	if slices.Contains(d.drawing.Lead, st.model.ID) {
		m.Alpha, m.Width = 1, m.Width*2
	}
	if s.stronger > 0 {
		m.Alpha = min(1, m.Alpha*s.stronger)
	}
	p.Lines = append(p.Lines, m)
}

func (s *Sweep) dot(p *PointPicture, i int) {
	d := s.d
	if d.nodes[i].hidden {
		return
	}
	m := d.dot(i, s.view, s.radius(i))
	if int(d.labels.level[i]) <= s.level {
		m = d.namedDot(i, s.view, m.R)
	}
	if r := s.region; m.At.X+m.R > r.X && m.At.X-m.R < r.X+r.W && m.At.Y+m.R > r.Y && m.At.Y-m.R < r.Y+r.H {
		p.Dots = append(p.Dots, m)
	}
}

func (s *Sweep) name(p *PointPicture, i int) {
	d := s.d
	if int(d.labels.level[i]) > s.level {
		return
	}
	n := d.nameOf(i, d.namedDot(i, s.view, s.radius(i)), d.labels.sideAt(i, s.level))
	if r := s.region; n.At.X < r.X+r.W && n.At.X+d.labels.widthOf(i)*s.unit > r.X && n.At.Y-n.Size < r.Y+r.H && n.At.Y+n.Size > r.Y {
		p.Names = append(p.Names, n)
	}
}

// radius returns that of node i's dot in CSS pixels.
func (s *Sweep) radius(i int) float64 { return s.sizes.of(i) * s.unit * s.d.grown(s.view.Zoom) }
