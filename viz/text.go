package viz

import (
	"math"

	"proxynet/viz/scene"
)

// Label is a text set in one line at a size in device pixels. It is part of a
// paragraph that runs from right to left, or from left to right.
type Label struct {
	Text string
	Size float64
	Bold bool
	RTL  bool
}

// Extent is the room that a label takes, in device pixels.
type Extent struct {
	Width, Height int     // of an image that holds it with its soft edges
	Left          float64 // from the image's left side to the start of the text
	Baseline      float64 // from the image's top to the baseline
	Advance       float64 // width of the text
}

// Typesetter sets labels in any script. Measure returns the extent of a label. Paint
// returns an image of width × height pixels, 4 bytes each, the fourth of which is the
// coverage by the labels; label i is in the image of its extent whose upper left corner
// is at[i]. The bytes are valid until the next call.
type Typesetter interface {
	Measure(Label) Extent
	Paint(labels []Label, extents []Extent, at [][2]int, width, height int) []byte
}

// quarter rounds a size to quarters, so that few sizes are set.
func quarter(size float64) float64 { return math.Round(size*4) / 4 }

// text is a text in device pixels, about the middle of its baseline.
type text struct {
	text        string
	at          scene.Vec
	size, angle float64
	bold, rtl   bool
	color       color
	alpha       float64
	place       *place // of its label, once that is set
}

func (t *text) label() Label { return Label{t.text, quarter(t.size), t.bold, t.rtl} }
