package layout_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"proxynet/viz/layout"
)

// format is a frame, and how large boxes are in it.
type format struct {
	name  string
	frame layout.Frame
	width float64 // of a character
	high  float64 // of a box
}

var formats = []format{
	{"wide", layout.Frame{W: 860, H: 660}, 7, 32},
	{"tall", layout.Frame{W: 374, H: 600}, 5.4, 28},
}

// The nodes of a chain of command with much around it, and their levels: -1 is
// none.
var nodes = []struct {
	name  string
	level float64
}{
	{"Root", 0}, {"Force", 1}, {"Chief", 1}, {"Former chief", 1}, {"The alliance", 2},
	{"Group one", 3}, {"Group two", 3}, {"Group three", 3}, {"Group four", 3}, {"Group five", 3},
	{"State A", 4}, {"State B", 4}, {"State C", 4}, {"State D", 4},
	{"Adversary", -1}, {"Its ally", -1}, {"A third", -1},
	{"Old guard", -1}, {"Ground troops", -1}, {"Friends", -1}, {"Smugglers", -1}, {"Recruits", -1}, {"Rebels", -1},
	{"Shipping", -1}, {"Exiles", -1}, {"Advisers", -1},
}

// command returns the graph of the nodes. Levels spread over the frame; the
// chain Root → Force → groups has weight 4.
func command(f format) layout.Graph {
	var g layout.Graph
	add := func(from, to int32, times int, weight float64) {
		for range times {
			g.Edges = append(g.Edges, layout.Edge{From: from, To: to})
			g.Weight = append(g.Weight, weight)
		}
	}
	for _, n := range nodes {
		g.Boxes = append(g.Boxes, layout.Box{W: math.Ceil(f.width*float64(len(n.name))) + 14, H: f.high})
		rank := math.NaN()
		if n.level >= 0 {
			rank = f.frame.H * (0.05 + 0.225*n.level)
		}
		g.Rank = append(g.Rank, rank)
	}
	add(0, 1, 1, 4)
	for group := int32(5); group <= 9; group++ {
		add(1, group, 1, 4)
		add(group, 4, 1, 1) // member of the alliance
	}
	for i := range int32(4) {
		add(5+i, 10+i, 1, 1) // in a state's politics
	}
	add(2, 1, 1, 1)
	add(3, 1, 1, 1)
	add(2, 3, 2, 1)
	add(0, 4, 6, 1)
	add(2, 4, 4, 1)
	add(3, 4, 3, 1)
	add(0, 3, 1, 1)
	add(1, 4, 1, 1)
	for _, e := range [][2]int32{
		{14, 4}, {14, 3}, {14, 0}, {14, 5}, {14, 6}, {4, 14}, {15, 4}, {8, 15}, {14, 15}, {16, 13}, {3, 16},
		{17, 0}, {17, 2}, {18, 17}, {2, 18}, {2, 19}, {2, 20}, {2, 21}, {2, 22}, {22, 14}, {4, 23}, {21, 24}, {3, 24}, {24, 13}, {25, 2},
	} {
		add(e[0], e[1], 1, 1)
	}
	return g
}

// quick returns settings that search less than is good for print.
func quick() layout.Settings {
	s := layout.Defaults()
	s.Arrange.Drafts, s.Arrange.Sweeps = 4, 1500
	return s
}

func inside(t *testing.T, g layout.Graph, f layout.Frame, places []layout.Point) {
	t.Helper()
	for i, b := range g.Boxes {
		p := places[i]
		if p.X < b.W/2 || p.Y < b.H/2 || p.X > f.W-b.W/2 || p.Y > f.H-b.H/2 {
			t.Errorf("box %d (%g × %g) at %v leaves the frame", i, b.W, b.H, p)
		}
	}
}

func TestArrangedPictureIsFitToPrint(t *testing.T) {
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			g, s := command(f), quick()
			places, err := layout.Arrange(g, f.frame, s)
			if err != nil {
				t.Fatal(err)
			}
			inside(t, g, f.frame, places)
			if n := layout.Overlaps(g, places, s.Arrange.Gap); n != 0 {
				t.Errorf("%d pairs of boxes are closer than the gap", n)
			}
			if n := layout.Intrusions(g, places); n > 3 {
				t.Errorf("%d edges run through boxes; want at most 3", n)
			}
			if n := layout.Crossings(g, places); n > 110 {
				t.Errorf("%d crossings; want at most 110", n)
			}
			for i := range nodes {
				for j := range nodes {
					if g.Rank[i] < g.Rank[j] && places[i].Y >= places[j].Y {
						t.Errorf("%s at y %.0f doesn't stand above %s at %.0f", nodes[i].name, places[i].Y, nodes[j].name, places[j].Y)
					}
				}
			}
			if d := math.Abs(places[0].X - f.frame.W/2); d > f.frame.W/5 {
				t.Errorf("the root stands %.0f off the middle", d)
			}
			if top := slices.MinFunc(places, func(a, b layout.Point) int { return int(a.Y - b.Y) }); places[0].Y > top.Y+f.high {
				t.Errorf("the root stands at y %.0f, the highest node at %.0f", places[0].Y, top.Y)
			}
		})
	}
}

