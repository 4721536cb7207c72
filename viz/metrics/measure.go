package metrics

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// Options set the size at which a picture is measured.
type Options struct {
	Scale float64 // pixels for a unit of the viewBox; 0 is 1
}

// Metrics holds the measures of a picture. Lengths are in pixels.
type Metrics struct {
	Lines         int     // nets, and paths of none
	Crossings     int     // of two lines
	LeadCrossings int     // one of them in the lead
	LeadAngle     float64 // the smallest of these, in degrees; 90 if there is none
	Behind        int     // lines within 2 pixels of a box that isn't their end, for each such box
	Close         int     // pairs of lines that are within 1.5 pixels for 30
	Overlaps      int     // pairs of boxes
	SmallestType  float64 // smallest font size; +Inf if there are no texts
	Ink           float64 // share of the area that lines cover, 0 to 1

	Problems []string // each line behind a box, close pair of lines and overlap, in words
}

const (
	boxClear  = 2.0
	lineClear = 1.5
	closeRun  = 30.0
)

// Measure measures a picture.
func Measure(p *Picture, o Options) Metrics {
	k := o.Scale
	if k == 0 {
		k = 1
	}
	p = p.scaled(k)
	m := Metrics{LeadAngle: 90, SmallestType: math.Inf(1)}
	for _, t := range p.Type {
		m.SmallestType = min(m.SmallestType, t)
	}
	nets := map[string]bool{}
	for i := range p.Lines {
		if n := p.Lines[i].Net; n == "" {
			m.Lines++
		} else if !nets[n] {
			nets[n] = true
			m.Lines++
		}
	}
	m.ink(p)
	m.crossings(p)
	m.behind(p)
	m.close(p)
	m.overlaps(p)
	return m
}

func (p *Picture) scaled(k float64) *Picture {
	q := &Picture{Width: p.Width * k, Height: p.Height * k}
	for _, b := range p.Boxes {
		b.X, b.Y, b.W, b.H = b.X*k, b.Y*k, b.W*k, b.H*k
		q.Boxes = append(q.Boxes, b)
	}
	for _, l := range p.Lines {
		l.Width *= k
		l.Points = slices.Clone(l.Points)
		for i := range l.Points {
			l.Points[i].X *= k
			l.Points[i].Y *= k
		}
		q.Lines = append(q.Lines, l)
	}
	for _, t := range p.Type {
		q.Type = append(q.Type, t*k)
	}
	return q
}

// together reports whether two paths are of one line.
func together(a, b *Line) bool { return a.Net != "" && a.Net == b.Net }

func (m *Metrics) ink(p *Picture) {
	for i := range p.Lines {
		l := &p.Lines[i]
		for k := 1; k < len(l.Points); k++ {
			m.Ink += distance(l.Points[k-1], l.Points[k]) * l.Width
		}
	}
	m.Ink /= p.Width * p.Height
}

// crossings counts the crossings of lines. Crossings of several paths of the same two
// lines at one place count once.
func (m *Metrics) crossings(p *Picture) {
	type pair struct{ a, b string }
	found := map[pair][]Point{}
	key := func(i int) string {
		if n := p.Lines[i].Net; n != "" {
			return "net " + n
		}
		return fmt.Sprint("path ", i)
	}
	for i := range p.Lines {
		for j := range i {
			a, b := &p.Lines[i], &p.Lines[j]
			if together(a, b) {
				continue
			}
			k := pair{key(i), key(j)}
			merge := 4 + a.Width + b.Width
			for s := 1; s < len(a.Points); s++ {
				for t := 1; t < len(b.Points); t++ {
					at, angle, ok := cross(a.Points[s-1], a.Points[s], b.Points[t-1], b.Points[t])
					if !ok {
						continue
					}
					if a.Lead || b.Lead {
						m.LeadAngle = min(m.LeadAngle, angle)
					}
					if slices.ContainsFunc(found[k], func(q Point) bool { return distance(at, q) < merge }) {
						continue
					}
					found[k] = append(found[k], at)
					m.Crossings++
					if a.Lead || b.Lead {
						m.LeadCrossings++
					}
				}
			}
		}
	}
}

// cross returns where two pieces of lines cross, and at which angle.
func cross(a, b, c, d Point) (at Point, angle float64, ok bool) {
	ux, uy, vx, vy := b.X-a.X, b.Y-a.Y, d.X-c.X, d.Y-c.Y
	det := ux*vy - uy*vx
	if det == 0 {
		return at, 0, false
	}
	s := ((c.X-a.X)*vy - (c.Y-a.Y)*vx) / det
	t := ((c.X-a.X)*uy - (c.Y-a.Y)*ux) / det
	if s <= 0 || s > 1 || t <= 0 || t > 1 {
		return at, 0, false
	}
	angle = math.Abs(math.Atan2(det, ux*vx+uy*vy)) * 180 / math.Pi
	return mix(a, b, s), min(angle, 180-angle), true
}

