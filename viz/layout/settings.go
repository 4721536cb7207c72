package layout

import "fmt"

// Settings are all tunables of the package. Start from [Defaults].
type Settings struct {
	Seed uint64 // of every random choice

	// The simulation. Defaults are those of d3-force if it has one.
	AlphaMin      float64 // below this alpha the simulation is settled; above 0
	AlphaDecay    float64 // share of alpha lost per tick, 0 to 1
	VelocityDecay float64 // share of velocity lost per tick, 0 to 1
	Charge        float64 // of every body; below 0 repels
	Theta         float64 // 0, exact and slow, to 1
	DistanceMin   float64 // closer bodies repel no more than at this distance; above 0
	LinkDistance  float64 // length of a link at rest
	Padding       float64 // free space between boxes
	Collision     float64 // share of an overlap undone per tick, 0 to 1
	Center        float64 // share of the mean's distance from the origin undone per tick, 0 to 1
	Rank          float64 // pull to a node's rank, 0 to 1
	Home          float64 // pull to a node's home, 0 to 1
}

// Defaults returns the settings for ordinary use.
func Defaults() Settings {
	return Settings{
		Seed:          9,
		AlphaMin:      0.001,
		AlphaDecay:    0.02276277904418933, // 1 − 0.001^(1/300): settled after 300 ticks
		VelocityDecay: 0.4,
		Charge:        -30,
		Theta:         0.9,
		DistanceMin:   1,
		LinkDistance:  30,
		Padding:       4,
		Collision:     0.7,
		Center:        1,
		Rank:          0.1,
		Home:          0.3,
	}
}

// Validate reports the first setting that is out of its range.
func (s Settings) Validate() error {
	for _, v := range []struct {
		name          string
		value, lo, hi float64
	}{
		{"AlphaMin", s.AlphaMin, 1e-9, 1},
		{"AlphaDecay", s.AlphaDecay, 0, 1},
		{"VelocityDecay", s.VelocityDecay, 0, 1},
		{"Charge", s.Charge, -1e6, 1e6},
		{"Theta", s.Theta, 0, 1},
		{"DistanceMin", s.DistanceMin, 1e-9, Limit},
		{"LinkDistance", s.LinkDistance, 0, Limit},
		{"Padding", s.Padding, 0, Limit},
		{"Collision", s.Collision, 0, 1},
		{"Center", s.Center, 0, 1},
		{"Rank", s.Rank, 0, 1},
		{"Home", s.Home, 0, 1},
	} {
		if !(v.value >= v.lo && v.value <= v.hi) {
			return fmt.Errorf("layout: setting %s is %g; it must lie between %g and %g", v.name, v.value, v.lo, v.hi)
		}
	}
	return nil
}
