package scene

import (
	"slices"

	"proxynet/network"
)

// Drawing is a network with its settled layouts: all that the viewer and the
// poster need. Its JSON is the network's own, plus "layouts".
type Drawing struct {
	*network.Network
	Layouts []Layout `json:"layouts"`
	Draft   bool     `json:"draft,omitempty"` // the layouts are only a start
}

// Layout is one settled arrangement of a network, made for areas of one shape.
// Lengths are in world units, which are CSS pixels at zoom 1.
type Layout struct {
	Name   string  `json:"name"` // "wide" or "tall"
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Places []Place `json:"places,omitempty"` // in the order of the network's nodes

	// Dots are the places of a network that is too large for boxes: x and y of
	// each node in turn. The first layout has them; the others are the same
	// dots, scaled into their own frame.
	Dots []float64 `json:"dots,omitempty"`
}

// In returns the drawing with the labels that nodes have in the language of the
// given tag, each in its box: nothing else differs, and nothing moves.
func (d *Drawing) In(language string) *Drawing {
	in := *d
	in.Layouts = slices.Clone(d.Layouts)
	for i := range in.Layouts {
		l := &in.Layouts[i]
		l.Places = slices.Clone(l.Places)
		for j := range l.Places {
			p := &l.Places[j]
			if label, ok := p.In[language]; ok {
				p.Lines, p.Size, p.Full = label.Lines, label.Size, label.Full
			}
		}
	}
	return &in
}

// Label is a node's name in another language, as its box holds it.
type Label struct {
	Lines []string `json:"lines"`
	Size  float64  `json:"size"`
	Full  string   `json:"full,omitempty"` // the whole name, where the lines are shortened
}

// Place is where a node stands: the centre and full size of its box, and its
// label as broken into lines.
type Place struct {
	ID    string   `json:"id"`
	X     float64  `json:"x"`
	Y     float64  `json:"y"`
	W     float64  `json:"w"`
	H     float64  `json:"h"`
	Lines []string `json:"lines"`
	Size  float64  `json:"size"`           // of the label
	Full  string   `json:"full,omitempty"` // the whole label, where the lines are shortened

	In map[string]Label `json:"in,omitempty"` // its names in other languages, by tag
}
