package route

import "math"

// Nudging is the tunables of [Nudge], in pixels.
type Nudging struct {
	Rounds    int
	Gap       float64 // between the middles of thin parallel lines
	Lead      float64 // more than that between lines of the lead
	Clearance float64 // between a line's edge and a foreign box
	Own       float64 // the same for a box at which the line ends
	Jog       float64 // steps of a line up to this are straightened
	Reach     float64 // most by which a line moves in a round
	Corner    float64 // least distance of a port from the corner of a box
	Slack     float64 // maximum distance by which an end may still move along its line, to its box
}

// DefaultNudging returns the settings for a lattice with cells of the given length.
func DefaultNudging(cell float64) Nudging {
	return Nudging{
		Rounds: 8, Gap: min(7, cell*0.9), Lead: cell, Clearance: min(8, cell*0.95), Own: 3, Jog: 4 * cell, Reach: 28,
		Corner: min(7, cell*0.9),
	}
}

// track is a straight run of one net, which moves as a whole.
type track struct {
	axis  int     // along which it runs: 0 is horizontal
	at    float64 // its place across
	net   int
	width float64
	class Class
	fixed bool
	uses  []use
	ends  []int32 // nodes at which it ends
	lo    float64 // span along its axis
	hi    float64
}

// use is the part of a line that runs on a track: from point k to k+1.
type use struct{ line, k int }

// nudger moves tracks.
type nudger struct {
	in     *Input
	set    Nudging
	lines  []Line
	of     [][]int // tracks of each line
	host   []int   // track of the trunk on which a branch starts, or -1
	tracks []track
	along  [2][]int // tracks by axis
	boxes  []box
	bounds Vec
}

// box is an obstacle in pixels.
type box struct {
	lo, hi Vec
	frame  bool
	title  bool
	node   int32
}

// Nudge moves each straight run of the lines within the space that it has: small steps
// are straightened, gaps evened out, and ports spread over the sides of boxes. It
// brings no line nearer to a foreign box than Clearance, and makes no crossing.
func Nudge(in *Input, lines []Line, set Nudging) {
	n := &nudger{in: in, set: set, lines: lines, bounds: Vec{float64(in.W) * in.Cell, float64(in.H) * in.Cell}}
	n.gather()
	for i := range n.tracks {
		a := n.tracks[i].axis
		n.along[a] = append(n.along[a], i)
	}
	n.obstacles()
	for range set.Rounds {
		for t := range n.tracks {
			if !n.tracks[t].fixed {
				n.move(t)
			}
		}
	}
	for i := range lines {
		if lines[i].Fixed {
			continue
		}
		lines[i].Points = tidy(n.points(i))
	}
}

// gather finds the tracks. Runs of one net that lie on each other are one.
func (n *nudger) gather() {
	n.of, n.host = make([][]int, len(n.lines)), make([]int, len(n.lines))
	byNet := map[int][]int{}
	for i := range n.lines {
		l := &n.lines[i]
		n.host[i] = -1
		for k := 1; k < len(l.Points); k++ {
			a, b := l.Points[k-1], l.Points[k]
			h := 0
			if a.X == b.X {
				h = 1
			}
			at, lo, hi := a.axis(1-h), min(a.axis(h), b.axis(h)), max(a.axis(h), b.axis(h))
			found := -1
			for _, t := range byNet[l.Net] {
				if u := &n.tracks[t]; u.axis == h && math.Abs(u.at-at) < 0.01 && u.lo <= hi+0.01 && u.hi >= lo-0.01 {
					found = t
				}
			}
			if found < 0 {
				found = len(n.tracks)
				n.tracks = append(n.tracks, track{axis: h, at: at, net: l.Net, class: l.Class, fixed: l.Fixed, lo: lo, hi: hi})
				byNet[l.Net] = append(byNet[l.Net], found)
			}
			t := &n.tracks[found]
			t.lo, t.hi, t.width = min(t.lo, lo), max(t.hi, hi), max(t.width, l.Width)
			t.uses = append(t.uses, use{i, k - 1})
			n.of[i] = append(n.of[i], found)
		}
		first, last := &n.tracks[n.of[i][0]], &n.tracks[n.of[i][len(n.of[i])-1]]
		if !l.Branch {
			first.ends = append(first.ends, l.From)
		}
		last.ends = append(last.ends, l.To)
	}
	for i := range n.lines {
		l := &n.lines[i]
		if !l.Branch {
			continue
		}
		first := &n.tracks[n.of[i][0]]
		for _, t := range byNet[l.Net] {
			u := &n.tracks[t]
			if u.axis != first.axis && math.Abs(u.at-l.Points[0].axis(first.axis)) < 0.01 && u.lo <= first.at+0.01 && u.hi >= first.at-0.01 {
				n.host[i] = t
			}
		}
	}
}

