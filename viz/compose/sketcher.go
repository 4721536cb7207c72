package compose

import (
	"fmt"
	"math"
	"slices"

	"proxynet/network"
	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Sketcher draws versions of a network one after another, in one layout, for a picture
// that follows an author's edits. Boxes stay where they are unless one must make room,
// and so do lines that nothing blocks.
type Sketcher struct {
	format    Format
	languages []Language

	last  *sketch
	at    map[string]point // places of nodes, and of nodes that are no longer drawn
	share float64          // of the area's width and height that the view shows
}

// point is a place in the area, as shares of its width and height.
type point struct{ x, y float64 }

// sketch is a version that a sketcher drew.
type sketch struct {
	drawing *scene.LaidOutNetwork
	layout  *scene.Layout
	lines   *lines // nil if the next version can't go on from them
}

// NewSketcher returns a sketcher of a layout, by its name, with labels in the network's
// language and, for nodes with names in them, in the given languages.
func NewSketcher(layout string, languages ...Language) (*Sketcher, error) {
	at := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == layout })
	if at < 0 {
		return nil, fmt.Errorf("unknown layout %q", layout)
	}
	return &Sketcher{format: Formats[at], languages: languages, at: make(map[string]point)}, nil
}

// Draw returns a drawing of n, which may be unfinished: it needs no root, no lead and
// no relations. The drawing's other layouts are copies of the sketcher's. The error
// names a relation with an end that isn't in n, or says that labels are too long.
func (s *Sketcher) Draw(n *network.Network) (*scene.LaidOutNetwork, error) {
	if len(n.Nodes) > scene.Boxed {
		return s.spread(n)
	}
	if err := complete(n); err != nil {
		return nil, err
	}
	next, err := s.next(n)
	if err != nil {
		return nil, fmt.Errorf("network %q, layout %q: %w", n.ID, s.format.Name, err)
	}
	next.drawing = &scene.LaidOutNetwork{Network: n}
	for _, f := range Formats { // a scene needs all of them
		l := *next.layout
		l.Name = f.Name
		next.drawing.Layouts = append(next.drawing.Layouts, l)
	}
	next.drawing.Orient()
	s.take(next)
	return next.drawing, nil
}

// take records a version as the last one.
func (s *Sketcher) take(next *sketch) {
	s.last = next
	for _, q := range next.layout.Places {
		s.at[q.ID] = point{q.X / next.layout.Width, q.Y / next.layout.Height}
	}
	s.share = max(s.share, leastShare, extent(next.layout))
}

// View returns the part of the last drawing to show, in its units: all of it once the
// boxes fill it. It is around the middle of the area, and never shrinks.
func (s *Sketcher) View() scene.Rect {
	if s.last == nil {
		return scene.Rect{}
	}
	l := s.last.layout
	w, h := math.Round(s.share*l.Width), math.Round(s.share*l.Height)
	return scene.Rect{X: math.Round((l.Width - w) / 2), Y: math.Round((l.Height - h) / 2), W: w, H: h}
}

const (
	followTries = 8   // areas tried until the boxes and lines of the next version fit
	mostFresh   = 2   // up to this many new nodes are always put among the others
	leastShare  = 0.7 // of the area that a view shows
	labelSpace  = 30  // around the boxes of a view
)

// extent returns the share of the area, around its middle, that the boxes need.
func extent(l *scene.Layout) float64 {
	most := 0.0
	for _, q := range l.Places {
		most = max(most, (2*math.Abs(q.X-l.Width/2)+q.W+labelSpace)/l.Width, (2*math.Abs(q.Y-l.Height/2)+q.H+labelSpace)/l.Height)
	}
	if most > leastShare { // growing often would move the picture often
		return 1
	}
	return most
}

// next returns the next version, with boxes where they are if they fit.
func (s *Sketcher) next(n *network.Network) (*sketch, error) {
	m := diagram.New(n)
	s.adopt(n)
	if next := s.follow(newPicture(n, m, s.format, quick, s.languages)); next != nil {
		return next, nil
	}
	p := newPicture(n, m, s.format, quick, s.languages)
	l, d, err := p.layout(nil)
	if err != nil {
		return nil, err
	}
	return &sketch{layout: l, lines: tracing{p}.keep(d)}, nil
}

// adopt gives a node whose id has changed since the last version, but not its label,
// its former place, and drops places that other nodes have taken in the meantime.
func (s *Sketcher) adopt(n *network.Network) {
	if s.last == nil {
		return
	}
	drawn, now := make(map[string]bool), make(map[string]bool)
	for i := range n.Nodes {
		now[n.Nodes[i].ID] = true
	}
	gone := make(map[string]point) // by label
	for i, q := range s.last.layout.Places {
		drawn[q.ID] = true
		if s.last.drawing != nil && !now[q.ID] {
			gone[s.last.drawing.Nodes[i].Label] = s.at[q.ID]
		}
	}
	for i := range n.Nodes {
		v := &n.Nodes[i]
		if drawn[v.ID] {
			continue
		}
		if p, ok := gone[v.Label]; ok {
			s.at[v.ID] = p
		} else if p, ok := s.at[v.ID]; ok && s.taken(p) {
			delete(s.at, v.ID)
		}
	}
}

// taken reports whether a box of the last version is at a place, or close to it.
func (s *Sketcher) taken(p point) bool {
	const space = 12
	l := s.last.layout
	return slices.ContainsFunc(l.Places, func(q scene.Place) bool {
		return math.Abs(q.X-p.x*l.Width) < q.W+space && math.Abs(q.Y-p.y*l.Height) < q.H+space
	})
}

// follow returns the next version with boxes where they are, or nil if most nodes are
// new or they don't fit.
func (s *Sketcher) follow(p *picture) *sketch {
	fresh := 0
	for i := range p.n.Nodes {
		if _, known := s.at[p.n.Nodes[i].ID]; !known {
			fresh++
		}
	}
	if fresh > mostFresh && 2*fresh > len(p.n.Nodes) {
		return nil
	}
	var boxes []scene.Place
	boxes, p.sizes = measure(p.n, p.model, p.format, p.languages)
	for p.widen(); s.last != nil && (s.last.layout.Width > p.format.Width || s.last.layout.Height > p.format.Height); {
		p.grow()
	}
	home := 1.0
	if p.fits(leastShare) {
		home = max(s.share, leastShare)
	}
	for range followTries {
		p.nets = scene.Nets(p.model, &p.format.Cable)
		p.labels = p.lineLabels()
		p.in = inputs{p}.placement()
		if pl, apart := (settling{p}).place(s.at, s.last, home); apart {
			if d := (tracing{p}).trace(pl, s.last); d.result.Failed == 0 {
				return &sketch{layout: p.finish(boxes, d), lines: tracing{p}.keep(d)}
			}
		}
		p.grow()
	}
	return nil
}
