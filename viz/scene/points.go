package scene

import (
	"math"
	"reflect"

	"proxynet/viz/layout"
)

// Points is the scene of a network that is too large for boxes: each node is a
// dot, and the most important ones have labels beside them, as many as there is
// room for.
type Points struct {
	*content
	fixed
	graph pointGraph

	labels    labels
	locator   pointLocator
	drawer    pointDrawer
	highlight pointHighlight

	filtered State    // the part of the state for which hidden elements were computed
	answered int      // see content.answered, when version grew
	fade     emphasis // of what isn't highlighted
	version  int      // grows when what isn't highlighted has changed
}

func newPoints(c *content) *Points {
	pt := &Points{content: c, graph: newPointGraph(c), fade: emphasis{now: 1, goal: 1}}
	pt.labels, pt.locator.Points, pt.drawer.Points, pt.highlight.Points = newLabels(pt), pt, pt, pt
	return pt
}

// Version grows when the points as a whole change: which are hidden, or their places.
func (pt *Points) Version() int { return pt.version }

// Fade returns the current opacity of elements that aren't highlighted, 0 to 1.
func (pt *Points) Fade() float64 { return pt.fade.now }

// Base puts into p, whose slices it reuses, the marks in a region of the page in view v
// without highlights.
func (pt *Points) Base(p *PointPicture, v View, region Rect) { pt.drawer.base(p, v, region) }

// Highlights puts into p and marks the highlighted elements, to be drawn over the base:
// edges with their heads and verbs if they are few, as lines if they are many.
func (pt *Points) Highlights(p *PointPicture, marks *Picture) { pt.drawer.highlights(p, marks) }

func (pt *Points) arrange(l *Layout) {
	pt.use(l)
	for i, p := range scatter(nil, pt.drawing, l) {
		pt.nodes[i].at = Vec(p)
	}
	pt.pause()
	pt.labels.measure()
	pt.labels.forget()
	pt.placed()
}

// closest returns the zoom at which every label has room.
func (pt *Points) closest() float64 {
	const apart = 120 // CSS pixels between dots
	return apart / pt.spacing()
}

func (pt *Points) ease(step float64) bool { return pt.fade.step(step) }

func (pt *Points) settle() {
	pt.fade.now = pt.fade.goal
	for i := range pt.nodes {
		pt.nodes[i].now = pt.nodes[i].goal
	}
	for i := range pt.edges {
		pt.edges[i].now = pt.edges[i].goal
	}
}

func (pt *Points) picture(*Picture) {}

func (pt *Points) hit(p Vec, _, edgeSlop float64) string { return pt.locator.hit(p, edgeSlop) }

// bounds returns the area of a dot with its label.
func (pt *Points) bounds(node int) Rect {
	at, zoom := pt.nodes[node].at, pt.camera.view.Zoom
	r, label := pt.radius(node, zoom)/zoom, (pt.labels.widthOf(node)+NameOffset)*pt.unit()/zoom
	return Rect{at.X - r, at.Y - r, 2*r + label, 2 * r}
}

func (pt *Points) nodeSpot(node int) (Vec, float64) {
	return pt.nodes[node].at, pt.radius(node, pt.camera.view.Zoom)
}

func (pt *Points) edgeSpot(edge int) (Vec, bool) { return pt.locator.edgeSpot(edge) }

// fixed is a mode in which nodes can't be dragged.
type fixed struct{}

func (fixed) movable() bool        { return false }
func (fixed) drag(int, Vec)        {}
func (fixed) release(int)          {}
func (fixed) releaseAll()          {}
func (fixed) advance(float64) bool { return false }

// refresh takes time proportional to the selected neighbourhood, not to the network.
func (pt *Points) refresh() {
	filtered := State{Hide: pt.state.Hide, AsOf: pt.state.AsOf, Focus: pt.state.Focus}
	hides := !reflect.DeepEqual(filtered, pt.filtered)
	if hides {
		pt.filtered = filtered
		pt.hide()
	}
	if hides || pt.answered != pt.content.answered {
		pt.answered = pt.content.answered
		pt.labels.reset()
		pt.version++
	}
	pt.fade.goal = 1
	if pt.highlight.refresh() {
		pt.fade.goal = pt.Settings.Dimmed
	}
}

