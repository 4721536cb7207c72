package desk

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/viz/compose"
	"proxynet/viz/poster"
	"proxynet/viz/scene"
)

// PictureOrder is the input of “picture”.
type PictureOrder struct {
	Layout string          `json:"layout"` // “wide” or “tall”
	Width  float64         `json:"width"`  // of the place for it, in CSS pixels
	Height float64         `json:"height"`
	State  json.RawMessage `json:"state"` // of a reader; may be left out
	Anew   bool            `json:"anew"`  // arrange it without regard to the last picture
}

// Picture is a drawing of the last readable text.
type Picture struct {
	SVG    string           `json:"svg"`
	Places map[string]Place `json:"places"` // of the nodes, by their ids, in the SVG's units
	Moved  []string         `json:"moved"`  // ids of nodes that aren't where the last picture had them
}

// Place is the box of a node: its centre and size.
type Place struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

// canvas is the picture in one layout.
type canvas struct {
	sketcher *compose.Sketcher
	drawing  *scene.Drawing // the last; nil if there is none
}

// canvas returns the canvas of a layout. Anew, it has no picture yet.
func (e *Engine) canvas(layout string, anew bool) (*canvas, error) {
	if c := e.canvases[layout]; c != nil && !anew {
		return c, nil
	}
	s, err := compose.NewSketcher(layout)
	if err != nil {
		return nil, err
	}
	c := &canvas{sketcher: s}
	e.canvases[layout] = c
	return c, nil
}

// draw draws a network, unless the last picture shows it.
func (c *canvas) draw(n *network.Network) (err error) {
	d := c.drawing
	switch {
	case d != nil && d.Network == n:
	case d != nil && drawnAlike(d.Network, n):
		c.drawing = &scene.Drawing{Network: n, Layouts: d.Layouts, Draft: d.Draft}
	default:
		if d, err = c.sketcher.Draw(n); err == nil {
			c.drawing = d
		}
	}
	return err
}

// Picture draws the network. It keeps the places of the last picture where possible.
func (e *Engine) Picture(o PictureOrder) (*Picture, error) {
	if e.document == nil {
		return nil, message.Errorf("there is nothing to draw yet")
	}
	if o.Layout == "" {
		o.Layout = "wide"
		if o.Height > o.Width {
			o.Layout = "tall"
		}
	}
	n := e.document.Network
	if len(n.Nodes) == 0 {
		return &Picture{Places: map[string]Place{}, Moved: []string{}}, nil
	}
	var state scene.State
	if len(o.State) > 0 {
		var err error
		if state, err = scene.DecodeState(o.State); err != nil {
			return nil, err
		}
	}
	c, err := e.canvas(o.Layout, o.Anew)
	if err != nil {
		return nil, err
	}
	before := c.drawing
	if err := c.draw(n); err != nil {
		return nil, err
	}
	d := c.drawing
	svg, err := poster.Show(d, o.Layout, state)
	if err != nil {
		return nil, err
	}
	p := &Picture{SVG: svg, Places: places(d, o.Layout), Moved: []string{}}
	p.fit(c, o.Layout)
	if before != nil {
		old := places(before, o.Layout)
		for _, v := range n.Nodes {
			if at, was := old[v.ID]; was && math.Hypot(at.X-p.Places[v.ID].X, at.Y-p.Places[v.ID].Y) > 1 {
				p.Moved = append(p.Moved, v.ID)
			}
		}
	}
	return p, nil
}

// drawnAlike reports whether two networks have the same arrangement: whether their
// nodes, labels, relations and terms are the same.
func drawnAlike(a, b *network.Network) bool {
	return a.Root == b.Root && a.Lang == b.Lang && slices.Equal(a.Lead, b.Lead) && reflect.DeepEqual(a.Vocabulary, b.Vocabulary) &&
		slices.EqualFunc(a.Nodes, b.Nodes, func(a, b network.Node) bool {
			return a.ID == b.ID && a.Label == b.Label && a.Kind == b.Kind && maps.Equal(a.Names, b.Names)
		}) &&
		slices.EqualFunc(a.Relations, b.Relations, func(a, b network.Relation) bool {
			return a.ID == b.ID && a.From == b.From && a.To == b.To && a.Directed == b.Directed && a.Kind == b.Kind &&
				a.Verb == b.Verb && a.Status == b.Status && a.Past == b.Past && a.Open == b.Open
		})
}

// fit sets the view box of a picture of boxes to the part of the area that they need.
func (p *Picture) fit(c *canvas, layout string) {
	x, y, w, h := c.sketcher.View()
	if w == 0 || strings.Contains(p.SVG, `class="p-card"`) {
		return
	}
	for i := range c.drawing.Layouts {
		if l := &c.drawing.Layouts[i]; l.Name == layout {
			whole := fmt.Sprintf(`viewBox="0 0 %g %g"`, l.Width, l.Height)
			p.SVG = strings.Replace(p.SVG, whole, fmt.Sprintf(`viewBox="%g %g %g %g"`, x, y, w, h), 1)
		}
	}
}

// shown returns a drawing of the layouts that were drawn last, nil if none was.
func (e *Engine) shown() *scene.Drawing {
	var all *scene.Drawing
	for _, name := range slices.Sorted(maps.Keys(e.canvases)) {
		d := e.canvases[name].drawing
		if d == nil {
			continue
		}
		if all == nil {
			all = &scene.Drawing{Network: d.Network}
		}
		for _, l := range d.Layouts {
			if l.Name == name {
				all.Layouts = append(all.Layouts, l)
			}
		}
	}
	return all
}

// places returns the places of the nodes in one layout of a drawing.
func places(d *scene.Drawing, layout string) map[string]Place {
	out := make(map[string]Place)
	for i := range d.Layouts {
		l := &d.Layouts[i]
		if l.Name != layout {
			continue
		}
		for _, p := range l.Places {
			out[p.ID] = Place{p.X, p.Y, p.W, p.H}
		}
		for k := range d.Nodes {
			if 2*k+1 < len(l.Dots) {
				out[d.Nodes[k].ID] = Place{X: l.Dots[2*k], Y: l.Dots[2*k+1]}
			}
		}
	}
	return out
}
