package layout

import "math"

// expansion is the force of a cell's bodies on others, and of distant bodies
// to them.
//
// A point of the plane is a complex number. Bodies of mass mⱼ at zⱼ make at z
// the field Σ mⱼ/(zⱼ − z), whose conjugate is the force. About the centre of mass
// it is, seen from far, that of the whole mass, of the quadrupole and of the
// octupole, for there is no dipole. Around the centre the field of far bodies is
// approximated by the cubic field + slope·w + bend·w² + twist·w³, w being the position
// relative to the centre (Greengard and Rokhlin, "A fast algorithm for particle
// simulations", 1987). Terms of the fourth order in the radii and above are left out,
// except the quadrupole's in the slope, which moves no cell as a whole: action equals
// reaction.
type expansion struct {
	centre     complex128
	reach      float64 // effective width of the cell: its radius, or more
	mass       float64
	radius     float64    // greatest distance of a body from the centre
	quadrupole complex128 // Σ mⱼ(zⱼ − centre)²
	octupole   complex128 // Σ mⱼ(zⱼ − centre)³

	field, slope, bend, twist complex128
}

// gather sums the bodies of every cell: leaves from their bodies, the others from their
// children.
func (t *tree) gather() {
	for c := int32(len(t.cell)) - 1; c >= 0; c-- {
		k := &t.cell[c]
		if k.leaf {
			k.sum(t.body[k.lo:k.hi])
			continue
		}
		var x, y float64
		for d := c + 1; d < k.skip; d = t.cell[d].skip {
			child := &t.cell[d]
			x += real(child.centre) * child.mass
			y += imag(child.centre) * child.mass
		}
		k.mass = float64(k.hi - k.lo)
		k.centre = complex(x/k.mass, y/k.mass)
		for d := c + 1; d < k.skip; d = t.cell[d].skip {
			child := &t.cell[d]
			w := child.centre - k.centre
			w2 := w * w
			k.quadrupole += child.quadrupole + times(child.mass, w2)
			k.octupole += child.octupole + (times(3, child.quadrupole)+times(child.mass, w2))*w
			if r := math.Sqrt(square(w)) + child.radius; r > k.radius {
				k.radius = r
			}
		}
		k.widen()
	}
}

// sum sets e to the expansion of the bodies.
func (e *expansion) sum(bodies []Point) {
	var x, y float64
	for _, p := range bodies {
		x += p.X
		y += p.Y
	}
	e.mass = float64(len(bodies))
	e.centre = complex(x/e.mass, y/e.mass)
	most := 0.0
	for _, p := range bodies {
		w := complex(p.X, p.Y) - e.centre
		w2 := w * w
		e.quadrupole += w2
		e.octupole += w2 * w
		if r := square(w); r > most {
			most = r
		}
	}
	e.radius = math.Sqrt(most)
	e.widen()
}

// widen sets the reach. The quadrupole of bodies along a line is up to mass times
// radius squared, that of bodies all around is small.
func (e *expansion) widen() {
	e.reach = e.radius
	if e.radius > 0 {
		e.reach += slender * math.Sqrt(square(e.quadrupole)) / (e.mass * e.radius)
	}
}

// exchange applies the forces between two distant cells; d leads from a to b, and l
// is its square.
func exchange(a, b *expansion, d complex128, l float64) {
	u := complex(real(d)/l, -imag(d)/l) // 1/d
	u2 := u * u
	u3 := u2 * u
	u4 := u2 * u2
	a.field += times(b.mass, u) + b.quadrupole*u3 - b.octupole*u4
	a.slope += times(b.mass, u2) + times(3, b.quadrupole*u4)
	a.bend += times(b.mass, u3)
	a.twist += times(b.mass, u4)
	b.field -= times(a.mass, u) + a.quadrupole*u3 + a.octupole*u4
	b.slope += times(a.mass, u2) + times(3, a.quadrupole*u4)
	b.bend -= times(a.mass, u3)
	b.twist += times(a.mass, u4)
}

// hand passes the field of far bodies from parents to their children.
func (t *tree) hand() {
	for c := 1; c < len(t.cell); c++ {
		k := &t.cell[c]
		p := &t.cell[k.parent]
		w := k.centre - p.centre
		twist := p.twist * w
		bend := p.bend + twist
		k.field += p.field + (p.slope+bend*w)*w
		k.slope += p.slope + (times(2, bend)+twist)*w
		k.bend += bend + times(2, twist)
		k.twist += p.twist
	}
}

// at returns the force of far bodies on a body at p.
func (e *expansion) at(p Point) Point {
	w := complex(p.X, p.Y) - e.centre
	f := e.field + (e.slope+(e.bend+e.twist*w)*w)*w
	return Point{real(f), -imag(f)}
}

// square returns |z|².
func square(z complex128) float64 { return real(z)*real(z) + imag(z)*imag(z) }

// times returns k·z.
func times(k float64, z complex128) complex128 { return complex(k*real(z), k*imag(z)) }
