package route

import (
	"math"
	"slices"
)

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

// nudger moves tracks. It keeps its memory for the next time.
type nudger struct {
	in     *Input
	set    Nudging
	lines  []Line
	of     [][]int // tracks of each line
	host   []int   // track of the trunk on which a branch starts, or -1
	byNet  [][]int // tracks of each net
	tracks []track
	along  [2][]int // tracks by axis
	boxes  []box
	bounds Vec

	kindred, touched []int // scratch
	corners          []Vec // scratch
}

// box is an obstacle in pixels: from lo to hi along each axis.
type box struct {
	lo, hi [2]float64
	frame  bool
	title  bool
	node   int32
}

// Nudge moves each straight run of the lines within the space that it has: small steps
// are straightened, gaps evened out, and ports spread over the sides of boxes. It
// brings no line nearer to a foreign box than Clearance, and makes no crossing.
func Nudge(in *Input, lines []Line, set Nudging) {
	var n nudger
	n.nudge(in, lines, set)
}

// nudge is Nudge, reusing the memory of n.
func (n *nudger) nudge(in *Input, lines []Line, set Nudging) {
	n.in, n.set, n.lines, n.bounds = in, set, lines, Vec{float64(in.W) * in.Cell, float64(in.H) * in.Cell}
	n.gather()
	n.along[0], n.along[1] = n.along[0][:0], n.along[1][:0]
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
		n.corners = n.points(n.corners[:0], i)
		lines[i].Points = tidy(lines[i].Points[:0], n.corners)
	}
}

// emptied returns n empty lists that reuse the memory of others.
func emptied[T any](lists [][]T, n int) [][]T {
	lists = slices.Grow(lists, max(0, n-len(lists)))[:n]
	for i := range lists {
		lists[i] = lists[i][:0]
	}
	return lists
}

// addTrack adds a track and returns its index.
func (n *nudger) addTrack(t track) int {
	k := len(n.tracks)
	if k < cap(n.tracks) {
		n.tracks = n.tracks[:k+1]
		t.uses, t.ends = n.tracks[k].uses[:0], n.tracks[k].ends[:0]
		n.tracks[k] = t
	} else {
		n.tracks = append(n.tracks, t)
	}
	return k
}

// gather finds the tracks. Runs of one net that lie on each other are one.
func (n *nudger) gather() {
	n.of, n.byNet, n.tracks = emptied(n.of, len(n.lines)), emptied(n.byNet, len(n.in.Nets)), n.tracks[:0]
	n.host = slices.Grow(n.host[:0], len(n.lines))[:len(n.lines)]
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
			for _, t := range n.byNet[l.Net] {
				if u := &n.tracks[t]; u.axis == h && math.Abs(u.at-at) < 0.01 && u.lo <= hi+0.01 && u.hi >= lo-0.01 {
					found = t
				}
			}
			if found < 0 {
				found = n.addTrack(track{axis: h, at: at, net: l.Net, class: l.Class, fixed: l.Fixed, lo: lo, hi: hi})
				n.byNet[l.Net] = append(n.byNet[l.Net], found)
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
		for _, t := range n.byNet[l.Net] {
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
		b.lo = [2]float64{float64(r.X) * n.in.Cell, float64(r.Y) * n.in.Cell}
		b.hi = [2]float64{float64(r.Right()) * n.in.Cell, float64(r.Bottom()) * n.in.Cell}
		n.boxes = append(n.boxes, b)
	}
	n.boxes = n.boxes[:0]
	for _, f := range n.in.Frames {
		add(f.Title, box{node: -1, title: true})
	}
	for v, r := range n.in.Boxes {
		if r.W > 0 {
			add(r, box{node: int32(v), frame: n.in.frames(int32(v))})
		}
	}
}

// points appends the corners of line i as its tracks are now.
func (n *nudger) points(pts []Vec, i int) []Vec {
	l, of := &n.lines[i], n.of[i]
	for k := range len(of) + 1 {
		pts = append(pts, n.point(l, of, i, k))
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
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, u := range t.uses {
		l, of := &n.lines[u.line], n.of[u.line]
		a, b := n.point(l, of, u.line, u.k).axis(t.axis), n.point(l, of, u.line, u.k+1).axis(t.axis)
		if a > b {
			a, b = b, a
		}
		lo, hi = least(lo, a), most(hi, b)
	}
	t.lo, t.hi = lo, hi
}

// least and most are min and max of numbers that are not NaN, for inner loops: where
// WebAssembly is the target, those are calls of functions.
func least(a, b float64) float64 {
	if a < b {
		return a
	}
	return b
}

func most(a, b float64) float64 {
	if a > b {
		return a
	}
	return b
}

// tidy appends to out the points of pts that are corners. out is empty and may share the
// memory of pts.
func tidy(out, pts []Vec) []Vec {
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
