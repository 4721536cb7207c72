package svg

import (
	"testing"

	"proxynet/viz/scene"
)

func TestPathData(t *testing.T) {
	for _, test := range []struct {
		name   string
		points []scene.Vec
		radius float64
		want   string
	}{
		{"nothing", nil, 0, ""},
		{"across and down", []scene.Vec{{X: 1, Y: 2}, {X: 4.5, Y: 2}, {X: 4.5, Y: -1}}, 0, "M1 2h3.5v-3"},
		{"oblique", []scene.Vec{{X: 1, Y: 2}, {X: 0.5, Y: 3}}, 0, "M1 2l-0.5 1"},
		{"a rounded corner", []scene.Vec{{}, {X: 20}, {X: 20, Y: 30}}, 8, "M0 0h12q8 0 8 8v22"},
		{"the same corner from the other side", []scene.Vec{{X: 20, Y: 30}, {X: 20}, {}}, 8, "M20 30v-22q0-8-8-8h-12"},
		// Each point is rounded, not each step: errors don't add up.
		{"thirds", []scene.Vec{{}, {X: 1.0 / 3}, {X: 2.0 / 3}, {X: 1}}, 0, "M0 0h0.33h0.34h0.33"},
	} {
		if got := path(scene.Path{Points: test.points, Radius: test.radius}); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}
