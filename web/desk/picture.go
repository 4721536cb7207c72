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
	before := e.drawings[o.Layout]
	d := before
	switch {
	case d != nil && d.Network == n:
	case d != nil && drawnAlike(d.Network, n):
		d = &scene.Drawing{Network: n, Layouts: d.Layouts, Draft: d.Draft}
		e.drawings[o.Layout] = d
	default:
		var err error
		if d, err = compose.SketchLayout(n, o.Layout, before); err != nil {
			return nil, err
		}
		e.drawings[o.Layout] = d
	}
	svg, err := poster.Show(d, o.Layout, state)
	if err != nil {
		return nil, err
	}
	p := &Picture{SVG: svg, Places: places(d, o.Layout), Moved: []string{}}
	p.fit(d, o.Layout)
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

// few is the number of nodes up to which a picture is cropped to its contents.
const few = 12

// fit sets the view box to the boxes with a margin, in the layout's aspect ratio,
// because few nodes don't fill the area.
func (p *Picture) fit(d *scene.Drawing, layout string) {
	const space = 70 // for labels beside lines
	at := slices.IndexFunc(d.Layouts, func(l scene.Layout) bool { return l.Name == layout })
	if at < 0 || len(p.Places) > few || strings.Contains(p.SVG, `class="p-card"`) {
		return
	}
	l := &d.Layouts[at]
	x0, y0, x1, y1 := l.Width, l.Height, 0.0, 0.0
	for _, v := range p.Places {
		x0, x1 = min(x0, v.X-v.W/2), max(x1, v.X+v.W/2)
		y0, y1 = min(y0, v.Y-v.H/2), max(y1, v.Y+v.H/2)
	}
	share := min(max((x1-x0+2*space)/l.Width, (y1-y0+2*space)/l.Height, 0.5), 1)
	w, h := math.Round(share*l.Width), math.Round(share*l.Height)
	x, y := math.Round((x0+x1-w)/2), math.Round((y0+y1-h)/2)
	whole := fmt.Sprintf(`viewBox="0 0 %g %g"`, l.Width, l.Height)
	p.SVG = strings.Replace(p.SVG, whole, fmt.Sprintf(`viewBox="%g %g %g %g"`, x, y, w, h), 1)
}

// shown returns a drawing of the layouts that were drawn last, nil if none was.
func (e *Engine) shown() *scene.Drawing {
	var all *scene.Drawing
	for _, name := range slices.Sorted(maps.Keys(e.drawings)) {
		d := e.drawings[name]
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
