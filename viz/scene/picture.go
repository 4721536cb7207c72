package scene

import (
	"proxynet/network"
	"proxynet/viz/diagram"
)

// Picture is the draw list of a scene, in world units, back to front:
// frames, edges, ends, badges, boxes, words, then verbs with the badges in front,
// the card.
type Picture struct {
	Frames []BoxMark
	Edges  []EdgeMark
	Ends   []EndMark
	Badges []BadgeMark
	Boxes  []BoxMark
	Words  []WordMark
	Verbs  []VerbMark
	Card   *CardMark // nil if no cable is open

	points pointPool // of the paths
}

// reset empties p and keeps its slices.
func (p *Picture) reset() {
	p.Frames, p.Edges, p.Ends, p.Badges = p.Frames[:0], p.Edges[:0], p.Ends[:0], p.Badges[:0]
	p.Boxes, p.Words, p.Verbs, p.Card = p.Boxes[:0], p.Words[:0], p.Verbs[:0], nil
	p.points.reset()
}

// EdgeMark is the line of a family of relations between two nodes, or the
// paper beneath the lines of a cable.
type EdgeMark struct {
	ID        string // of the first of its relations; "" for paper
	Relations []int  // places of its relations in the network; nil for paper, in cards and in networks drawn as points
	Net       int    // lines of one net may share a trunk
	From      string // id of the node at its start
	To        string
	Path      Path
	Line      Line
	Paint     Paint
	Alpha     float64
	Lead      bool // of the lead
	Casing    bool // paper, which separates the cable from the lines that it crosses
	Again     bool // a piece of a line that is in the list already, over paper
	Focus     bool // selected, pointed at, or a step of the chain in the state
	Gone      bool // removed by a what-if
}

// EndMark is the mark at an end of a cable that shows its direction.
type EndMark struct {
	HeadMark
	ID        string // of a relation of the cable
	Paint     Paint
	Alpha     float64
	Relations []int // see [EdgeMark]
}

// HeadMark is a polyline of two or three corners, or none; a closed one is
// filled with Fill.
type HeadMark struct {
	corners [3]Vec
	count   int
	Closed  bool
	Fill    Paint // of a closed head: the line's own, or Paper if it is past
	Width   float64
}

// BoxMark is a node with its label.
type BoxMark struct {
	ID        string
	At        Vec // centre
	W, H      float64
	Shape     Shape
	Kind      network.NodeKind
	Rank      diagram.Rank
	Past      bool
	Frame     bool    // drawn around its members, with the label at Title
	Title     Vec     // left end of the middle of the first line
	TitleEnd  float64 // x of the right end of the title's place, where lines begin that run from right to left
	Note      string
	NoteSize  float64
	NoteBelow bool
	Members   []string // ids, of a frame
	Lines     []string
	Full      string // the whole label, if the lines are shortened
	Size      float64
	Bold      bool
	Alpha     float64
	Text      float64 // emphasis of the label
	Focus     bool    // selected
	Gone      bool    // removed by a what-if
	Lost      bool    // without a chain after the removal
	Halo      float64 // radius of the disc under it, by the measure in the state
	Pinned    bool
}

// BadgeMark is a sign on an edge that shows how firm it is: a character, or an empty
// ring for an implied relation.
type BadgeMark struct {
	ID    string // of the relation
	Cable int    // index of the cable that has it beside its line, or -1
	At    Vec
	Front bool
	Tight bool // its disc is as small as its text allows
	Text  string
	Face  Face
	Size  float64
	Paint Paint
	Alpha float64
}

// WordMark is a line of the text beside a cable.
type WordMark struct {
	Cable int // index of the cable
	At    Vec // the left end of its baseline
	Text  string
	Size  float64
	Width float64 // as estimated
	Right bool    // its right end is at the line, and stays there whatever its width is
	Bold  bool
	Paint Paint
	Alpha float64
}

// VerbMark is the verb of a relation, set along its edge.
type VerbMark struct {
	At    Vec // middle
	Angle float64
	Text  string
	Size  float64
	Width float64
	Paint Paint
	Alpha float64
}
