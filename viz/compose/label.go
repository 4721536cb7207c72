package compose

import (
	"math"
	"slices"
	"strings"

	"proxynet/viz/diagram"
	"proxynet/viz/route"
	"proxynet/viz/scene"
)

// wording places the words beside lines.
type wording struct {
	*picture
	l     *scene.Layout
	lines []route.Line
	taken []area // areas that words must not cover
}

// area is a rectangle that words must not cover, and the distance that they keep from it.
type area struct {
	x0, y0, x1, y1, off float64
	net                 int // net of the line, or -1
}

// label writes the labels with reserved places, and then, if there is room, the others:
// the number of relations of cables and the verbs of main lines.
func (p *picture) label(l *scene.Layout, lines []route.Line, placed []reserved) {
	w := &wording{picture: p, l: l, lines: lines}
	w.occupy()
	written := map[int]bool{} // by cable
	for _, r := range placed {
		s := &p.labels[r.label]
		for _, c := range p.model.Nets[s.net].Cables {
			written[c] = true
		}
		w.keep(r)
	}
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		c := w.cable(i)
		return -1000*int(c.Class) - len(c.Relations)
	}
	slices.SortStableFunc(order, func(i, j int) int { return rank(i) - rank(j) })
	for _, i := range order {
		c := w.cable(i)
		switch {
		case written[w.index(i)]:
		case len(c.Relations) >= scene.Labelled:
			w.put(i, p.counted(w.index(i)), false)
		case c.Class == diagram.Main && len(c.Relations) == 1 && len(p.model.Nets[lines[i].Net].Cables) == 1:
			r := &p.n.Relations[c.Relations[0]]
			if v := r.Verb; len(v) <= longest && v != "" && !strings.Contains(v, "…") {
				w.put(i, p.textOf(func(_ *Words, tag string) []string { return []string{p.verb(r, tag)} }), false)
			}
		}
	}
	w.count()
}

// count lists the number of relations of cables that have many and no label.
func (w *wording) count() {
	labelled := map[int]bool{}
	for i := range w.l.Labels {
		labelled[w.l.Labels[i].Cable] = true
	}
	for i := range w.model.Cables {
		n := len(w.model.Cables[i].Relations)
		if n < scene.Labelled || labelled[i] {
			continue
		}
		c := scene.CableCount{Cable: i, Text: w.words.Number(n)}
		for _, l := range w.languages {
			if text := l.Words.Number(n); text != c.Text {
				if c.In == nil {
					c.In = map[string]string{}
				}
				c.In[l.Tag] = text
			}
		}
		w.l.Counts = append(w.l.Counts, c)
	}
}

func (w *wording) cable(i int) *diagram.Cable { return &w.model.Cables[w.index(i)] }
func (w *wording) index(i int) int            { return w.model.Nets[w.lines[i].Net].Cables[w.lines[i].Leaf] }

// occupy lists the areas that words must not cover.
func (w *wording) occupy() {
	for v := range w.l.Places {
		q := &w.l.Places[v]
		x0, y0, x1, y1 := q.X-q.W/2, q.Y-q.H/2, q.X+q.W/2, q.Y+q.H/2
		if w.model.Nodes[v].Owns < 0 {
			w.taken = append(w.taken, area{x0, y0, x1, y1, 3, -1})
			continue
		}
		w.taken = append(w.taken, area{x0, y0, x1, y0, 2, -1}, area{x0, y1, x1, y1, 2, -1}, area{x0, y0, x0, y1, 2, -1}, area{x1, y0, x1, y1, 2, -1})
	}
	for _, f := range w.l.Frames {
		w.taken = append(w.taken, area{f.X, f.Y, f.X + f.W, f.Y + f.H, 2, -1})
	}
	for _, l := range w.lines {
		for k := 1; k < len(l.Points); k++ {
			a, b := l.Points[k-1], l.Points[k]
			w.taken = append(w.taken, area{min(a.X, b.X) - l.Width/2, min(a.Y, b.Y) - l.Width/2, max(a.X, b.X) + l.Width/2, max(a.Y, b.Y) + l.Width/2, 3, l.Net})
		}
		head := 7.0
		if l.Class == route.Lead {
			head = 12
		}
		ends := []route.Vec{l.Points[len(l.Points)-1]}
		if !l.Branch {
			ends = append(ends, l.Points[0])
		}
		for _, e := range ends {
			w.taken = append(w.taken, area{e.X - head, e.Y - head, e.X + head, e.Y + head, 0, -1})
		}
	}
}

// free reports whether words may be at a place beside the lines of net.
func (w *wording) free(x, y, width, height float64, net int) bool {
	if x < 3 || y < 3 || x+width > w.format.Width-3 || y+height > w.format.Height-3 {
		return false
	}
	for _, a := range w.taken {
		off := a.off
		if a.net == net && net >= 0 {
			off = 0
		}
		if x < a.x1+off && x+width > a.x0-off && y < a.y1+off && y+height > a.y0-off {
			return false
		}
	}
	return true
}

