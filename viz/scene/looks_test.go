package scene_test

import (
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/scene"
)

// ownTerms is a network with declared kinds.
func ownTerms() *network.Network {
	return &network.Network{Vocabulary: &network.Vocabulary{
		Nodes:    []network.NodeTerm{{Kind: "company", Like: network.Organisation}, {Kind: "official", Shape: "pill", Colour: "green"}},
		Families: []network.FamilyTerm{{Family: "property", Like: network.Command, Colour: "blue"}, {Family: "deals", Colour: "purple", Line: "dashed", End: "arrow"}},
		Relations: []network.RelationTerm{
			{Kind: "owns", Family: "property", Directed: true, Chains: true},
			{Kind: "pays", Family: "deals", Directed: true},
			{Kind: "fines", Family: "deals", Directed: true, Line: "solid", End: "bar"},
		},
	}}
}

func TestLooksOfDeclaredTerms(t *testing.T) {
	l := scene.NewLooks(ownTerms())
	if got := l.Stroke("property"); got != scene.Stroke(network.Support) {
		t.Errorf("a blue family is drawn in %s", got)
	}
	if got := l.Stroke("deals"); got != scene.Outline(network.Alliance) {
		t.Errorf("a purple family is drawn in %s", got)
	}
	if owns, command := l.Line("owns"), l.Line("command"); owns != command {
		t.Errorf("a kind like command has the line %+v, command %+v", owns, command)
	}
	if pays := l.Line("pays"); pays.Dash == [2]float64{} || pays.Head != scene.Vee {
		t.Errorf("a dashed line with an arrow is %+v", pays)
	}
	if fines := l.Line("fines"); fines.Dash != [2]float64{} || fines.Head != scene.Bar {
		t.Errorf("a solid line with a bar is %+v", fines)
	}
	if got, want := l.Line("arms"), scene.NewLooks(&network.Network{}).Line("arms"); got != want {
		t.Errorf("a built-in kind looks like %+v beside declared ones, and like %+v without", got, want)
	}
}

// TestLooksHaveEveryName checks that each name of a look in the file format has its own
// look in the palette.
func TestLooksHaveEveryName(t *testing.T) {
	known := map[scene.Paint]bool{}
	for _, tone := range scene.Palette {
		known[tone.Paint] = true
	}
	seen := map[scene.Paint]network.Colour{}
	for _, c := range network.LineColours {
		n := &network.Network{Vocabulary: &network.Vocabulary{Families: []network.FamilyTerm{{Family: "f", Colour: c}}}}
		paint := scene.NewLooks(n).Stroke("f")
		if !known[paint] {
			t.Errorf("colour %s is %q, which is not in the palette", c, paint)
		}
		if other, twice := seen[paint]; twice {
			t.Errorf("colours %s and %s are one", c, other)
		}
		seen[paint] = c
	}
	lineOf := func(l network.Line, e network.End) scene.Line {
		n := &network.Network{Vocabulary: &network.Vocabulary{
			Families:  []network.FamilyTerm{{Family: "f", Like: network.Other}},
			Relations: []network.RelationTerm{{Kind: "k", Family: "f", Line: l, End: e}},
		}}
		return scene.NewLooks(n).Line("k")
	}
	var lines []scene.Line
	for _, l := range network.Lines {
		line := lineOf(l, "none")
		if slices.Contains(lines, line) || line.Head != scene.NoHead {
			t.Errorf("line %s is %+v, as another is", l, line)
		}
		lines = append(lines, line)
	}
	var heads []scene.Head
	for _, e := range network.Ends {
		head := lineOf("solid", e).Head
		if slices.Contains(heads, head) {
			t.Errorf("end %s is another's", e)
		}
		heads = append(heads, head)
	}
	terms := func(s network.Shape, c network.Colour) *network.Terms {
		n := &network.Network{Vocabulary: &network.Vocabulary{Nodes: []network.NodeTerm{{Kind: "k", Shape: s, Colour: c}}}}
		return n.Terms()
	}
	var shapes []scene.Shape
	for _, s := range network.Shapes {
		shape := scene.ShapeOf(terms(s, "blue").ShapeOf("k"))
		if shape == (scene.Shape{}) || slices.Contains(shapes, shape) {
			t.Errorf("shape %s is %+v", s, shape)
		}
		shapes = append(shapes, shape)
	}
	for _, c := range network.NodeColours {
		if kind := terms("pill", c).ColourOf("k"); !known[scene.Fill(kind)] {
			t.Errorf("colour %s is that of %q", c, kind)
		}
	}
}

// TestPictureMarksDisputes draws a relation that is denied and has a court case, at
// dates before and after the verdict.
func TestPictureMarksDisputes(t *testing.T) {
	for _, test := range []struct{ asOf, want string }{
		{"2019-01", "≠ 0"}, {"2019-06", "§ 0, ≠ 0"}, {"2021", "§ 2, ≠ 0"}, {"", "§ 2, ≠ 0"},
	} {
		d := small()
		r := &d.Relations[0]
		r.Against = []network.Denial{{Speaker: "x", Says: network.Denies}}
		r.Legal = []network.Stage{
			{Stage: network.Charged, Date: &network.Date{Earliest: "2019-05-01"}},
			{Stage: network.Acquitted, Date: &network.Date{Earliest: "2020-05-01"}},
		}
		s, err := scene.New(d, "wide", scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		s.SetStill(true)
		s.SetState(scene.State{AsOf: test.asOf})
		s.Advance(1)
		var p scene.Picture
		s.Picture(&p)
		var got []string
		for _, b := range p.Badges {
			if b.Text == "≠" || b.Text == "§" {
				got = append(got, b.Text+" "+string('0'+rune(b.Face)))
			}
		}
		slices.Sort(got)
		if all := strings.Join(got, ", "); all != test.want {
			t.Errorf("as of %q: signs %q, want %q", test.asOf, all, test.want)
		}
	}
}
