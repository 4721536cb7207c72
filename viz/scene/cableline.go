package scene

import (
	"math"

	"proxynet/viz/diagram"
	"proxynet/viz/route"
)

// cableLines is the lines of a network of boxes: a path for each cable.
type cableLines struct {
	model  *diagram.Model
	format *Format
	layout *Layout
	paths  []cableLine
	home   []cableLine // of the layout
	live   *route.Live // nil while every box is at its place in the layout
	start  []route.Line
	boxes  []route.Box // scratch
	moved  []cableLine // scratch: the paths while boxes are away from their places
	whole  route.Wholes

	version int // grows whenever the paths change
}

// cableLine is the line of a cable, from its From to its To. A cable that can't be
// routed has no points.
type cableLine struct {
	Path
	length float64
	trunk  float64 // length of the start that other cables share
}

// newCableLines returns the lines of layout l, whose boxes have the given places. It
// routes them if the layout has none.
func newCableLines(m *diagram.Model, l *Layout, places []Place) *cableLines {
	w := &cableLines{model: m, format: formatOf(l), layout: l, boxes: make([]route.Box, len(places))}
	for i := range places {
		w.boxes[i] = boxOf(&places[i], Vec{places[i].X, places[i].Y})
	}
	if len(l.Cables) == len(m.Cables) {
		w.start = w.given()
	} else {
		in := w.input()
		res := route.New(in, route.DefaultPrice()).Route(rounds, polish)
		w.start = route.Lines(in, res.Routes, w.width)
		route.Nudge(in, w.start, route.DefaultNudging(in.Cell))
	}
	w.home = w.perCable(nil, w.start)
	w.paths = w.home
	return w
}

// Rounds of routing for lines that a layout lacks.
const rounds, polish = 12, 1

func boxOf(p *Place, at Vec) route.Box {
	return route.Box{X: at.X - p.W/2, Y: at.Y - p.H/2, W: p.W, H: p.H}
}

// width is that of the line to a leaf of a net.
func (w *cableLines) width(net, leaf int) float64 {
	return w.format.Cable.Total(&w.model.Cables[w.model.Nets[net].Cables[leaf]])
}

