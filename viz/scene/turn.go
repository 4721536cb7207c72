package scene

import (
	"math"

	"proxynet/viz/layout"
)

// turns reports whether each layout of a point-mode drawing is rotated to fill its
// frame. A draft isn't, because its points are still moving, nor is a network whose
// root belongs at the top.
func (d *LaidOutNetwork) turns() bool {
	const most = 5000 // nodes; larger networks are about as wide as they are high
	return !d.Draft && d.Root == "" && len(d.Nodes) <= most
}

// ratio returns the ratio of width to height of the area that dots fill.
func (l *Layout) ratio() float64 { return (l.Width - 2*fieldMargin) / (l.Height - 2*fieldMargin) }

// turned returns points rotated so that they fill a frame of the given ratio of
// width to height as well as possible. Which way up they are carries no meaning
// unless the network has ranks. Ties go to the smallest turn.
func turned(points []layout.Point, ratio float64) []layout.Point {
	const step, most = 3, 180 // degrees
	best, least := 0.0, math.Inf(1)
	for degrees := 0; degrees < most; degrees += step {
		a := float64(degrees) * math.Pi / 180
		if size := sizeTurned(points, a, ratio); size < least*(1-1e-9) {
			best, least = a, size
		}
	}
	if best == 0 {
		return points
	}
	sin, cos := math.Sincos(best)
	out := make([]layout.Point, len(points))
	for i, p := range points {
		out[i] = layout.Point{X: p.X*cos - p.Y*sin, Y: p.X*sin + p.Y*cos}
	}
	return out
}

// sizeTurned returns the height of the smallest frame of the given ratio that holds
// the points rotated by a radians.
func sizeTurned(points []layout.Point, a, ratio float64) float64 {
	sin, cos := math.Sincos(a)
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range points {
		x, y := p.X*cos-p.Y*sin, p.X*sin+p.Y*cos
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	return max(y1-y0, (x1-x0)/ratio)
}
