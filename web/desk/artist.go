package desk

import (
	"maps"
	"math"
	"reflect"
	"slices"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/message"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

// artist redraws a network as it grows.
type artist struct {
	text     string           // the last that it read
	network  *network.Network // of the last text that could be read, nil for none
	canvases map[string]*canvas
}

// canvas is the picture in one layout.
type canvas struct {
	sketcher *compose.Sketcher
	drawing  *scene.LaidOutNetwork // the last; nil if there is none
}

// read takes the network of a text, unless the text can't be read.
func (a *artist) read(text string) {
	if text == a.text && a.network != nil {
		return
	}
	a.text = text
	if o := file.ReadOutline(file.NetworkName, []byte(text)); o.Document != nil && len(o.Diagnostics) == 0 {
		a.network = o.Document.Network
	}
}

// picture draws the network. It keeps the places of the last picture where possible.
func (a *artist) picture(o PictureOrder) (*Picture, error) {
	if a.network == nil {
		return nil, message.Errorf("there is nothing to draw yet")
	}
	if o.Layout == "" {
		o.Layout = scene.LayoutFor(scene.Rect{W: o.Width, H: o.Height})
	}
	if len(a.network.Nodes) == 0 {
		return &Picture{Places: map[string]Place{}, Moved: []string{}}, nil
	}
	var state scene.State
	if len(o.State) > 0 {
		var err error
		if state, err = scene.DecodeState(o.State); err != nil {
			return nil, err
		}
	}
	c, err := a.canvas(o.Layout, o.Rearrange)
	if err != nil {
		return nil, err
	}
	before := c.drawing
	if err := c.draw(a.network); err != nil {
		return nil, err
	}
	drawn, err := svg.ShowPart(c.drawing, o.Layout, state, c.sketcher.View())
	if err != nil {
		return nil, err
	}
	p := &Picture{SVG: drawn, Places: places(c.drawing, o.Layout), Moved: []string{}}
	if before != nil {
		old := places(before, o.Layout)
		for _, v := range a.network.Nodes {
			if at, was := old[v.ID]; was && math.Hypot(at.X-p.Places[v.ID].X, at.Y-p.Places[v.ID].Y) > 1 {
				p.Moved = append(p.Moved, v.ID)
			}
		}
	}
	return p, nil
}

// canvas returns the canvas of a layout. If rearrange is true, it is a new one without
// a picture.
func (a *artist) canvas(layout string, rearrange bool) (*canvas, error) {
	if c := a.canvases[layout]; c != nil && !rearrange {
		return c, nil
	}
	s, err := compose.NewSketcher(layout)
	if err != nil {
		return nil, err
	}
	c := &canvas{sketcher: s}
	if a.canvases == nil {
		a.canvases = make(map[string]*canvas)
	}
	a.canvases[layout] = c
	return c, nil
}

// Shown is the result of “shown”: the layouts that were drawn last.
type Shown struct {
	Layouts []scene.Layout `json:"layouts"`
}

// shown returns the layouts that were drawn last.
func (a *artist) shown() *Shown {
	all := &Shown{Layouts: []scene.Layout{}}
	for _, name := range slices.Sorted(maps.Keys(a.canvases)) {
		if d := a.canvases[name].drawing; d != nil {
			if l := d.Layout(name); l != nil {
				all.Layouts = append(all.Layouts, *l)
			}
		}
	}
	return all
}

// draw draws a network, unless the last picture shows it.
func (c *canvas) draw(n *network.Network) (err error) {
	d := c.drawing
	switch {
	case d != nil && d.Network == n:
	case d != nil && drawnAlike(d.Network, n):
		c.drawing = &scene.LaidOutNetwork{Network: n, Layouts: d.Layouts, Draft: d.Draft}
	default:
		if d, err = c.sketcher.Draw(n); err == nil {
			c.drawing = d
		}
	}
	return err
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
