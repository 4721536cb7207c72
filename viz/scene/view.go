package scene

import "math"

// Rect is a rectangle of the page in CSS pixels.
type Rect struct{ X, Y, W, H float64 }

// Center returns the middle of r.
func (r Rect) Center() (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

// Contains reports whether the point lies in r.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Legible is the least size of a label in CSS pixels.
const Legible = 12

// Long reports whether the smallest labels would not be legible if the whole layout
// were shown in the area that its format is made for. It is then higher than that,
// but not wider.
func (l *Layout) Long() bool {
	f := formatOf(l)
	return min(f.Width/l.Width, f.Height/l.Height)*f.Label < Legible
}

// NaturalZoom is the least zoom at which a long layout is shown at first, if the
// area is wide enough.
func (l *Layout) NaturalZoom() float64 { return Legible / formatOf(l).Label }

// fit returns the view in which an area shows a layout at first: the whole of it or,
// if it is long, its whole width and, from the top, as much of its height as there
// is room for. page.css shows the static picture by the same rule.
func fit(l *Layout, area Rect) View {
	v := whole(l, area)
	if zoom := min(area.W/l.Width, l.NaturalZoom()); l.Long() && zoom > v.Zoom {
		v.Zoom, v.Y = zoom, area.H/zoom/2
	}
	return v
}

// whole returns the view that shows a layout whole in an area, just as an SVG
// with preserveAspectRatio="xMidYMid meet" is shown in it.
func whole(l *Layout, area Rect) View {
	zoom := min(area.W/l.Width, area.H/l.Height)
	if !(zoom > 0) {
		zoom = 1
	}
	return View{X: l.Width / 2, Y: l.Height / 2, Zoom: zoom}
}

// toPage and toWorld convert between the world and the page, for a view of an
// area.
func (v View) toPage(area Rect, x, y float64) (px, py float64) {
	cx, cy := area.Center()
	return cx + (x-v.X)*v.Zoom, cy + (y-v.Y)*v.Zoom
}

func (v View) toWorld(area Rect, px, py float64) (x, y float64) {
	cx, cy := area.Center()
	return v.X + (px-cx)/v.Zoom, v.Y + (py-cy)/v.Zoom
}

// zoomed returns the view zoomed by factor about a point of the page, which
// stays in place; the zoom is kept between low and high.
func (v View) zoomed(area Rect, px, py, factor, low, high float64) View {
	x, y := v.toWorld(area, px, py)
	v.Zoom = min(max(v.Zoom*factor, low), high)
	nx, ny := v.toWorld(area, px, py)
	v.X += x - nx
	v.Y += y - ny
	return v
}

// panned returns the view moved by CSS pixels, with its centre kept on the layout so
// that the network stays in view.
func (v View) panned(l *Layout, dx, dy float64) View {
	v.X = min(max(v.X-dx/v.Zoom, 0), l.Width)
	v.Y = min(max(v.Y-dy/v.Zoom, 0), l.Height)
	return v
}

// toward returns the view a share t of the way to w; zoom goes in proportion.
func (v View) toward(w View, t float64) View {
	return View{
		X:    v.X + (w.X-v.X)*t,
		Y:    v.Y + (w.Y-v.Y)*t,
		Zoom: v.Zoom * math.Pow(w.Zoom/v.Zoom, t),
	}
}

// near reports whether v and w differ by less than a pixel everywhere in the area.
func (v View) near(w View, area Rect) bool {
	const pixel = 0.05
	size := max(area.W, area.H)
	return math.Abs(v.X-w.X)*w.Zoom < pixel && math.Abs(v.Y-w.Y)*w.Zoom < pixel && math.Abs(v.Zoom/w.Zoom-1)*size < pixel
}
