package scene

import "math"

// Vec is a point or a vector of the world.
type Vec struct{ X, Y float64 }

func (a Vec) add(b Vec) Vec     { return Vec{a.X + b.X, a.Y + b.Y} }
func (a Vec) sub(b Vec) Vec     { return Vec{a.X - b.X, a.Y - b.Y} }
func (a Vec) mul(k float64) Vec { return Vec{a.X * k, a.Y * k} }
func (a Vec) length() float64   { return math.Hypot(a.X, a.Y) }
func (a Vec) to(b Vec) float64  { return b.sub(a).length() }
func (a Vec) left() Vec         { return Vec{a.Y, -a.X} }
func (a Vec) dot(b Vec) float64 { return a.X*b.X + a.Y*b.Y }
func (a Vec) lerp(b Vec, t float64) Vec {
	return Vec{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t}
}

func (a Vec) unit() Vec {
	if l := a.length(); l > 0 {
		return a.mul(1 / l)
	}
	return Vec{1, 0}
}

// Curve is a quadratic Bézier curve: start, control point, end.
type Curve [3]Vec

// At returns the point at parameter t, 0 to 1.
func (c Curve) At(t float64) Vec {
	return c[0].lerp(c[1], t).lerp(c[1].lerp(c[2], t), t)
}

// Tangent returns the unit direction at parameter t.
func (c Curve) Tangent(t float64) Vec {
	return c[1].sub(c[0]).lerp(c[2].sub(c[1]), t).unit()
}

// Part returns the curve between parameters s and t.
func (c Curve) Part(s, t float64) Curve {
	a, b := c.At(s), c.At(t)
	return Curve{a, c[0].lerp(c[1], s).lerp(c[1].lerp(c[2], s), t), b}
}

// Straight reports whether the curve departs from a line by less than a tenth
// of a unit.
func (c Curve) Straight() bool {
	mid := c[0].lerp(c[2], 0.5)
	return c[1].to(mid) < 0.2
}

// Flatten appends points of the curve to pts, from start to end, far apart
// enough for lines between them to look smooth.
func (c Curve) Flatten(pts []Vec) []Vec {
	pts = append(pts, c[0])
	if !c.Straight() {
		n := max(2, int(math.Ceil(math.Sqrt(c[1].to(c[0].lerp(c[2], 0.5))*4))))
		for i := 1; i < n; i++ {
			pts = append(pts, c.At(float64(i)/float64(n)))
		}
	}
	return append(pts, c[2])
}

// distance returns how far p lies from the curve.
func (c Curve) distance(p Vec) float64 {
	var buffer [32]Vec
	pts := c.Flatten(buffer[:0])
	best := math.Inf(1)
	for i := 1; i < len(pts); i++ {
		best = min(best, toSegment(p, pts[i-1], pts[i]))
	}
	return best
}

func toSegment(p, a, b Vec) float64 {
	d := b.sub(a)
	l := d.dot(d)
	if l == 0 {
		return p.to(a)
	}
	t := min(max(p.sub(a).dot(d)/l, 0), 1)
	return p.to(a.add(d.mul(t)))
}

// leave returns the parameter at which the curve, going from t = 0 to 1, is
// last inside the box of half sides w and h about center; 0 if it never is.
func (c Curve) leave(center Vec, w, h float64) float64 {
	inside := func(t float64) bool {
		p := c.At(t).sub(center)
		return math.Abs(p.X) < w && math.Abs(p.Y) < h
	}
	const steps = 32
	last := -1
	for i := 0; i <= steps; i++ {
		if inside(float64(i) / steps) {
			last = i
		}
	}
	if last < 0 {
		return 0
	}
	lo, hi := float64(last)/steps, min(float64(last+1)/steps, 1)
	for range 20 {
		if mid := (lo + hi) / 2; inside(mid) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

// reverse returns the curve from end to start.
func (c Curve) reverse() Curve { return Curve{c[2], c[1], c[0]} }
