package layout_test

import (
	"math"
	"strings"
	"testing"

	"proxynet/viz/layout"
)

func TestNewRejects(t *testing.T) {
	two := make([]layout.Box, 2)
	tests := []struct {
		name  string
		graph layout.Graph
		want  string // part of the error
	}{
		{"edge to nowhere", layout.Graph{Boxes: two, Edges: []layout.Edge{{0, 1}, {1, 2}}}, "edge 1"},
		{"edge from nowhere", layout.Graph{Boxes: two, Edges: []layout.Edge{{-1, 1}}}, "edge 0"},
		{"edge without nodes", layout.Graph{Edges: []layout.Edge{{0, 0}}}, "edge 0"},
		{"box of no size", layout.Graph{Boxes: []layout.Box{{}, {W: math.NaN()}}}, "box 1"},
		{"box inside out", layout.Graph{Boxes: []layout.Box{{H: -1}}}, "box 0"},
		{"box without end", layout.Graph{Boxes: []layout.Box{{W: math.Inf(1)}}}, "box 0"},
		{"ranks too few", layout.Graph{Boxes: two, Rank: []float64{1}}, "1 ranks for 2 nodes"},
		{"rank without end", layout.Graph{Boxes: two, Rank: []float64{math.NaN(), math.Inf(-1)}}, "rank 1"},
		{"homes too few", layout.Graph{Boxes: two, Home: []layout.Point{{}}}, "1 homes for 2 nodes"},
		{"home not a number", layout.Graph{Boxes: two, Home: []layout.Point{{}, {Y: math.NaN()}}}, "home 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := layout.New(test.graph, layout.Defaults())
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("New: %v; want an error with %q", err, test.want)
			}
		})
	}
}

func TestSettingsRejects(t *testing.T) {
	tests := []struct {
		name   string
		change func(*layout.Settings)
	}{
		{"AlphaMin", func(s *layout.Settings) { s.AlphaMin = 0 }},
		{"VelocityDecay", func(s *layout.Settings) { s.VelocityDecay = 1.5 }},
		{"Theta", func(s *layout.Settings) { s.Theta = -1 }},
		{"Charge", func(s *layout.Settings) { s.Charge = math.NaN() }},
	}
	if err := layout.Defaults().Validate(); err != nil {
		t.Errorf("defaults: %v", err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := layout.Defaults()
			test.change(&s)
			if err := s.Validate(); err == nil || !strings.Contains(err.Error(), test.name) {
				t.Errorf("got %v; want an error that names %s", err, test.name)
			}
			if _, err := layout.New(layout.Graph{}, s); err == nil {
				t.Error("New takes it")
			}
		})
	}
}
