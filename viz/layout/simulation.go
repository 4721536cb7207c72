package layout

import "math"

// Simulation is a running force layout. Make one with [New].
type Simulation struct {
	graph    Graph
	settings Settings
	alpha    float64
	noise    uint64 // state of jiggle

	place  []Point
	next   []Point // next position of each body: its place plus its velocity
	pinned []bool

	springs []spring
	tree    tree
	near    []Point // along the tree's curve: the charge's force of bodies close by
	rest    []Point // with homes: the charge's force on each body at home, at alpha 1
	sweep   []edgeOfBox
}

// New returns a simulation of g, at home if g has homes and otherwise in d3's
// sunflower spiral around the origin. It keeps g's slices.
func New(g Graph, s Settings) (*Simulation, error) {
	if err := g.Validate(); err != nil {
		return nil, err
	}
	if err := s.Validate(); err != nil {
		return nil, err
	}
	n := len(g.Boxes)
	m := &Simulation{
		graph:    g,
		settings: s,
		alpha:    1,
		noise:    s.Seed,
		place:    make([]Point, n),
		next:     make([]Point, n),
		pinned:   make([]bool, n),
		tree:     newTree(n),
		near:     make([]Point, n),
	}
	if g.Home != nil {
		copy(m.place, g.Home)
	} else {
		sunflower(m.place, s.LinkDistance/3)
	}
	copy(m.next, m.place)
	m.springs = newSprings(g, s.LinkDistance)
	m.sweep = newSweep(g.Boxes)
	if g.Home != nil {
		m.rest = make([]Point, n)
		m.charge(1)
		for i, p := range m.place {
			m.rest[i] = Point{m.next[i].X - p.X, m.next[i].Y - p.Y}
		}
		copy(m.next, m.place)
	}
	return m, nil
}

// sunflower spreads places evenly over a disc: a spiral by the golden angle, the start
// of d3-force.
func sunflower(places []Point, step float64) {
	golden := math.Pi * (3 - math.Sqrt(5))
	for i := range places {
		r := step * math.Sqrt(0.5+float64(i))
		sin, cos := math.Sincos(float64(i) * golden)
		places[i] = bounded(Point{r * cos, r * sin})
	}
}

// Tick moves every body one step, and cools.
func (m *Simulation) Tick() {
	if len(m.place) == 0 {
		m.alpha -= m.alpha * m.settings.AlphaDecay
		return
	}
	m.alpha -= m.alpha * m.settings.AlphaDecay
	m.charge(m.alpha)
	m.link(m.alpha)
	m.rank(m.alpha)
	m.home(m.alpha)
	m.collide()
	m.move()
	m.center()
}

// move carries each body along its velocity, which friction slows.
func (m *Simulation) move() {
	keep := 1 - m.settings.VelocityDecay
	for i := range m.place {
		p, q := &m.place[i], &m.next[i]
		if m.pinned[i] {
			*q = *p
			continue
		}
		v := bounded(Point{(q.X - p.X) * keep, (q.Y - p.Y) * keep})
		*p = bounded(Point{p.X + v.X, p.Y + v.Y})
		*q = Point{p.X + v.X, p.Y + v.Y}
	}
}

// Alpha returns how hot the simulation is.
func (m *Simulation) Alpha() float64 { return m.alpha }

// Settled reports whether the simulation has cooled down. Ticks still work, but
// hardly move anything.
func (m *Simulation) Settled() bool { return m.alpha < m.settings.AlphaMin }

// Reheat raises alpha to at least alpha, which lies between 0 and 1.
func (m *Simulation) Reheat(alpha float64) { m.alpha = max(m.alpha, min(alpha, 1)) }

// Position returns where body i is.
func (m *Simulation) Position(i int) Point { return m.place[i] }

// Positions returns the positions of all bodies. The slice belongs to the simulation:
// ticks change it, and callers must not.
func (m *Simulation) Positions() []Point { return m.place }

// Move puts body i at p, at rest. A coordinate that is not a number leaves the
// body where it is.
func (m *Simulation) Move(i int, p Point) {
	if math.IsNaN(p.X) || math.IsNaN(p.Y) {
		return
	}
	m.place[i] = bounded(p)
	m.next[i] = m.place[i]
}

// Pin puts body i at p and holds it there.
func (m *Simulation) Pin(i int, p Point) {
	m.Move(i, p)
	m.pinned[i] = true
}

// Unpin releases body i.
func (m *Simulation) Unpin(i int) { m.pinned[i] = false }

// bounded returns p brought within ±Limit.
func bounded(p Point) Point {
	if math.Abs(p.X) <= Limit && math.Abs(p.Y) <= Limit {
		return p
	}
	return Point{min(max(p.X, -Limit), Limit), min(max(p.Y, -Limit), Limit)}
}

// jiggle returns a tiny random length, other than 0, that parts bodies at the
// same place. The generator is SplitMix64 (Steele, Lea, Flood 2014).
func (m *Simulation) jiggle() float64 {
	m.noise += 0x9e3779b97f4a7c15
	z := m.noise
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return (float64(z>>11)/(1<<53) - 0.5 + 1e-17) * 1e-6
}
