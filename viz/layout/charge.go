package layout

import "math"

// charge makes every two bodies repel or attract each other in inverse
// proportion to their distance, as d3-force does. Clusters that look small from
// each other act as wholes, so that it takes O(n): the fast multipole method of
// Greengard and Rokhlin 1987, its pairs of clusters found by descending the tree
// on both sides at once (Dehnen, "A hierarchical O(N) force calculation
// algorithm", 2002).
func (m *Simulation) charge(alpha float64) {
	strength := m.settings.Charge * alpha
	if strength == 0 {
		return
	}
	t := &m.tree
	t.build(m.place)
	t.gather()
	clear(m.near)
	m.meet()
	t.hand()
	for c := range t.cell {
		k := &t.cell[c]
		if !k.leaf {
			continue
		}
		for at := k.lo; at < k.hi; at++ {
			far, near := k.at(t.body[at]), m.near[at]
			v := &m.next[t.stop[at].body]
			v.X += (near.X + far.X) * strength
			v.Y += (near.Y + far.Y) * strength
		}
	}
	for i, f := range m.rest {
		m.next[i].X -= f.X * alpha
		m.next[i].Y -= f.Y * alpha
	}
}

const (
	// waiting is the maximum number of pairs of cells on the stack: a pair is replaced
	// by at most ten, the last of which is expanded next, down the levels of both
	// cells.
	waiting = 10 * 2 * (levels + 1)
	// caution scales the width of clusters, so that at the same theta the error is no
	// larger than that of d3-force, which uses the width of only one of two clusters,
	// and only their mass.
	caution = 0.85
	// blur widens them where bodies may be closer than the least distance, at which
	// forces no longer obey the law of the series.
	blur = 7
	// slender widens clusters that lie along a line, whose series converge slower:
	// by so much of the radius at most.
	slender = 0.8
	// pile is the number of bodies from which a cell that cannot be split acts as one.
	pile = 64
)

// meet applies the forces between all pairs of bodies, those of distant cells as wholes.
func (m *Simulation) meet() {
	var stack [waiting][2]int32
	t := &m.tree
	least := m.settings.DistanceMin
	widen := caution / m.settings.Theta
	stack[0] = [2]int32{0, 0}
	for n := 1; n > 0; {
		n--
		a, b := stack[n][0], stack[n][1]
		k, o := &t.cell[a], &t.cell[b]
		if a == b {
			if k.leaf {
				m.pair(k, k)
				continue
			}
			for c := a + 1; c < k.skip; c = t.cell[c].skip {
				for d := c; d < k.skip; d = t.cell[d].skip {
					stack[n] = [2]int32{c, d}
					n++
				}
			}
			continue
		}
		d := o.centre - k.centre
		l := square(d)
		reach := k.reach + o.reach
		if touch := least + reach; l < touch*touch {
			reach *= blur
		}
		// At theta 0 reach becomes infinite, or for mere points no number.
		if reach *= widen; reach*reach < l {
			if l < least*least {
				u := times(1/(math.Sqrt(l)*least), complex(real(d), -imag(d)))
				k.field += times(o.mass, u)
				o.field -= times(k.mass, u)
			} else {
				exchange(&k.expansion, &o.expansion, d, l)
			}
			continue
		}
		if k.leaf && o.leaf {
			m.pair(k, o)
			continue
		}
		if k.leaf || !o.leaf && o.radius > k.radius {
			a, b, k = b, a, o
		}
		for c := a + 1; c < k.skip; c = t.cell[c].skip {
			stack[n] = [2]int32{c, b}
			n++
		}
	}
}

// pair applies the forces between the bodies of two leaves, or within one.
func (m *Simulation) pair(k, o *cell) {
	if k.hi-k.lo > pile && o.hi-o.lo > pile { // too many to pair off
		m.mass(k, o)
		if k != o {
			m.mass(o, k)
		}
		return
	}
	least := m.settings.DistanceMin * m.settings.DistanceMin
	bodies, forces := m.tree.body[k.lo:k.hi], m.near[k.lo:k.hi]
	others, theirs := m.tree.body[o.lo:o.hi], m.near[o.lo:o.hi]
	forces = forces[:len(bodies)]
	for i, p := range bodies {
		if k == o {
			others, theirs = bodies[i+1:], forces[i+1:]
		}
		f := forces[i]
		theirs = theirs[:len(others)]
		for j, q := range others {
			dx, dy := q.X-p.X, q.Y-p.Y
			l := dx*dx + dy*dy
			if l < least {
				dx, dy, l = m.close(dx, dy)
			}
			w := 1 / l
			dx, dy = dx*w, dy*w
			f.X += dx
			f.Y += dy
			theirs[j].X -= dx
			theirs[j].Y -= dy
		}
		forces[i] = f
	}
}

// close returns, for a distance below the least, a vector other than 0 and the value to
// use for its square, so that forces no longer grow.
func (m *Simulation) close(dx, dy float64) (x, y, l float64) {
	for l = dx*dx + dy*dy; l == 0; l = dx*dx + dy*dy {
		dx, dy = m.jiggle(), m.jiggle()
	}
	return dx, dy, math.Sqrt(l) * m.settings.DistanceMin
}

// mass applies the force of a whole leaf to the bodies of another, or to its own.
func (m *Simulation) mass(on, of *cell) {
	least := m.settings.DistanceMin
	for at := on.lo; at < on.hi; at++ {
		p := m.tree.body[at]
		dx, dy := real(of.centre)-p.X, imag(of.centre)-p.Y
		l := dx*dx + dy*dy
		if l < least*least {
			dx, dy, l = m.close(dx, dy)
		}
		m.near[at].X += dx / l * of.mass
		m.near[at].Y += dy / l * of.mass
	}
}
