package layout

import "math"

// charge lets every two bodies repel or attract each other in inverse
// proportion to their distance, as d3-force does; Barnes and Hut 1986 make it
// O(n log n): clusters that look small from a body act on it as one.
func (m *Simulation) charge(alpha float64) {
	strength := m.settings.Charge * alpha
	if strength == 0 {
		return
	}
	t := &m.tree
	t.build(m.place, m.settings.Theta)
	near := m.settings.DistanceMin * m.settings.DistanceMin
	for at, i := range t.order {
		f := m.pull(at, near)
		m.velocity[i].X += f.X * strength
		m.velocity[i].Y += f.Y * strength
	}
	for i, f := range m.rest {
		m.velocity[i].X -= f.X * alpha
		m.velocity[i].Y -= f.Y * alpha
	}
}

// pull returns the sum of d/|d|² over the vectors d from the body at place at
// in the tree's order to all others.
func (m *Simulation) pull(at int, near float64) Point {
	var f Point
	t := &m.tree
	p := t.body[at]
	self := int32(at)
	for c := int32(0); c < int32(len(t.cell)); {
		k := &t.cell[c]
		dx, dy := k.x-p.X, k.y-p.Y
		l := dx*dx + dy*dy
		inside := k.lo <= self && self < k.hi
		if k.open < l && !inside {
			if l < near {
				l = math.Sqrt(l * near)
			}
			w := k.mass / l
			f.X += dx * w
			f.Y += dy * w
			c = k.skip
			continue
		}
		if !k.leaf {
			c++
			continue
		}
		if k.hi-k.lo > pile {
			// Too many to pair off, and too close to tell apart.
			m.push(&f, dx, dy, k.mass, near)
		} else {
			for j := k.lo; j < k.hi; j++ {
				if j != self {
					m.push(&f, t.body[j].X-p.X, t.body[j].Y-p.Y, 1, near)
				}
			}
		}
		c = k.skip
	}
	return f
}

// push adds to f the force of a mass at the vector (dx, dy).
func (m *Simulation) push(f *Point, dx, dy, mass, near float64) {
	l := dx*dx + dy*dy
	for l == 0 {
		dx, dy = m.jiggle(), m.jiggle()
		l = dx*dx + dy*dy
	}
	if l < near {
		l = math.Sqrt(l * near)
	}
	w := mass / l
	f.X += dx * w
	f.Y += dy * w
}
