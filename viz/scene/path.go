package scene

import "math"

// Path is a polyline whose corners are rounded.
type Path struct {
	Points []Vec
	Radius float64 // of the corners, if there is room
}

// Length returns the length of the polyline.
func (p Path) Length() float64 {
	sum := 0.0
	for i := 1; i < len(p.Points); i++ {
		sum += p.Points[i-1].to(p.Points[i])
	}
	return sum
}

// At returns the point at a distance from the start, and the direction there.
func (p Path) At(along float64) (at, direction Vec) {
	for i := 1; i < len(p.Points); i++ {
		a, b := p.Points[i-1], p.Points[i]
		l := a.to(b)
		if along <= l || i == len(p.Points)-1 {
			return a.lerp(b, min(max(along/max(l, 1e-9), 0), 1)), b.sub(a).unit()
		}
		along -= l
	}
	return Vec{}, Vec{1, 0}
}

// trim returns the path shortened at its ends, with points from pool. Some of the first
// and the last piece always remains.
func (p Path) trim(pool *pointPool, start, end float64) Path {
	n := len(p.Points)
	if n < 2 {
		return p
	}
	q := Path{pool.take(n), p.Radius}
	copy(q.Points, p.Points)
	cut := func(i, j int, by float64) {
		d := q.Points[j].sub(q.Points[i])
		q.Points[i] = q.Points[i].add(d.unit().mul(min(by, 0.9*d.length())))
	}
	cut(0, 1, start)
	cut(n-1, n-2, end)
	return q
}

// shift returns the path moved to its left by a distance, with points from pool.
func (p Path) shift(pool *pointPool, by float64) Path {
	n := len(p.Points)
	if by == 0 || n < 2 {
		return p
	}
	q := Path{pool.take(n), p.Radius}
	for i := range n {
		before, after := max(i-1, 0), min(i, n-2)
		a := p.Points[before+1].sub(p.Points[before]).unit().left()
		b := p.Points[after+1].sub(p.Points[after]).unit().left()
		off := a.add(b)
		if k := 1 + a.dot(b); k > 0.2 {
			off = off.mul(1 / k)
		} else {
			off = b
		}
		q.Points[i] = p.Points[i].add(off.mul(by))
	}
	return q
}

// bend returns where the path leaves its straight pieces before and after point i, and
// whether there is room to round the corner.
func (p Path) bend(i int) (from, to Vec, round bool) {
	a, b, c := p.Points[i-1], p.Points[i], p.Points[i+1]
	la, lc := a.to(b), b.to(c)
	r := min(p.Radius, la/2, lc/2)
	if r < 0.5 {
		return b, b, false
	}
	return b.lerp(a, r/la), b.lerp(c, r/lc), true
}

// Corner calls line for each straight piece of the path, and curve for each
// rounded corner: a quadratic Bézier curve from where the line ended.
func (p Path) Corner(line func(to Vec), curve func(control, to Vec)) {
	n := len(p.Points)
	for i := 1; i < n-1; i++ {
		from, to, round := p.bend(i)
		line(from)
		if round {
			curve(p.Points[i], to)
		}
	}
	if n > 1 {
		line(p.Points[n-1])
	}
}

// Flatten appends points of the path to pts, close enough for lines between them
// to look smooth.
func (p Path) Flatten(pts []Vec) []Vec {
	n := len(p.Points)
	if n == 0 {
		return pts
	}
	pts = append(pts, p.Points[0])
	for i := 1; i < n-1; i++ {
		from, to, round := p.bend(i)
		pts = append(pts, from)
		if !round {
			continue
		}
		c := Curve{from, p.Points[i], to}
		const steps = 5
		for k := 1; k <= steps; k++ {
			pts = append(pts, c.At(float64(k)/steps))
		}
	}
	if n > 1 {
		pts = append(pts, p.Points[n-1])
	}
	return pts
}

// nearest returns how far v lies from the path, and where along it the closest
// point is.
func (p Path) nearest(v Vec) (distance, along float64) {
	distance = math.Inf(1)
	sum := 0.0
	for i := 1; i < len(p.Points); i++ {
		a, b := p.Points[i-1], p.Points[i]
		d := b.sub(a)
		l := d.length()
		t := 0.0
		if l > 0 {
			t = min(max(v.sub(a).dot(d)/(l*l), 0), 1)
		}
		if e := v.to(a.lerp(b, t)); e < distance {
			distance, along = e, sum+t*l
		}
		sum += l
	}
	return distance, along
}