// given returns the lines in the layout.
func (w *cableLines) given() []route.Line {
	var lines []route.Line
	for i := range w.model.Nets {
		n := &w.model.Nets[i]
		for k, c := range n.Cables {
			xy := w.layout.Cables[c]
			if len(xy) < 4 {
				continue
			}
			l := route.Line{Net: i, Leaf: k, From: int32(n.Hub), To: int32(n.Leaves[k]), Width: w.width(i, k), Class: route.Class(n.Class)}
			for j := 0; j+1 < len(xy); j += 2 {
				l.Points = append(l.Points, route.Vec{X: xy[j], Y: xy[j+1]})
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// input returns the router's input for the boxes.
func (w *cableLines) input() *route.Input {
	c := w.format.Cell
	in := &route.Input{
		W: int32(math.Ceil(w.layout.Width / c)), H: int32(math.Ceil(w.layout.Height / c)), Cell: c,
		Nets: Nets(w.model, &w.format.Cable),
	}
	cells := func(x, y, width, height float64) route.Rect {
		x0, y0 := int32(math.Floor(x/c+1e-6)), int32(math.Floor(y/c+1e-6))
		return route.Rect{X: x0, Y: y0, W: int32(math.Ceil((x+width)/c-1e-6)) - x0, H: int32(math.Ceil((y+height)/c-1e-6)) - y0}
	}
	for _, b := range w.boxes {
		in.Boxes = append(in.Boxes, cells(b.X, b.Y, b.W, b.H))
	}
	for i, f := range w.model.Frames {
		rf := route.Frame{Node: int32(f.Node), Columns: 1, Rows: 1}
		for _, v := range f.Members {
			rf.Members = append(rf.Members, int32(v))
		}
		if i < len(w.layout.Frames) {
			p := &w.layout.Frames[i]
			rf.Title = cells(p.X, p.Y, p.W, p.H)
			rf.Columns, rf.Rows, rf.Entry = p.Columns, p.Rows, int32(math.Round(p.Entry/c))
		}
		in.Frames = append(in.Frames, rf)
	}
	return in
}

// perCable makes the paths of lines, by cable, in the memory of others.
func (w *cableLines) perCable(paths []cableLine, lines []route.Line) []cableLine {
	if paths == nil {
		paths = make([]cableLine, len(w.model.Cables))
	}
	for i := range paths {
		paths[i] = cableLine{Path: Path{Points: paths[i].Points[:0]}}
	}
	w.whole.Set(lines)
	for i := range lines {
		p := &paths[w.model.Nets[lines[i].Net].Cables[lines[i].Leaf]]
		p.Radius, p.trunk = w.format.Cable.Corner, w.whole.Trunk(i)
		for _, v := range w.whole.Points(i) {
			p.Points = append(p.Points, Vec(v))
		}
		p.length = p.Length()
	}
	return paths
}

// follow routes the lines to the current places of the nodes.
func (w *cableLines) follow(nodes []node) {
	home := true
	for i := range nodes {
		n := &nodes[i]
		w.boxes[i] = boxOf(n.place, n.at)
		home = home && n.at == Vec{n.place.X, n.place.Y}
	}
	if home {
		w.paths, w.live = w.home, nil
		w.version++
		return
	}
	if w.live == nil {
		rest := make([]route.Box, len(nodes))
		for i := range nodes {
			rest[i] = boxOf(nodes[i].place, Vec{nodes[i].place.X, nodes[i].place.Y})
		}
		now := w.boxes
		w.boxes = rest
		w.live = route.NewLive(w.input(), w.start, rest, w.width)
		w.boxes = now
	}
	w.live.Move(w.boxes)
	w.version++
	w.moved = w.perCable(w.moved, w.live.Lines())
	w.paths = w.moved
}

// rough reports whether some lines still have to be improved after boxes have moved.
func (w *cableLines) rough() bool { return w.live != nil && w.live.Rough() }

// improve improves some lines that are rough.
func (w *cableLines) improve() {
	w.live.Improve()
	w.version++
	w.moved = w.perCable(w.moved, w.live.Lines())
	w.paths = w.moved
}

// At returns the point of the own part of cable c's line at a share t of it,
// from 0 to 1.
func (w *cableLines) at(c int, t float64) Vec {
	p := &w.paths[c]
	v, _ := p.At(p.trunk + (p.length-p.trunk)*t)
	return v
}

// across returns the direction to the left of the line at a point of it.
func (w *cableLine) across(at Vec) Vec {
	_, along := w.nearest(at)
	_, way := w.At(along)
	return way.left()
}

// straight is a straight run of a line's own part; its direction is to the right or down.
type straight struct {
	middle, way Vec
	length      float64
}

// appendRuns appends the straight runs of the line's own part, the longest first.
func (w *cableLine) appendRuns(list []straight) []straight {
	sum := 0.0
	for i := 1; i < len(w.Points); i++ {
		a, b := w.Points[i-1], w.Points[i]
		l := a.to(b)
		own := min(l, sum+l-w.trunk) // what of it isn't shared
		if sum += l; own <= 0 {
			continue
		}
		run := straight{b.lerp(a, own/(2*l)), b.sub(a).unit(), own}
		if run.way.X < 0 || run.way.X == 0 && run.way.Y < 0 {
			run.way = run.way.mul(-1)
		}
		list = append(list, run)
	}
	sortShort(list, func(a, b *straight) bool { return a.length > b.length })
	return list
}

// stretch is the area of a straight part of a line, which is horizontal or vertical.
type stretch struct {
	cable int
	area  Rect
}

// appendStretches appends the straight parts of all lines.
func (w *cableLines) appendStretches(list []stretch) []stretch {
	for c := range w.paths {
		half := w.format.Cable.Total(&w.model.Cables[c]) / 2
		points := w.paths[c].Points
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			area := Rect{min(a.X, b.X), min(a.Y, b.Y), math.Abs(a.X - b.X), math.Abs(a.Y - b.Y)}
			list = append(list, stretch{c, area.grown(half)})
		}
	}
	return list
}

// longestRun returns the middle of the longest straight run of the line's own part,
// and the direction there: to the right or down.
func (w *cableLine) longestRun() (at, way Vec) {
	best, sum := 0.0, 0.0
	way = Vec{1, 0}
	for i := 1; i < len(w.Points); i++ {
		a, b := w.Points[i-1], w.Points[i]
		l := a.to(b)
		own := min(l, sum+l-w.trunk) // what of it isn't shared
		sum += l
		if own > best {
			best, at, way = own, b.lerp(a, own/(2*l)), b.sub(a).unit()
		}
	}
	if way.X < 0 || way.X == 0 && way.Y < 0 {
		way = way.mul(-1)
	}
	return at, way
}
