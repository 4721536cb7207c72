package scene

import (
	"math"
	"strings"

	"proxynet/viz/diagram"
)

// boxes is the mode of small networks: each node is a box with its label in it,
// and a cable is all relations between two nodes.
type boxes struct {
	*content
	model *diagram.Model
	lines *cableLines

	cables  cableDrawer
	card    openCard
	locator boxLocator
	motion  motion
	verbs   verbs

	lineLooks []lineLook // by relation
	nodeLooks []nodeLook // by node

	signs   [][]BadgeMark // by relation: at the state's date, without place, size and colour
	scratch []int         // see shown
}

func newBoxes(c *content, m *diagram.Model) *boxes {
	b := &boxes{content: c, model: m, signs: make([][]BadgeMark, len(c.edges))}
	b.cables.boxes, b.card.boxes, b.locator.boxes, b.motion.boxes, b.verbs.boxes = b, b, b, b, b
	b.lookUp()
	return b
}

func (b *boxes) arrange(l *Layout) {
	b.motion.stop()
	b.put(l, l.Places)
	b.lines = newCableLines(b.model, l, l.Places)
}

// ClosestBoxes is the zoom at which boxes can always be seen, in CSS pixels a world unit.
const ClosestBoxes = 4

func (b *boxes) closest() float64 { return ClosestBoxes }

func (b *boxes) ease(step float64) bool {
	changed := false
	for i := range b.nodes {
		changed = b.nodes[i].step(step) || changed
	}
	for i := range b.edges {
		changed = b.edges[i].step(step) || changed
	}
	return changed
}

func (b *boxes) settle() {
	for i := range b.nodes {
		b.nodes[i].now = b.nodes[i].goal
	}
	for i := range b.edges {
		b.edges[i].now = b.edges[i].goal
	}
}

func (b *boxes) bounds(node int) Rect { return b.nodes[node].box() }

func (b *boxes) nodeSpot(node int) (at Vec, radius float64) {
	n, zoom := &b.nodes[node], b.camera.view.Zoom
	if f := b.model.Nodes[node].Owns; f != diagram.None && f < len(b.layout.Frames) {
		p := &b.layout.Frames[f] // its title, since members and lines are elsewhere
		return n.at.add(Vec{p.X + p.W/2 - n.place.X, p.Y + p.H/2 - n.place.Y}), p.H / 2 * zoom
	}
	return n.at, min(n.place.W, n.place.H) / 2 * zoom
}

func (b *boxes) hit(p Vec, nodeSlop, edgeSlop float64) string {
	return b.locator.hit(p, nodeSlop, edgeSlop)
}
func (b *boxes) edgeSpot(edge int) (Vec, bool) { return b.locator.edgeSpot(edge) }

func (b *boxes) movable() bool           { return true }
func (b *boxes) drag(node int, to Vec)   { b.motion.drag(node, to) }
func (b *boxes) release(node int)        { b.motion.release(node) }
func (b *boxes) releaseAll()             { b.motion.releaseAll() }
func (b *boxes) advance(dt float64) bool { return b.motion.advance(dt) }

func (b *boxes) refresh() {
	b.card.forget()
	b.hide()
	for i := range b.edges {
		b.signs[i] = signs(b.signs[i][:0], b.edges[i].model, b.filter, b.layout.Mirrored)
	}

	nodes, edges := b.around(b.state.Select)
	if nodes == nil { // the selection comes before the answers
		nodes, edges = b.answers.nodes, b.answers.edges
	}
	if nodes == nil { // and these before the story
		nodes, edges = b.stepped()
	}
	more, moreEdges := b.around(b.state.Hover)
	some := nodes != nil || more != nil
	for i := range b.nodes {
		n := &b.nodes[i]
		switch {
		case n.hidden:
			n.goal = 0
		case !some || nodes[i] || more[i]:
			n.goal = 1
		default:
			n.goal = b.Settings.Dimmed
		}
	}
	for i := range b.edges {
		st := &b.edges[i]
		switch {
		case st.hidden:
			st.goal = 0
		case edges[i] || moreEdges[i]:
			st.goal = 1
		case some:
			st.goal = b.Settings.Dimmed
		default:
			st.goal = b.restOf(i)
		}
	}
	if !some {
		b.dated()
	}
}

