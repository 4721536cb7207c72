package place

// Size is a width and height in cells.
type Size struct{ W, H int32 }

// Input is a placement problem. Widths and heights of boxes must be even, so that
// centres are on the lattice. Nodes are the indices of Boxes.
type Input struct {
	Area   Size
	Boxes  []Size // of a node that owns a frame: ignored
	Frames []Frame
	Edges  []Edge
	Above  []Above
	Rank   []uint8 // 1 is the most prominent
	Root   int32   // node at the top, or -1
	Gap    int32   // least free space between boxes, and one more beside frames
	Margin Size    // free space at the sides, and at top and bottom
	Step   int32   // of the lattice for coarse moves
	Cell   float64 // length of a cell in hundreds of pixels, for the cost of lengths
}

// Frame is a node that is drawn around others.
type Frame struct {
	Node    int32
	Members []int32
	Title   Size  // in one line
	Wrapped Size  // in two lines
	Entries int32 // nets that enter from outside
	Wide    int32 // greatest width of a frame with one row
}

// Edge is a line between two nodes.
type Edge struct {
	A, B   int32
	Length float64 // cost of its length
	Cross  float64 // cost of being crossed, 1 for a minor line
	Room   int32   // least length of the visible part
	Tight  float64 // cost of a visible part shorter than that
	Lead   bool
}

// Above is a constraint that one node is above another.
type Above struct {
	Upper, Lower int32
	Lead         bool
}

// Weights are the costs of the defects of a placement.
type Weights struct {
	Cross   float64 // a crossing of two minor lines
	Through float64 // a minor line through a box
	Lead    float64 // factor for a line of the lead through a box
	Member  float64 // factor for a line through a member of a frame
	Frame   float64 // factor for a line through a frame
	Overlap float64 // two boxes closer than the gap
	Aligned float64 // bonus for an edge with aligned ends
	Order   float64 // a superior that is not above its inferior
	First   float64 // the same in the lead
	Axis    float64 // a lead edge that is not vertical, per cell
	Level   float64 // lead siblings on different heights, per cell
	Top     float64 // the root below the top, per cell
	Middle  float64 // the root off the middle, per cell
	Over    float64 // a box above the root
	Spread  float64 // an empty band at a side of the area, per cell
}

// DefaultWeights returns the weights for ordinary use.
func DefaultWeights() Weights {
	return Weights{
		Cross: 2.4, Through: 6, Lead: 6, Member: 0.35, Frame: 1.5, Overlap: 40, Aligned: 0.6,
		Order: 4.8, First: 48, Axis: 3, Level: 0.4, Top: 1, Middle: 0.4, Over: 20, Spread: 0.2,
	}
}

// Placement is a solution: the places of all nodes.
type Placement struct {
	Boxes  []Rect // by node, of frames too
	Frames []FramePlan
	Cost   float64
	State  State
}

// Rect is an area in cells: its top left corner and its size.
type Rect struct{ X, Y, W, H int32 }

// Right and Bottom are the far sides.
func (r Rect) Right() int32  { return r.X + r.W }
func (r Rect) Bottom() int32 { return r.Y + r.H }

// FramePlan is the arrangement inside a frame.
type FramePlan struct {
	Title   Rect
	Lines   int // of the title, 1 or 2
	Columns int
	Rows    int
	Entry   int32 // x at which the lead comes in
}

// State is a placement from which a search can continue.
type State struct {
	X, Y    []int32   // centres, by item
	Order   [][]uint8 // of members, by frame
	Columns []int     // by frame
}
