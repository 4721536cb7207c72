package scene

// Format is a shape of area for which layouts are made. Lengths are in world
// units, which are CSS pixels at zoom 1.
type Format struct {
	Name          string
	Width, Height float64 // of the area
	Label         float64 // size of the smallest label
	Cell          float64 // of the lattice on which lines are routed
	Cable         CableStyle

	PointLabel, PointGrow float64 // in point mode: size of the least important label, and the additional size of the most important one
}

// Formats lists the layouts that every drawing has: one for areas wider than
// high, one for phones. [LayoutFor] chooses between them.
var Formats = []Format{
	{Name: "wide", Width: 880, Height: 528, Label: 13, Cell: 8, Cable: CableStyle{Lead: 4.5, Main: 1.6, Most: 3.2, Minor: 1.2, Gap: 1.2, Corner: 8, Head: 1}, PointLabel: 13, PointGrow: 3},
	{Name: "tall", Width: 390, Height: 645, Label: 12, Cell: 5, Cable: CableStyle{Lead: 4, Main: 1.4, Most: 2.8, Minor: 1.1, Gap: 1.1, Corner: 6, Head: 0.85}, PointLabel: 12, PointGrow: 1.5},
}

// The areas that show the wide layout: at least WideWidth CSS pixels wide, where its
// smallest label has 12 pixels, with a ratio of width to height of at least
// WideAspect; or of at least FlatAspect, where its labels are larger than those of
// the tall layout.
const (
	WideWidth  = 820
	WideAspect = 1.1
	FlatAspect = 1.3
)

// formatOf returns the format that l was made in; the first for any other.
func formatOf(l *Layout) *Format {
	for i := range Formats {
		if Formats[i].Name == l.Name {
			return &Formats[i]
		}
	}
	return &Formats[0]
}