// unit is the size in CSS pixels of a unit of the elements that don't scale with the
// world: at the fitted view as in the SVG, at other zooms about that.
func (pt *Points) unit() float64 {
	const least, most = 0.85, 1.5
	return min(max(pt.camera.fit().Zoom, least), most)
}

// spacing is the distance between dots distributed evenly over the layout, in world
// units.
func (pt *Points) spacing() float64 {
	return math.Sqrt(pt.layout.Width * pt.layout.Height / float64(max(len(pt.nodes), 1)))
}

// grown is the factor by which dots grow at a zoom: less than the space between them.
func (pt *Points) grown(zoom float64) float64 {
	const most = 4
	return min(max(math.Sqrt(zoom/pt.camera.fit().Zoom), 0.5), most)
}

// radius returns that of node v's dot in CSS pixels.
func (pt *Points) radius(v int, zoom float64) float64 {
	d := pt.dotSizes()
	return d.of(v) * pt.unit() * pt.grown(zoom)
}

// dotSizes gives the radius of every dot in units, at the fitted view.
type dotSizes struct {
	least, most float64
	share       []float32
	measure     []float64 // the requested measure instead of share, or nil
}

func (pt *Points) dotSizes() dotSizes {
	space := pt.spacing()
	d := dotSizes{least: min(max(0.1*space, 0.6), 2.4), most: min(max(0.7*space, 5), 11), share: pt.labels.share, measure: pt.answers.sizes}
	if d.measure != nil {
		d.least = min(d.least, 1)
		d.most *= 1.5
	}
	return d
}

// of returns the radius of node v's dot.
func (d *dotSizes) of(v int) float64 {
	if d.measure != nil {
		return d.least + (d.most-d.least)*math.Sqrt(d.measure[v]) // areas are proportional to the measure
	}
	share := float64(d.share[v])
	return d.least + (d.most-d.least)*share*share
}

// placed invalidates values that depend on the places of nodes.
func (pt *Points) placed() {
	pt.labels.reset()
	pt.locator.forget()
	pt.version++
}

// edgeEnds returns the ends of edge i in the world: the middles of its nodes, or,
// where several lie side by side, beside them.
func (pt *Points) edgeEnds(i int, zoom float64) (a, b Vec) {
	st := &pt.edges[i]
	a, b = pt.nodes[st.from].at, pt.nodes[st.to].at
	if slot := pt.graph.slot[i]; slot != 0 {
		off := b.sub(a).unit().left().mul(float64(slot) * pt.Settings.Gap * min(1, pt.spacing()*zoom/60) / zoom)
		a, b = a.add(off), b.add(off)
	}
	return a, b
}

// Refinement returns the graph of a draft and where its nodes are now, for
// [layout.NewSpread]; ok is false if the drawing is not a draft.
func (pt *Points) Refinement() (g layout.Graph, start []layout.Point, ok bool) {
	if !pt.drawing.Draft {
		return layout.Graph{}, nil, false
	}
	g = layout.Graph{Boxes: make([]layout.Box, len(pt.nodes)), Edges: make([]layout.Edge, len(pt.edges)), Rank: spreadRanks(pt.drawing.Network)}
	for i := range pt.edges {
		g.Edges[i] = layout.Edge{From: int32(pt.edges[i].from), To: int32(pt.edges[i].to)}
	}
	return g, pt.drawing.Layouts[0].points(nil), true
}

// SetPlaces moves all nodes at once while a layout progresses: places are in the order
// of the nodes, at any scale; they are overwritten.
func (pt *Points) SetPlaces(places []layout.Point) {
	if len(places) != len(pt.nodes) {
		panic("scene: places for another network")
	}
	pt.drawing.Layouts[0].dot(places)
	for i, p := range scatter(places[:0], pt.drawing, pt.layout) {
		pt.nodes[i].at = Vec(p)
	}
	pt.placed()
}