// obstacles lists boxes, frames and titles in pixels.
func (n *nudger) obstacles() {
	add := func(r Rect, b box) {
		b.lo = Vec{float64(r.X) * n.in.Cell, float64(r.Y) * n.in.Cell}
		b.hi = Vec{float64(r.Right()) * n.in.Cell, float64(r.Bottom()) * n.in.Cell}
		n.boxes = append(n.boxes, b)
	}
	frames := map[int32]bool{}
	for _, f := range n.in.Frames {
		frames[f.Node] = true
		add(f.Title, box{node: -1, title: true})
	}
	for v, r := range n.in.Boxes {
		if r.W > 0 {
			add(r, box{node: int32(v), frame: frames[int32(v)]})
		}
	}
}

// points returns the corners of line i as its tracks are now.
func (n *nudger) points(i int) []Vec {
	l, of := &n.lines[i], n.of[i]
	pts := make([]Vec, len(of)+1)
	for k := range pts {
		pts[k] = n.point(l, of, i, k)
	}
	return pts
}

func (n *nudger) point(l *Line, of []int, i, k int) Vec {
	on := func(t int, along float64) Vec {
		if u := &n.tracks[t]; u.axis == 0 {
			return Vec{along, u.at}
		}
		return Vec{n.tracks[t].at, along}
	}
	switch k {
	case 0:
		t := &n.tracks[of[0]]
		if n.host[i] >= 0 {
			return on(of[0], n.tracks[n.host[i]].at)
		}
		return on(of[0], l.Points[0].axis(t.axis))
	case len(of):
		t := &n.tracks[of[k-1]]
		return on(of[k-1], l.Points[len(l.Points)-1].axis(t.axis))
	}
	return on(of[k-1], n.tracks[of[k]].at)
}

// measure updates the span of a track.
func (n *nudger) measure(t *track) {
	t.lo, t.hi = math.Inf(1), math.Inf(-1)
	for _, u := range t.uses {
		l, of := &n.lines[u.line], n.of[u.line]
		a, b := n.point(l, of, u.line, u.k).axis(t.axis), n.point(l, of, u.line, u.k+1).axis(t.axis)
		t.lo, t.hi = min(t.lo, a, b), max(t.hi, a, b)
	}
}

// tidy removes points that are not corners.
func tidy(pts []Vec) []Vec {
	var out []Vec
	for _, p := range pts {
		m := len(out)
		switch {
		case m > 0 && math.Abs(p.X-out[m-1].X) < 0.05 && math.Abs(p.Y-out[m-1].Y) < 0.05:
		case m > 1 && (math.Abs(out[m-1].X-out[m-2].X) < 0.05 && math.Abs(p.X-out[m-1].X) < 0.05 ||
			math.Abs(out[m-1].Y-out[m-2].Y) < 0.05 && math.Abs(p.Y-out[m-1].Y) < 0.05):
			out[m-1] = p
		default:
			out = append(out, p)
		}
	}
	return out
}
