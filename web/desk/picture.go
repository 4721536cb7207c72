package desk

import (
	"encoding/json"

	"proxynet/viz/scene"
)

// PictureOrder is the input of “picture”.
type PictureOrder struct {
	Layout    string          `json:"layout"` // “wide” or “tall”; without it, the one whose labels are legible in the place
	Width     float64         `json:"width"`  // of the place for it, in CSS pixels
	Height    float64         `json:"height"`
	State     json.RawMessage `json:"state"`     // of a reader; may be left out
	Rearrange bool            `json:"rearrange"` // ignore the last picture’s places
	Text      *string         `json:"text"`      // of the network; without it, that of the last “open” or “text”
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

// Picture draws the network of the order's text, or of the engine's. It keeps the places
// of the last picture where possible.
func (e *Engine) Picture(o PictureOrder) (*Picture, error) {
	if o.Text != nil {
		e.artist.read(*o.Text)
	} else if e.document != nil {
		e.artist.network = e.document.Network
	}
	return e.artist.picture(o)
}

// places returns the places of the nodes in one layout of a drawing.
func places(d *scene.LaidOutNetwork, layout string) map[string]Place {
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
