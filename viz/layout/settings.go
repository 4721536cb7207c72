package layout

import "fmt"

// Settings are all tunables of the package. Begin with [Defaults].
type Settings struct {
	Seed uint64 // of every random choice

	// The simulation. Where d3-force has a default, it is ours.
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

	Arrange Arrangement
}

// Arrangement is the tunables of [Arrange]: lengths, what each fault of a
// picture costs, and how long to search. A length in a cost is measured by the
// distance of neighbours if the nodes shared the frame evenly.
type Arrangement struct {
	Gap    float64 // least free space between boxes; above 0
	Clear  float64 // free space between a ribbon and a box that is not its end
	Strand float64 // width of one strand of a ribbon
	Ribbon float64 // greatest width of a ribbon, whose strands are then narrower
	Seen   float64 // length between its nodes from which on a ribbon is well seen; above 0
	Narrow float64 // cosine of the angle below which two ribbons of a node are too close
	Row    float64 // least distance of rows, in heights of the tallest box; above 0
	Column float64 // distance of columns; above 0

	Overlap   float64 // two boxes closer than Gap
	Intrusion float64 // a ribbon through a box
	Near      float64 // a ribbon closer to a box than Clear
	Crossing  float64 // two ribbons crossing
	Angle     float64 // two ribbons of a node in the same direction
	Length    float64 // a ribbon, by its squared length
	Short     float64 // a ribbon shorter than Seen
	Plumb     float64 // a ribbon that leans, by its squared width and by its weight above 1
	Crowd     float64 // two nodes, by their inverse squared distance
	Order     float64 // a node not below one of a lower rank
	Level     float64 // nodes of one rank on different rows
	Rank      float64 // a node off its rank, by the squared distance
	Above     float64 // a node without rank above one of the least rank
	Axis      float64 // the node that leads, at the top, off the middle, by its distance

	Drafts    int     // number of pictures begun; the best quarter is worked out; at least 1
	Sweeps    int     // number of changes tried per node and draft, fewer beyond 30 nodes
	Rounds    int     // most rounds of moving every node to its best place at the end
	Threshold float64 // cost that a change may add at first
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
		Arrange: Arrangement{
			Gap:    6,
			Clear:  8,
			Strand: 7,
			Ribbon: 50,
			Seen:   36,
			Narrow: 0.94, // 20°
			Row:    0.8,
			Column: 10,

			Overlap:   80,
			Intrusion: 60,
			Near:      3,
			Crossing:  4,
			Angle:     4,
			Length:    0.5,
			Short:     20,
			Plumb:     6,
			Crowd:     0.3,
			Order:     60,
			Level:     30,
			Rank:      60,
			Above:     40,
			Axis:      25,

			Drafts:    16,
			Sweeps:    2000,
			Rounds:    10,
			Threshold: 300,
		},
	}
}

// Validate reports the first setting that is out of its range.
func (s Settings) Validate() error {
	a := s.Arrange
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
		{"Arrange.Gap", a.Gap, 1e-9, Limit},
		{"Arrange.Clear", a.Clear, 0, Limit},
		{"Arrange.Strand", a.Strand, 0, Limit},
		{"Arrange.Ribbon", a.Ribbon, 0, Limit},
		{"Arrange.Seen", a.Seen, 1e-9, Limit},
		{"Arrange.Narrow", a.Narrow, -1, 0.999999},
		{"Arrange.Row", a.Row, 1e-3, 1e3},
		{"Arrange.Column", a.Column, 1e-3, Limit},
		{"Arrange.Overlap", a.Overlap, 0, 1e6},
		{"Arrange.Intrusion", a.Intrusion, 0, 1e6},
		{"Arrange.Near", a.Near, 0, 1e6},
		{"Arrange.Crossing", a.Crossing, 0, 1e6},
		{"Arrange.Angle", a.Angle, 0, 1e6},
		{"Arrange.Length", a.Length, 0, 1e6},
		{"Arrange.Short", a.Short, 0, 1e6},
		{"Arrange.Plumb", a.Plumb, 0, 1e6},
		{"Arrange.Crowd", a.Crowd, 0, 1e6},
		{"Arrange.Order", a.Order, 0, 1e6},
		{"Arrange.Level", a.Level, 0, 1e6},
		{"Arrange.Rank", a.Rank, 0, 1e6},
		{"Arrange.Above", a.Above, 0, 1e6},
		{"Arrange.Axis", a.Axis, 0, 1e6},
		{"Arrange.Drafts", float64(a.Drafts), 1, 1e6},
		{"Arrange.Sweeps", float64(a.Sweeps), 0, 1e6},
		{"Arrange.Rounds", float64(a.Rounds), 0, 1e6},
		{"Arrange.Threshold", a.Threshold, 0, 1e9},
	} {
		if !(v.value >= v.lo && v.value <= v.hi) {
			return fmt.Errorf("layout: setting %s is %g; it must lie between %g and %g", v.name, v.value, v.lo, v.hi)
		}
	}
	return nil
}
