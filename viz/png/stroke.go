package png

import (
	"math"
	"slices"

	"proxynet/viz/scene"
)

// stroke is the shape of a line along points, with round ends. A dash, lengths
// of stroke and gap, breaks it; zero is solid.
func stroke(points []scene.Vec, width float64, dash [2]float64) shape {
	if dash[0] <= 0 {
		return shape{solid(points, width/2)}
	}
	var s shape
	for _, part := range dashes(points, dash) {
		s = append(s, solid(part, width/2))
	}
	return s
}

// outline is the shape of the line around a polygon.
func outline(polygon []scene.Vec, width float64, dash [2]float64) shape {
	if dash[0] > 0 {
		return stroke(append(append([]scene.Vec{}, polygon...), polygon[0]), width, dash)
	}
	inner := beside(polygon, -width/2, true)
	slices.Reverse(inner) // a hole
	return shape{beside(polygon, width/2, true), inner}
}

// solid is a line of half that width along points: along one side, around the
// end, and back along the other. One polygon, since the soft edges of several
// would add up where they meet.
func solid(points []scene.Vec, r float64) []scene.Vec {
	points = slices.Compact(slices.Clone(points))
	first, last := points[0], points[len(points)-1]
	if len(points) == 1 {
		return disc(first, r)
	}
	polygon := beside(points, r, false)
	polygon = tip(polygon, last, points[len(points)-2], r)
	back := beside(points, -r, false)
	slices.Reverse(back)
	polygon = append(polygon, back...)
	return tip(polygon, first, points[1], r)
}

// beside returns points at a distance to the left of a line, with mitered corners;
// closed means that the last point is joined to the first.
func beside(points []scene.Vec, r float64, closed bool) []scene.Vec {
	points = slices.Compact(slices.Clone(points))
	n := len(points)
	if closed && n > 1 && points[0] == points[n-1] {
		n--
	}
	moved := make([]scene.Vec, 0, n)
	for i := range n {
		before, after := (i+n-1)%n, (i+1)%n
		if !closed {
			before, after = max(i-1, 0), min(i+1, n-1)
		}
		a, b := normal(points[before], points[i]), normal(points[i], points[after])
		if before == i {
			a = b
		}
		if after == i {
			b = a
		}
		const sharp = 0.4 // a miter is no longer than half the width by this
		x, y := a.X+b.X, a.Y+b.Y
		k := r * 2 / max(x*x+y*y, 4*sharp*sharp)
		moved = append(moved, scene.Vec{X: points[i].X + x*k, Y: points[i].Y + y*k})
	}
	return moved
}

// normal is the unit vector to the left of the way from a to b.
func normal(a, b scene.Vec) scene.Vec {
	x, y := b.X-a.X, b.Y-a.Y
	l := math.Hypot(x, y)
	if l == 0 {
		return scene.Vec{}
	}
	return scene.Vec{X: y / l, Y: -x / l}
}

// tip adds the round end of a line at a point to a polygon along its left side from the
// previous point.
func tip(polygon []scene.Vec, at, before scene.Vec, r float64) []scene.Vec {
	const steps = 8
	n := normal(before, at)
	from := math.Atan2(n.Y, n.X)
	for i := 1; i < steps; i++ {
		sin, cos := math.Sincos(from + math.Pi*float64(i)/steps)
		polygon = append(polygon, scene.Vec{X: at.X + r*cos, Y: at.Y + r*sin})
	}
	return polygon
}

// dashes cuts the line along points into strokes.
func dashes(points []scene.Vec, dash [2]float64) [][]scene.Vec {
	var parts [][]scene.Vec
	scene.Dashes(points, dash, func(a, b scene.Vec, begins bool) {
		if begins {
			parts = append(parts, []scene.Vec{a})
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], b)
	})
	return parts
}

// disc is a circle.
func disc(at scene.Vec, radius float64) []scene.Vec {
	const sides = 32
	polygon := make([]scene.Vec, sides)
	for i := range polygon {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / sides)
		polygon[i] = scene.Vec{X: at.X + radius*cos, Y: at.Y + radius*sin}
	}
	return polygon
}

// rounded is a box about its centre, starting at the left end of its upper side, where
// SVG starts dashes.
func rounded(at scene.Vec, w, h, radius float64) []scene.Vec {
	return scene.Rounded(nil, at, w, h, radius, 12)
}
