package layout_test

import (
	"math"
	"math/rand/v2"
	"slices"
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

// slowCharge returns the charge's force on every body, computed by its definition.
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

// square is a cell of d3-force's quadtree: the bodies in the square with the given
// width and lower corner.
type square struct {
	corner layout.Point
	width  float64
	bodies []layout.Point
}

// pull returns the force of the square's bodies on a body at p as d3-force computes it,
// after Barnes and Hut 1986: squares that appear small from p count as one body at
// their mean.
func (q square) pull(p layout.Point, s layout.Settings) layout.Point {
	var mean layout.Point
	for _, b := range q.bodies {
		mean.X += b.X / float64(len(q.bodies))
		mean.Y += b.Y / float64(len(q.bodies))
	}
	l := (mean.X-p.X)*(mean.X-p.X) + (mean.Y-p.Y)*(mean.Y-p.Y)
	if len(q.bodies) == 1 || q.width*q.width/(s.Theta*s.Theta) < l {
		if l == 0 {
			return layout.Point{} // itself
		}
		if near := s.DistanceMin * s.DistanceMin; l < near {
			l = math.Sqrt(l * near)
		}
		k := float64(len(q.bodies)) * s.Charge / l
		return layout.Point{X: (mean.X - p.X) * k, Y: (mean.Y - p.Y) * k}
	}
	var sum layout.Point
	half := q.width / 2
	for quarter := range 4 {
		part := square{corner: q.corner, width: half}
		part.corner.X += half * float64(quarter%2)
		part.corner.Y += half * float64(quarter/2)
		for _, b := range q.bodies {
			if (b.X >= q.corner.X+half) == (quarter%2 == 1) && (b.Y >= q.corner.Y+half) == (quarter/2 == 1) {
				part.bodies = append(part.bodies, b)
			}
		}
		if len(part.bodies) > 0 {
			f := part.pull(p, s)
			sum.X, sum.Y = sum.X+f.X, sum.Y+f.Y
		}
	}
	return sum
}

// barnesHut returns the charge's force on every body as d3-force computes it.
func barnesHut(places []layout.Point, s layout.Settings) []layout.Point {
	low, high := places[0], places[0]
	for _, p := range places {
		low = layout.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = layout.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	all := square{layout.Point{X: math.Floor(low.X), Y: math.Floor(low.Y)}, 1, places}
	for high.X >= all.corner.X+all.width || high.Y >= all.corner.Y+all.width {
		all.width *= 2
	}
	forces := make([]layout.Point, len(places))
	for i, p := range places {
		forces[i] = all.pull(p, s)
	}
	return forces
}

// charges returns the charge's force on every body as a simulation computes it.
func charges(t *testing.T, places []layout.Point, s layout.Settings) []layout.Point {
	t.Helper()
	m := mustNew(t, layout.Graph{Boxes: make([]layout.Box, len(places))}, s)
	for i, p := range places {
		m.Move(i, p)
	}
	m.Tick()
	forces := slices.Clone(m.Positions())
	for i, p := range places {
		forces[i].X -= p.X
		forces[i].Y -= p.Y
	}
	return forces
}

// relative returns the root mean square of got − want divided by that of want.
func relative(got, want []layout.Point) float64 {
	var wrong, all float64
	for i, f := range want {
		d := distance(got[i], f)
		wrong += d * d
		all += f.X*f.X + f.Y*f.Y
	}
	return math.Sqrt(wrong / all)
}

// cloud returns n places distributed uniformly over a square.
func cloud(rng *rand.Rand, n int, size float64) []layout.Point {
	places := make([]layout.Point, n)
	for i := range places {
		places[i] = layout.Point{X: rng.Float64() * size, Y: rng.Float64() * size}
	}
	return places
}

func TestChargeAgainstBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	settled := mustNew(t, scaleFree(2000, 2), layout.Defaults())
	settle(t, settled, 301)
	line := cloud(rng, 300, 1000)
	for i := range line {
		line[i].Y = 5
	}
	far := append(cloud(rng, 300, 50), layout.Point{X: 1e5, Y: 1e5}, layout.Point{X: 1e5 + 1, Y: 1e5})
	tests := []struct {
		name   string
		places []layout.Point
	}{
		{"two", cloud(rng, 2, 10)},
		{"even", cloud(rng, 1500, 1000)},
		{"closer than the least distance", cloud(rng, 100, 3)},
		{"much closer than the least distance", cloud(rng, 1000, 0.5)},
		{"two clusters far apart", far},
		{"on a line", line},
		{"a settled graph", settled.Positions()},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := onlyCharge(0)
			want := slowCharge(test.places, s)
			if got := relative(charges(t, test.places, s), want); got > 1e-9 {
				t.Errorf("at theta 0 the error is %.2g; want at most 1e-9", got)
			}
			for _, theta := range []float64{0.6, 0.9} {
				s = onlyCharge(theta)
				got, d3 := relative(charges(t, test.places, s), want), relative(barnesHut(test.places, s), want)
				t.Logf("at theta %g the error is %.2f %%, d3-force's %.2f %%", theta, 100*got, 100*d3)
				if got > d3+1e-12 {
					t.Errorf("at theta %g the error is %.2g; want no more than d3-force's, %.2g", theta, got, d3)
				}
			}
		})
	}
}

// TestChargeErrorFallsFast compares errors at two thetas: with series up to the third
// order in theta, the error is of the fourth order.
func TestChargeErrorFallsFast(t *testing.T) {
	places := cloud(rand.New(rand.NewPCG(3, 1)), 3000, 1000)
	want := slowCharge(places, onlyCharge(0))
	wide := relative(charges(t, places, onlyCharge(0.9)), want)
	narrow := relative(charges(t, places, onlyCharge(0.3)), want)
	if narrow > wide/60 {
		t.Errorf("at a third of theta 0.9 the error is %.2g, of %.2g; want about an 81st", narrow, wide)
	}
}

// TestChargeActionEqualsReaction sums all forces: the sum must not move the picture as
// a whole.
func TestChargeActionEqualsReaction(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 1))
	for _, size := range []float64{0.1, 10, 1000, 1e6} {
		places := append(cloud(rng, 700, size), cloud(rng, 300, size/50)...)
		var sum layout.Point
		var all float64
		for _, f := range charges(t, places, onlyCharge(0.9)) {
			sum.X, sum.Y = sum.X+f.X, sum.Y+f.Y
			all += math.Hypot(f.X, f.Y)
		}
		// Places around a million are exact to 1e-10.
		if got := math.Hypot(sum.X, sum.Y); got > 1e-9*all+1e-7 {
			t.Errorf("over a square of %g the forces sum up to %.2g, all of them being %.2g", size, got, all)
		}
	}
}

// TestChargeSeparatesPiles puts more bodies at one place than are ever handled in
// pairs.
func TestChargeSeparatesPiles(t *testing.T) {
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
