package scene

import (
	"fmt"

	"proxynet/network"
)

// content is a network with the reader's state. All parts of a scene share one.
type content struct {
	Settings Settings

	drawing *LaidOutNetwork
	layout  *Layout
	index   index
	looks   Looks

	state    State     // its view is the camera's
	asked    *Question // that has no answer yet; or nil
	answers  answers
	answered int // grows when answers change the look of nodes, besides highlights
	nodes    []node
	edges    []edge
	filter   *network.Filter // of the state

	camera camera
	still  bool   // changes are shown at once, without easing
	pause  func() // lets other work run while the scene is made
}

// node is a node as drawn now.
type node struct {
	model  *network.Node
	place  *Place // in the layout; nil in point mode
	at     Vec    // centre
	hidden bool
	pinned bool // fixed at the place where the reader dropped it
	emphasis
}

// edge is a relation as drawn now.
type edge struct {
	model    *network.Relation
	from, to int
	hidden   bool
	perhaps  bool // open at the state's date
	emphasis
}

// emphasis is the current opacity of an element, and its target.
type emphasis struct{ now, goal float64 }

// step moves the emphasis by at most d and reports whether it moved.
func (e *emphasis) step(d float64) bool {
	if e.now == e.goal {
		return false
	}
	if e.now < e.goal {
		e.now = min(e.now+d, e.goal)
	} else {
		e.now = max(e.now-d, e.goal)
	}
	return true
}

// newContent returns the content of a drawing in its first state, without places.
func newContent(d *LaidOutNetwork, s Settings, pause func()) *content {
	c := &content{Settings: s, drawing: d, index: newIndex(d.Network, pause), looks: NewLooks(d.Network), edges: make([]edge, len(d.Relations)), filter: network.NewFilter(d.Network, nil, nil), pause: pause}
	c.camera = camera{settings: &c.Settings, near: c.near}
	for i := range c.edges {
		r := &d.Relations[i]
		c.edges[i] = edge{model: r, from: c.index.node.at(r.From), to: c.index.node.at(r.To)}
		pause()
	}
	return c
}

// check returns an error unless every layout of d fits its network.
func check(d *LaidOutNetwork) error {
	for i := range d.Layouts {
		l := &d.Layouts[i]
		if l.Places == nil && len(d.Layouts[0].Dots) == 2*len(d.Nodes) && len(d.Nodes) > 0 && l.Width > 0 && l.Height > 0 {
			continue
		}
		if len(l.Places) != len(d.Nodes) || !(l.Width > 0) || !(l.Height > 0) {
			return fmt.Errorf("layout %q has %d places in %g × %g for %d nodes; build the network again", l.Name, len(l.Places), l.Width, l.Height, len(d.Nodes))
		}
		for j, p := range l.Places {
			if p.ID != d.Nodes[j].ID {
				return fmt.Errorf("layout %q: place %d is of %q, not of %q; build the network again", l.Name, j, p.ID, d.Nodes[j].ID)
			}
		}
	}
	return nil
}

// use takes a layout and unpins nodes that were dropped elsewhere.
func (c *content) use(l *Layout) {
	c.layout, c.camera.layout = l, l
	if c.nodes == nil {
		c.nodes = make([]node, len(c.drawing.Nodes))
	}
	for i := range c.nodes {
		n := &c.nodes[i]
		n.model, n.pinned = &c.drawing.Nodes[i], false
	}
}

// put moves every node to its place.
func (c *content) put(l *Layout, places []Place) {
	c.use(l)
	for i := range c.nodes {
		p := &places[i]
		c.nodes[i].place, c.nodes[i].at = p, Vec{p.X, p.Y}
	}
}

// emphasis returns the current opacity of a relation, 0 to 1: a relation that is open
// at the date remains visibly open when it is highlighted.
func (c *content) emphasis(e *edge) float64 {
	if e.perhaps {
		return min(e.now, c.Settings.Open)
	}
	return e.now
}

// isAt reports whether id is one of the ends of e.
func (c *content) isAt(e *edge, id string) bool {
	return id != "" && (e.model.From == id || e.model.To == id)
}
