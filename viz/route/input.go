package route

// Point is a place in cells.
type Point struct{ X, Y int32 }

// Rect is an area in cells: its top left corner and its size.
type Rect struct{ X, Y, W, H int32 }

// Right and Bottom are the far sides.
func (r Rect) Right() int32  { return r.X + r.W }
func (r Rect) Bottom() int32 { return r.Y + r.H }

// Class is how important a net is; more important ones are routed first.
type Class uint8

const (
	Minor Class = iota
	Main
	Lead
)

// Input is a routing problem. Nodes are the indices of Boxes.
type Input struct {
	W, H   int32  // of the lattice: cells 0 to W and 0 to H
	Boxes  []Rect // an empty one is no obstacle
	Frames []Frame
	Nets   []Net
	Cell   float64 // pixels
}

// Frame is a box that lines of its members may enter.
type Frame struct {
	Node    int32
	Members []int32
	Title   Rect
	Entry   int32 // x at which the lead enters
	Columns int
	Rows    int
}

// Net is a hub that is joined to its leaves by one tree of lines.
type Net struct {
	Hub    int32
	Leaves []int32
	Class  Class
	Width  float64 // of the widest line, in pixels
	Joint  bool    // leaves must share the trunk; otherwise they may
	Down   bool    // preferably not drawn upwards
	Run    float64 // pixels of straight line wanted, for a label on it
}

// fan reports whether several leaves may share a trunk.
func (n *Net) fan() bool { return len(n.Leaves) > 1 }

// Route is the lines of a net, one for each leaf that could be reached.
type Route struct {
	Paths  []Path
	Failed int // leaves that no line reaches
	cost   int32
	marks  []int32 // cells that it occupies: 2·cell + axis
}

// Path is a line to a leaf. A branch starts on the trunk, any other path at the hub.
type Path struct {
	Leaf   int // index in the net's Leaves
	Branch bool
	Points []Point // corners
	states []int32 // cell·4 + direction
}

// Result is the routes of all nets.
type Result struct {
	Routes    []Route
	Failed    int     // leaves that no line reaches
	Conflicts int     // cells on which two nets share a track
	Crossings int     // of two nets
	Cost      float64 // of the whole, for comparison
}
