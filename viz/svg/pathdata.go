package svg

import (
	"math"
	"strconv"
	"strings"

	"proxynet/viz/scene"
)

// pathData writes the data of a <path>. Lengths are rounded to hundredths of a unit,
// and all but the first are relative to the point before: equal corners of different
// lines become equal text, which compresses well.
type pathData struct {
	strings.Builder
	x, y int // the current point, in hundredths
}

// move begins a line at a point.
func (d *pathData) move(to scene.Vec) {
	d.x, d.y = hundredths(to.X), hundredths(to.Y)
	d.command('M', d.x, d.y)
}

// line continues to a point.
func (d *pathData) line(to scene.Vec) {
	switch dx, dy := d.advance(to); {
	case dy == 0:
		d.command('h', dx)
	case dx == 0:
		d.command('v', dy)
	default:
		d.command('l', dx, dy)
	}
}

// curve continues to a point on a quadratic Bézier curve.
func (d *pathData) curve(control, to scene.Vec) {
	cx, cy := hundredths(control.X)-d.x, hundredths(control.Y)-d.y
	dx, dy := d.advance(to)
	d.command('q', cx, cy, dx, dy)
}

// advance makes to the current point and returns it relative to the one before.
func (d *pathData) advance(to scene.Vec) (dx, dy int) {
	x, y := hundredths(to.X), hundredths(to.Y)
	dx, dy = x-d.x, y-d.y
	d.x, d.y = x, y
	return dx, dy
}

func (d *pathData) command(name byte, lengths ...int) {
	d.WriteByte(name)
	for i, v := range lengths {
		if i > 0 && v >= 0 {
			d.WriteByte(' ')
		}
		d.WriteString(strconv.FormatFloat(float64(v)/100, 'f', -1, 64))
	}
}

func hundredths(v float64) int { return int(math.Round(v * 100)) }

// polyline returns the data of straight lines between points.
func polyline(points ...scene.Vec) string {
	var d pathData
	for i, v := range points {
		if i == 0 {
			d.move(v)
		} else {
			d.line(v)
		}
	}
	return d.String()
}

// path returns the data of a line with rounded corners.
func path(p scene.Path) string {
	if len(p.Points) == 0 {
		return ""
	}
	var d pathData
	d.move(p.Points[0])
	p.Corner(d.line, d.curve)
	return d.String()
}
