package layout_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"proxynet/viz/layout"
)

// onlyCharge returns settings under which the first tick moves each body by
// exactly the charge's force.
func onlyCharge(theta float64) layout.Settings {
	s := layout.Defaults()
	s.AlphaDecay, s.VelocityDecay, s.Center, s.Theta = 0, 0, 0, theta
	return s
}

// slowCharge is the charge's force on every body, by its definition.
func slowCharge(places []layout.Point, s layout.Settings) []layout.Point {
	forces := make([]layout.Point, len(places))
	for i, p := range places {
		for j, q := range places {
			if i == j {
				continue
			}
			l := (q.X-p.X)*(q.X-p.X) + (q.Y-p.Y)*(q.Y-p.Y)
			if near := s.DistanceMin * s.DistanceMin; l < near {
				l = math.Sqrt(l * near)
			}
			forces[i].X += (q.X - p.X) / l * s.Charge
			forces[i].Y += (q.Y - p.Y) / l * s.Charge
		}
	}
	return forces
}

// chargeError returns the root mean square error of the charge's force on
// bodies at the places, relative to the root mean square force.
func chargeError(t *testing.T, places []layout.Point, theta float64) float64 {
	t.Helper()
	s := onlyCharge(theta)
	m := mustNew(t, layout.Graph{Boxes: make([]layout.Box, len(places))}, s)
	for i, p := range places {
		m.Move(i, p)
	}
	m.Tick()
	var wrong, all float64
	for i, want := range slowCharge(places, s) {
		got := layout.Point{X: m.Position(i).X - places[i].X, Y: m.Position(i).Y - places[i].Y}
		d := distance(got, want)
		wrong += d * d
		all += want.X*want.X + want.Y*want.Y
	}
	return math.Sqrt(wrong / all)
}

func TestChargeAgainstBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	cloud := func(n int, size float64) []layout.Point {
		places := make([]layout.Point, n)
		for i := range places {
			places[i] = layout.Point{X: rng.Float64() * size, Y: rng.Float64() * size}
		}
		return places
	}
	settled := mustNew(t, scaleFree(2000, 2), layout.Defaults())
	settle(t, settled, 301)
	line := cloud(300, 1000)
	for i := range line {
		line[i].Y = 5
	}
	tests := []struct {
		name   string
		places []layout.Point
	}{
		{"two", cloud(2, 10)},
		{"even", cloud(1500, 1000)},
		{"closer than the least distance", cloud(100, 3)},
		{"two clusters far apart", append(cloud(300, 50), layout.Point{X: 1e5, Y: 1e5}, layout.Point{X: 1e5 + 1, Y: 1e5})},
		{"on a line", line},
		{"a settled graph", settled.Positions()},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := chargeError(t, test.places, 0); got > 1e-9 {
				t.Errorf("at theta 0 the error is %.2g; want at most 1e-9", got)
			}
			if got := chargeError(t, test.places, 0.9); got > 0.04 {
				t.Errorf("at theta 0.9 the error is %.2g; want at most 0.04", got)
			}
		})
	}
}

// TestPileFliesApart puts more bodies on one spot than are ever paired off.
func TestPileFliesApart(t *testing.T) {
	const n = 3000
	m := mustNew(t, layout.Graph{Boxes: make([]layout.Box, n)}, layout.Defaults())
	for i := range n {
		m.Move(i, layout.Point{X: 3, Y: 4})
	}
	settle(t, m, 301)
	met := map[layout.Point]bool{}
	for _, p := range m.Positions() {
		met[p] = true
	}
	if len(met) != n {
		t.Errorf("%d bodies share %d places", n, len(met))
	}
}
