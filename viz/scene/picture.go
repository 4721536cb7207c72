package scene

import (
	"math"

	"proxynet/network"
	"proxynet/viz/diagram"
)

// Picture is what of a scene is to be drawn, in world units, back to front:
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
}

// EdgeMark is the line of a family of relations between two nodes, or the
// paper beneath the lines of a cable.
type EdgeMark struct {
	ID     string // of the first of its relations; "" for paper
	Net    int    // lines of one net may share a trunk
	From   string // id of the node at its start
	To     string
	Path   Path
	Line   Line
	Paint  Paint
	Alpha  float64
	Lead   bool // of the lead
	Casing bool // paper, which sets the cable apart from what it crosses
	Focus  bool // selected, pointed at, or a step of the chain asked for
	Gone   bool // taken out by a what-if
}

// EndMark is the mark at an end of a cable that says which way it goes.
type EndMark struct {
	HeadMark
	ID    string // of a relation of the cable
	Paint Paint
	Alpha float64
}

// HeadMark is a polyline of two or three corners, or none; a closed one is
// filled with Fill.
type HeadMark struct {
	corners [3]Vec
	count   int
	Closed  bool
	Fill    Paint // of a closed head: the line's own, or Paper for what is past
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
	Full      string // the whole label, where the lines are shortened
	Size      float64
	Bold      bool
	Alpha     float64
	Text      float64 // emphasis of the label
	Focus     bool    // selected
	Gone      bool    // taken out by a what-if
	Lost      bool    // without a chain once that is taken out
	Halo      float64 // radius of the disc under it, by the measure asked for
	Pinned    bool
}

// BadgeMark is a sign on an edge that says how firm it is: a character, or for
// what is implied an empty ring.
type BadgeMark struct {
	ID    string // of the relation
	At    Vec
	Front bool
	Text  string
	Face  Face
	Size  float64
	Paint Paint
	Alpha float64
}

// WordMark is a line of what is written beside a cable.
type WordMark struct {
	Cable int // index of the cable
	At    Vec // the left end of its baseline
	Text  string
	Size  float64
	Width float64
	Bold  bool
	Paint Paint
	Alpha float64
}

// VerbMark is what a relation says, set along its edge.
type VerbMark struct {
	At    Vec // middle
	Angle float64
	Text  string
	Size  float64
	Width float64
	Paint Paint
	Alpha float64
}

// Picture appends the scene as it is now to p, whose slices it reuses.
func (s *Scene) Picture(p *Picture) {
	p.Frames, p.Edges, p.Ends, p.Badges = p.Frames[:0], p.Edges[:0], p.Ends[:0], p.Badges[:0]
	p.Boxes, p.Words, p.Verbs = p.Boxes[:0], p.Words[:0], p.Verbs[:0]
	for class := diagram.Minor; class <= diagram.Lead; class++ {
		for _, dim := range []bool{true, false} { // what is dimmed lies behind
			for i := range s.model.Nets {
				if s.model.Nets[i].Class == class {
					s.netMarks(p, i, dim)
				}
			}
		}
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		if n.now <= 0 {
			continue
		}
		m := s.boxMark(i)
		if m.Frame {
			p.Frames = append(p.Frames, m)
		} else {
			p.Boxes = append(p.Boxes, m)
		}
	}
	s.wordMarks(p)
	s.verbMarks(p)
	p.Card = s.card()
}

// boxMark returns the mark of node i.
func (s *Scene) boxMark(i int) BoxMark {
	n, v := &s.nodes[i], &s.model.Nodes[i]
	shape, kind := s.looks.node(n.model.Kind)
	m := BoxMark{
		ID: n.model.ID, At: n.at, W: n.place.W, H: n.place.H, Shape: shape, Kind: kind,
		Rank: v.Rank, Past: v.Past, Lines: n.place.Lines, Full: n.place.Full, Size: n.place.Size, Bold: n.place.Bold,
		Alpha: n.now, Text: s.Settings.textAlpha(n.now),
		Focus: n.model.ID == s.state.Select, Pinned: n.pinned,
		Gone: s.asked.gone[i], Lost: s.asked.lost[i], Halo: s.halo(i),
	}
	if v.Owns != diagram.None && v.Owns < len(s.layout.Frames) {
		f := &s.layout.Frames[v.Owns]
		m.Frame, m.Note, m.NoteSize, m.NoteBelow = true, f.Note, f.Size, f.Below
		for _, v := range s.model.Frames[v.Owns].Members {
			m.Members = append(m.Members, s.nodes[v].model.ID)
		}
		m.Title = Vec{f.X, f.Y + m.Size*lineHeight/2 + titleGap}.add(n.at.sub(Vec{n.place.X, n.place.Y}))
		m.TitleEnd = m.Title.X + f.W
	}
	if m.Gone || m.Lost {
		m.Shape.Dash, m.Shape.Inset = ghostDash, 0
	}
	return m
}

// titleGap is the space above a frame's title.
const titleGap = 3

// halo returns the radius of the disc under node i, whose area is as its
// measure.
func (s *Scene) halo(i int) float64 {
	if s.asked.sizes == nil {
		return 0
	}
	return s.Settings.Halo * formatOf(s.layout).Label * math.Sqrt(s.asked.sizes[i])
}