// restOf returns the opacity of edge i while nothing is highlighted.
func (b *boxes) restOf(i int) float64 {
	if b.edges[i].model.Past {
		return b.Settings.Past
	}
	if c := b.model.CableOf[i]; c >= 0 {
		return b.rest(&b.model.Cables[c])
	}
	return 1
}

// rest returns the opacity of cable c while nothing is highlighted.
func (b *boxes) rest(c *diagram.Cable) float64 {
	if c.Past {
		return b.Settings.Past
	}
	if c.Class == diagram.Minor {
		return b.Settings.Minor
	}
	return 1
}

func (b *boxes) picture(p *Picture) {
	b.cables.states = b.cables.states[:0]
	for class := diagram.Minor; class <= diagram.Lead; class++ {
		for _, dim := range []bool{true, false} { // dimmed cables are behind
			for i := range b.model.Nets {
				if b.model.Nets[i].Class == class {
					b.cables.netMarks(p, i, dim)
				}
			}
		}
	}
	b.cables.placeBadges(p)
	for i := range b.nodes {
		n := &b.nodes[i]
		if n.now <= 0 {
			continue
		}
		m := b.boxMark(i)
		if m.Frame {
			p.Frames = append(p.Frames, m)
		} else {
			p.Boxes = append(p.Boxes, m)
		}
	}
	wordDrawer{b}.wordMarks(p)
	b.verbs.marks(p)
	p.Card = b.card.mark()
}

// boxMark returns the mark of node i.
func (b *boxes) boxMark(i int) BoxMark {
	n, v := &b.nodes[i], &b.model.Nodes[i]
	look := &b.nodeLooks[i]
	m := BoxMark{
		ID: n.model.ID, At: n.at, W: n.place.W, H: n.place.H, Shape: look.shape, Kind: look.kind,
		Rank: v.Rank, Past: v.Past, Lines: n.place.Lines, Full: n.place.Full, Size: n.place.Size, Bold: n.place.Bold,
		Alpha: n.now, Text: b.Settings.TextAlpha(n.now),
		Focus: n.model.ID == b.state.Select, Pinned: n.pinned,
		Gone: b.answers.gone[i], Lost: b.answers.lost[i], Halo: b.halo(i),
	}
	if v.Owns != diagram.None && v.Owns < len(b.layout.Frames) {
		f := &b.layout.Frames[v.Owns]
		m.Frame, m.Note, m.NoteSize, m.NoteBelow, m.Members = true, f.Note, f.Size, f.Below, look.members
		m.Title = Vec{f.X, f.Y + m.Size*lineHeight/2 + titleGap}.add(n.at.sub(Vec{n.place.X, n.place.Y}))
		m.TitleEnd = m.Title.X + f.W
	}
	if m.Gone || m.Lost {
		m.Shape.Dash, m.Shape.Inset = removedDash, 0
	}
	return m
}

// halo returns the radius of the disc under node i, whose area is proportional to the
// node's measure.
func (b *boxes) halo(i int) float64 {
	if b.answers.sizes == nil {
		return 0
	}
	return b.Settings.Halo * formatOf(b.layout).Label * math.Sqrt(b.answers.sizes[i])
}

// titleGap is the space above a frame's title.
const titleGap = 3

// shown returns the relations of cable c that are not hidden, family by family.
func (b *boxes) shown(c int) []int {
	b.scratch = b.scratch[:0]
	for k := range b.model.Cables[c].Groups {
		for _, i := range b.model.Cables[c].Groups[k].Relations {
			if !b.edges[i].hidden {
				b.scratch = append(b.scratch, i)
			}
		}
	}
	return b.scratch
}

// name returns the label of node v in one line.
func (b *boxes) name(v int) string {
	text := ""
	for _, line := range b.nodes[v].place.Lines {
		if text != "" && !strings.HasSuffix(text, "-") {
			text += " "
		}
		text += line
	}
	return text
}

// titleBox is the area of the title and note of the frame that node v owns.
func (b *boxes) titleBox(v int) Rect {
	n, f := &b.nodes[v], &b.layout.Frames[b.model.Nodes[v].Owns]
	return Rect{f.X + n.at.X - n.place.X, f.Y + n.at.Y - n.place.Y, f.W, f.H}
}

func (n *node) box() Rect {
	return Rect{n.at.X - n.place.W/2, n.at.Y - n.place.H/2, n.place.W, n.place.H}
}
