package legend_test

import (
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/legend"
	"proxynet/viz/scene"
)

// words has every key of a legend as its own text, with a word before it.
func words(n *network.Network, word string) legend.Words {
	w := legend.Words{}
	keys := []string{"lead", "cable", "number", "counted", "frame", "past", "denied", "legal.charged", "legal.convicted", "legal.acquitted"}
	for _, k := range n.Terms().NodeKinds() {
		keys = append(keys, "node."+string(k))
	}
	for _, f := range n.Terms().Families() {
		keys = append(keys, "family."+string(f))
	}
	for _, k := range n.Terms().RelationKinds() {
		keys = append(keys, "relation."+string(k.Kind))
	}
	for _, s := range network.Statuses {
		keys = append(keys, "status."+string(s))
	}
	for _, k := range keys {
		w[k] = word + k
	}
	return w
}

// harbour is a network with a lead, a cable of several families, a past and a denied
// relation, and a frame.
func harbour() *network.Network {
	n := &network.Network{
		ID: "harbour", Title: "Harbour", Root: "a", Lead: []string{"r"},
		Nodes: []network.Node{
			{ID: "a", Label: "A", Kind: network.State}, {ID: "b", Label: "B", Kind: network.Force}, {ID: "c", Label: "C", Kind: network.People},
			{ID: "f", Label: "Union", Kind: network.Alliance}, {ID: "x", Label: "X", Kind: network.Group}, {ID: "y", Label: "Y", Kind: network.Group}, {ID: "z", Label: "Z", Kind: network.Group},
		},
		Relations: []network.Relation{
			{ID: "r", From: "a", To: "b", Kind: "command", Directed: true, Status: network.Implied},
			{ID: "s", From: "b", To: "c", Kind: "arms", Directed: true, Status: network.Attributed},
			{ID: "t", From: "a", To: "c", Kind: "war", Past: true, Status: network.Stated},
			{ID: "u", From: "b", To: "c", Kind: "threat", Directed: true, Status: network.Stated, Against: []network.Denial{{Says: network.Denies}}},
		},
	}
	for _, id := range []string{"x", "y", "z"} {
		n.Relations = append(n.Relations, network.Relation{ID: "m" + id, From: id, To: "f", Kind: "membership", Directed: true, Status: network.Ambiguous})
	}
	n.Relations = append(n.Relations, network.Relation{ID: "v", From: "b", To: "f", Kind: "money", Directed: true, Status: network.Stated})
	return n
}

func drawn(t *testing.T, n *network.Network, state scene.State) (*scene.Scene, scene.Rect) {
	t.Helper()
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	s, err := scene.New(d, "wide", scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	s.SetStill(true)
	s.SetState(state)
	s.Advance(1)
	return s, s.Area()
}

// TestLegendExplainsWhatIsDrawn checks that the legend of a picture has an entry for each
// sign in it, and none for what is hidden or out of view.
func TestLegendExplainsWhatIsDrawn(t *testing.T) {
	n := harbour()
	texts := func(s *scene.Scene, area scene.Rect) string {
		return strings.Join(legend.Of(s, area, words(n, ""), 400, 12).Texts(), " ")
	}
	s, area := drawn(t, n, scene.State{})
	all := "lead cable frame past node.state node.force node.alliance node.group node.people " +
		"family.command family.support family.hostile status.stated status.attributed status.implied denied"
	sorted := func(text string) []string { return slices.Sorted(strings.FieldsSeq(text)) }
	if got := texts(s, area); !slices.Equal(sorted(got), sorted(all)) {
		t.Errorf("got  %s\nwant %s", got, all)
	}
	s, area = drawn(t, n, scene.State{Hide: []string{"relation.war", "relation.threat", "node.alliance"}})
	part := "lead node.state node.force node.group node.people family.command family.support status.attributed status.implied"
	if got := texts(s, area); !slices.Equal(sorted(got), sorted(part)) {
		t.Errorf("in part: got  %s\nwant %s", got, part)
	}
	if got := texts(s, scene.Rect{X: -900, W: 10, H: 10}); got != "" {
		t.Errorf("of nothing: %s", got)
	}
	if got := legend.Of(s, area, nil, 400, 12).Height; got != 0 {
		t.Errorf("without words it is %g high", got)
	}
}

// recorder notes where texts and swatches are.
type recorder struct {
	at       scene.Vec
	depth    int
	texts    []scene.Text
	swatches []scene.Rect
}

func (r *recorder) Within(at scene.Vec, scale float64, draw func()) {
	before := r.at
	r.at = scene.Vec{X: r.at.X + at.X, Y: r.at.Y + at.Y}
	if r.depth++; r.depth == 2 {
		r.swatches = append(r.swatches, scene.Rect{X: r.at.X, Y: r.at.Y, W: legend.SwatchWidth, H: legend.SwatchHeight})
	}
	draw()
	r.depth--
	r.at = before
}

func (r *recorder) Text(text *scene.Text, _ float64) {
	if r.depth == 1 {
		r.texts = append(r.texts, *text)
	}
}
func (r *recorder) Halo(*scene.BoxMark)    {}
func (r *recorder) Box(*scene.BoxMark)     {}
func (r *recorder) Edge(*scene.EdgeMark)   {}
func (r *recorder) End(*scene.EndMark)     {}
func (r *recorder) Badge(*scene.BadgeMark) {}
func (r *recorder) Word(*scene.WordMark)   {}
func (r *recorder) Verb(*scene.VerbMark)   {}
func (r *recorder) Card(*scene.CardMark)   {}

// TestLegendIsReadable checks that nothing in a legend of any width overlaps or reaches
// beyond it, and that it starts at the side where its language starts.
func TestLegendIsReadable(t *testing.T) {
	n := harbour()
	s, area := drawn(t, n, scene.State{})
	for _, word := range []string{"A longer text that explains ", "توضیحی بلندتر برای این نشانه "} {
		rtl := scene.RTL(word)
		for _, width := range []float64{120, 370, 860} {
			const size = 12
			b := legend.Of(s, area, words(n, word), width, size)
			r := &recorder{}
			b.Draw(r, scene.Vec{}, 1)
			if len(r.swatches) != len(b.Texts()) || len(r.texts) < len(r.swatches) {
				t.Fatalf("%d swatches and %d lines for %d texts", len(r.swatches), len(r.texts), len(b.Texts()))
			}
			taken := slices.Clone(r.swatches)
			for _, l := range r.texts {
				w := scene.TextWidth(l.Text, l.Size, l.Bold)
				area := scene.Rect{X: l.At.X, Y: l.At.Y - 0.75*l.Size, W: w, H: l.Size}
				if l.End {
					area.X -= w
				}
				if l.Size < size || l.End != rtl || l.RTL != rtl {
					t.Errorf("%g wide: %q is set as %+v", width, l.Text, l)
				}
				taken = append(taken, area)
			}
			for i, a := range taken {
				if a.X < -0.1 || a.X+a.W > width+0.1 || a.Y < 0 || a.Y+a.H > b.Height {
					t.Errorf("%g wide and %g high: %v reaches out of it", width, b.Height, a)
				}
				for _, o := range taken[:i] {
					if a.X < o.X+o.W && o.X < a.X+a.W && a.Y < o.Y+o.H && o.Y < a.Y+a.H {
						t.Errorf("%g wide: %v and %v overlap", width, a, o)
					}
				}
			}
			if first := r.swatches[0]; rtl != (first.X > width/2) && width > 200 {
				t.Errorf("%g wide: the first swatch is at %v", width, first)
			}
		}
	}
}
