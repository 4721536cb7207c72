package compose

import (
	"math"

	"proxynet/viz/diagram"
	"proxynet/viz/scene"
)

// Format is a shape of area with what only its arrangement needs.
type Format struct {
	scene.Format
	Type      [4]Type // by rank, from 1; of index 0: primary members of a frame
	Verb      float64 // size of the words on lines
	Gap, Step int32   // of the placement, in cells
	PerCable  float64 // least area for each cable, in square pixels
	Roomy     bool    // the placement keeps room for the verbs of the lead; otherwise only if they don't fit
	Seed      uint64
}

// Type is how the labels of a rank are set.
type Type struct {
	Size       float64
	Bold       bool
	Width      float64 // above which a label is broken into lines
	PadX, PadY float64 // least space between label and outline
}

// Formats are the layouts that every network of boxes has: one for areas wider
// than high, one for phones.
var Formats = []Format{
	{
		Format: scene.Formats[0],
		Type: [4]Type{
			{Size: 14, Bold: true, Width: 120, PadX: 8, PadY: 6},
			{Size: 16, Bold: true, Width: 150, PadX: 10, PadY: 7},
			{Size: 14, Bold: true, Width: 120, PadX: 8, PadY: 6},
			{Size: 13, Width: 96, PadX: 6, PadY: 4},
		},
		Verb: 13, Gap: 4, Step: 3, PerCable: 9000, Seed: 22,
	},
	{
		Format: scene.Formats[1],
		Type: [4]Type{
			{Size: 12.5, Bold: true, Width: 96, PadX: 5, PadY: 4},
			{Size: 14, Bold: true, Width: 100, PadX: 6, PadY: 5},
			{Size: 12.5, Bold: true, Width: 80, PadX: 5, PadY: 4},
			{Size: 12, Width: 72, PadX: 3, PadY: 3},
		},
		Verb: 12, Gap: 3, Step: 2, PerCable: 5100, Roomy: true, Seed: 43,
	},
}

// typeOf returns how the label of a node is set.
func (f *Format) typeOf(v *diagram.Node) Type {
	if v.Rank == diagram.Primary && v.Frame != diagram.None {
		return f.Type[0]
	}
	return f.Type[v.Rank]
}

// cells returns how many cells v pixels take, an even number.
func (f *Format) cells(v float64) int32 { return 2 * int32(math.Ceil(v/(2*f.Cell))) }

// lineHeight is the height of a line of a label, in label sizes.
const lineHeight = 1.16