func TestArrangeTwice(t *testing.T) {
	s := quick()
	s.Arrange.Sweeps = 100
	g := command(formats[0])
	a, err := layout.Arrange(g, formats[0].frame, s)
	if err != nil {
		t.Fatal(err)
	}
	b, err := layout.Arrange(g, formats[0].frame, s)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(a, b) {
		t.Error("two arrangements of the same graph differ")
	}
}

func TestArrangeOddGraphs(t *testing.T) {
	box := layout.Box{W: 40, H: 20}
	tests := []struct {
		name  string
		graph layout.Graph
		frame layout.Frame
	}{
		{"no nodes", layout.Graph{}, layout.Frame{W: 10, H: 10}},
		{"one that just fits", layout.Graph{Boxes: []layout.Box{box}}, layout.Frame{W: 40, H: 20}},
		{"a loop", layout.Graph{Boxes: []layout.Box{box}, Edges: []layout.Edge{{}}}, layout.Frame{W: 100, H: 100}},
		{"points", layout.Graph{Boxes: make([]layout.Box, 3), Edges: []layout.Edge{{From: 0, To: 2}}}, layout.Frame{W: 30, H: 30}},
		{"unconnected", layout.Graph{Boxes: slices.Repeat([]layout.Box{box}, 9)}, layout.Frame{W: 200, H: 200}},
		{"all of one rank", layout.Graph{Boxes: slices.Repeat([]layout.Box{box}, 4), Rank: make([]float64, 4)}, layout.Frame{W: 300, H: 90}},
		{"a full frame", layout.Graph{Boxes: slices.Repeat([]layout.Box{box}, 12)}, layout.Frame{W: 3*40 + 2*6, H: 4*20 + 3*6}},
		{"a vast frame", layout.Graph{Boxes: []layout.Box{box, box}, Edges: []layout.Edge{{From: 0, To: 1}}}, layout.Frame{W: layout.Limit, H: layout.Limit}},
		{"a low frame", layout.Graph{Boxes: []layout.Box{box, box, {W: 4, H: 4}}}, layout.Frame{W: 120, H: 22}},
	}
	s := quick()
	s.Arrange.Sweeps = 60
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			places, err := layout.Arrange(test.graph, test.frame, s)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := len(places), len(test.graph.Boxes); got != want {
				t.Fatalf("%d places; want %d", got, want)
			}
			inside(t, test.graph, test.frame, places)
			if n := layout.Overlaps(test.graph, places, s.Arrange.Gap); n != 0 {
				t.Errorf("%d pairs of boxes are closer than the gap", n)
			}
		})
	}
}

func TestArrangeSaysWhatDoesNotFit(t *testing.T) {
	boxes := slices.Repeat([]layout.Box{{W: 40, H: 20}}, 12)
	tests := []struct {
		name  string
		frame layout.Frame
		want  string
	}{
		{"a frame of no size", layout.Frame{W: 100, H: math.NaN()}, "frame is 100 × NaN"},
		{"a frame narrower than a box", layout.Frame{W: 30, H: 100}, "box 0 is 40 × 20: 10 too wide and 0 too high"},
		{"a frame too low for all", layout.Frame{W: 132, H: 90}, "8 too low"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := quick()
			s.Arrange.Sweeps = 20
			_, err := layout.Arrange(layout.Graph{Boxes: boxes}, test.frame, s)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v; want an error with %q", err, test.want)
			}
		})
	}
}

// TestCostIsSummedUpRightly compares the cost after many changes, each of which
// only looks at what it touches, with that of the whole picture.
func TestCostIsSummedUpRightly(t *testing.T) {
	for _, f := range formats {
		got, want := layout.Drift(command(f), f.frame, layout.Defaults(), 3000)
		if math.Abs(got-want) > 1e-6*want {
			t.Errorf("%s: changes sum up to %g; the picture costs %g", f.name, got, want)
		}
	}
}
