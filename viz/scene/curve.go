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

func toSegment(p, a, b Vec) float64 {
	d := b.sub(a)
	l := d.dot(d)
	if l == 0 {
		return p.to(a)
	}
	t := min(max(p.sub(a).dot(d)/l, 0), 1)
	return p.to(a.add(d.mul(t)))
}