// behind counts lines that pass a foreign box, or come too near to it.
func (m *Metrics) behind(p *Picture) {
	frame := map[string][]string{} // frames that a node is in
	for i := range p.Boxes {
		for _, id := range p.Boxes[i].Members {
			frame[id] = append(frame[id], p.Boxes[i].ID)
		}
	}
	type key struct{ net, box string }
	seen := map[key]bool{}
	for i := range p.Lines {
		l := &p.Lines[i]
		for j := range p.Boxes {
			b := &p.Boxes[j]
			if b.ID == l.From || b.ID == l.To || slices.Contains(frame[l.From], b.ID) || slices.Contains(frame[l.To], b.ID) {
				continue
			}
			near := math.Inf(1)
			for k := 1; k < len(l.Points); k++ {
				near = min(near, toBox(l.Points[k-1], l.Points[k], b))
			}
			if k := (key{l.From + " " + l.To, b.ID}); near-l.Width/2 < boxClear && !seen[k] {
				seen[k] = true
				m.Behind++
				m.Problems = append(m.Problems, fmt.Sprintf("the line from %s to %s is %.1f from %s", l.From, l.To, near-l.Width/2, b.ID))
			}
		}
	}
}

// toBox returns the distance of the segment from a to b from a box.
func toBox(a, b Point, box *Box) float64 {
	n := max(1, int(math.Ceil(distance(a, b))))
	best := math.Inf(1)
	for k := range n + 1 {
		q := mix(a, b, float64(k)/float64(n))
		dx := max(box.X-q.X, 0, q.X-box.X-box.W)
		dy := max(box.Y-q.Y, 0, q.Y-box.Y-box.H)
		best = min(best, math.Hypot(dx, dy))
	}
	return best
}

// close counts pairs of lines that run along each other.
func (m *Metrics) close(p *Picture) {
	for i := range p.Lines {
		for j := range i {
			a, b := &p.Lines[i], &p.Lines[j]
			if together(a, b) {
				continue
			}
			clear, run, most := lineClear+(a.Width+b.Width)/2, 0.0, 0.0
			for k := 1; k < len(a.Points); k++ {
				p, q := a.Points[k-1], a.Points[k]
				n := max(1, int(math.Ceil(distance(p, q))))
				for s := range n {
					if toLine(mix(p, q, float64(s)/float64(n)), b) < clear {
						run += distance(p, q) / float64(n)
					} else {
						run = 0
					}
					most = max(most, run)
				}
			}
			if most >= closeRun {
				m.Close++
				m.Problems = append(m.Problems, fmt.Sprintf("the lines from %s to %s and from %s to %s are close for %.0f", a.From, a.To, b.From, b.To, most))
			}
		}
	}
}

func toLine(v Point, l *Line) float64 {
	best := math.Inf(1)
	for k := 1; k < len(l.Points); k++ {
		a, b := l.Points[k-1], l.Points[k]
		dx, dy := b.X-a.X, b.Y-a.Y
		t := 0.0
		if d := dx*dx + dy*dy; d > 0 {
			t = min(max(((v.X-a.X)*dx+(v.Y-a.Y)*dy)/d, 0), 1)
		}
		best = min(best, distance(v, mix(a, b, t)))
	}
	return best
}

// overlaps counts overlapping boxes, except frames and the boxes inside them.
func (m *Metrics) overlaps(p *Picture) {
	for i := range p.Boxes {
		for j := range i {
			a, b := &p.Boxes[i], &p.Boxes[j]
			if slices.Contains(a.Members, b.ID) || slices.Contains(b.Members, a.ID) {
				continue
			}
			if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
				m.Overlaps++
				m.Problems = append(m.Problems, fmt.Sprintf("%s overlaps %s", a.ID, b.ID))
			}
		}
	}
}

func distance(a, b Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// Print writes the metrics, one per line.
func (m *Metrics) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "lines             %d\n"+
		"crossings         %d   of two lines\n"+
		"with the lead     %d\n"+
		"smallest angle    %.0f°  of a line with the lead\n"+
		"behind boxes      %d   lines within 2 px of a box that isn't their end\n"+
		"close lines       %d   pairs within 1.5 px for 30 px\n"+
		"overlaps          %d   pairs of boxes\n"+
		"smallest type     %.1f px\n"+
		"ink               %.1f %%  of the area is lines\n",
		m.Lines, m.Crossings, m.LeadCrossings, m.LeadAngle, m.Behind, m.Close, m.Overlaps, m.SmallestType, 100*m.Ink)
	for _, f := range m.Problems {
		if err == nil {
			_, err = fmt.Fprintln(w, f)
		}
	}
	return err
}