// keep writes a label with a reserved place, beside the run of the line that is there
// now.
func (w *wording) keep(r reserved) {
	s, cell := &w.labels[r.label], w.format.Cell
	x, y := (float64(r.area.X)+float64(r.area.W)/2)*cell, (float64(r.area.Y)+float64(r.area.H)/2)*cell
	at := float64(r.at) * cell
	best, away := run{line: -1}, 2*cell
	for i := range w.lines {
		if w.lines[i].Net != s.net {
			continue
		}
		for _, u := range w.runs(i) {
			off := math.Abs(u.a.X - at)
			within := min(u.a.Y, u.b.Y) < y && max(u.a.Y, u.b.Y) > y
			if !r.upright {
				off = math.Abs(u.a.Y - at)
				within = min(u.a.X, u.b.X) < x && max(u.a.X, u.b.X) > x
			}
			if u.upright() == r.upright && within && off < away {
				best, away = u, off
			}
		}
	}
	side := -1
	if r.after {
		side = 1
	}
	if best.line >= 0 {
		if !best.upright() {
			side = -side
		}
		for _, t := range []float64{0, -1, 1, -2, 2, -3, 3, -4, 4} {
			if w.write(best, x+t, y+t, side, s.text, s.lead) {
				return
			}
		}
	}
	for i := range w.lines {
		if w.lines[i].Net == s.net && w.put(i, s.text, s.lead) {
			return
		}
	}
}

// run is a straight part of a line.
type run struct {
	line   int
	a, b   route.Vec
	length float64
}

func (r *run) upright() bool { return r.a.X == r.b.X }

// runs returns the runs of line i, the longest first.
func (w *wording) runs(i int) []run {
	var runs []run
	for k, l := 1, &w.lines[i]; k < len(l.Points); k++ {
		a, b := l.Points[k-1], l.Points[k]
		runs = append(runs, run{i, a, b, max(b.X-a.X, a.X-b.X) + max(b.Y-a.Y, a.Y-b.Y)})
	}
	slices.SortStableFunc(runs, func(a, b run) int { return int(b.length - a.length) })
	return runs
}

// put writes a text beside line i: beside the longest of its runs with room for
// it. It reports whether there is any.
func (w *wording) put(i int, t text, bold bool) bool {
	width, height := w.size(t, bold)
	for _, r := range w.runs(i) {
		if r.upright() && r.length < height+8 || !r.upright() && r.length < width+8 {
			continue
		}
		for _, at := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
			for _, side := range []int{1, -1} {
				if w.write(r, r.a.X+(r.b.X-r.a.X)*at, r.a.Y+(r.b.Y-r.a.Y)*at, side, t, bold) {
					return true
				}
			}
		}
	}
	return false
}

// write writes a text beside the point x, y of a run, if there is room: on side 1
// right of it or above it, on side -1 left of it or below it.
func (w *wording) write(r run, x, y float64, side int, t text, bold bool) bool {
	l := &w.lines[r.line]
	width, height := w.size(t, bold)
	gap, above, below := l.Width/2+4, 2.0, 1.0 // and how much nearer the type is than its line height
	if bold {
		gap, above, below = max(gap, ringReach), 0, 0
	}
	at := scene.LabelPlace{Cable: w.index(r.line), Size: w.format.Verb}
	switch {
	case r.upright() && side == 1:
		at.X, at.Y, at.Align = r.a.X+gap, y-height/2, 1
	case r.upright():
		at.X, at.Y, at.Align = r.a.X-gap-width, y-height/2, -1
	case side == 1:
		at.X, at.Y = x-width/2, r.a.Y-gap-height+above
	default:
		at.X, at.Y = x-width/2, r.a.Y+gap-below
	}
	if !w.free(at.X, at.Y, width, height, l.Net) {
		return false
	}
	dx, dy := r.b.X-r.a.X, r.b.Y-r.a.Y
	if w.model.Cables[at.Cable].From != int(l.From) { // the line runs from the other end
		dx, dy = -dx, -dy
	}
	at.Lines = ways(t.lines, dx, dy)
	for tag, lines := range t.in {
		if at.In == nil {
			at.In = map[string][]string{}
		}
		at.In[tag] = ways(lines, dx, dy)
	}
	w.taken = append(w.taken, area{at.X, at.Y, at.X + width, at.Y + height, 4, -1})
	at.X, at.Y, at.W, at.H = hundredth(at.X), hundredth(at.Y), hundredth(width), hundredth(height)
	w.l.Labels = append(w.l.Labels, at)
	return true
}

// ringReach is the distance of the lead's words from the middle of its line, which may
// have the ring of an implied claim: descending letters keep off it too.
const ringReach = 10.5

// labelsLead reports whether l has the verbs of the lead.
func (p *picture) labelsLead(l *scene.Layout) bool {
	for i := range p.labels {
		s := &p.labels[i]
		if s.lead && !slices.ContainsFunc(l.Labels, func(b scene.LabelPlace) bool { return slices.Contains(p.model.Nets[s.net].Cables, b.Cable) }) {
			return false
		}
	}
	return true
}
