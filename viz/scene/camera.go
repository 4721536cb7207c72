package scene

import "math"

// camera maps the world to the area. It owns the view: the page sets it with the state,
// gestures move it, and the page is then sent the new view.
type camera struct {
	settings *Settings
	layout   *Layout
	closest  float64             // zoom that is always allowed
	near     func() (Rect, bool) // area of the story's step, in the world

	area    Rect  // of the page, in which the graph is
	visible Rect  // the part of area that nothing covers
	view    View  // as drawn now
	chosen  *View // the view set by the page or by a gesture, before mirroring; nil fits the network, or the story's step
	sent    *View // the view that the page last set or was sent
	offset  offset
}

// offset changes a view to keep the selection clear of what covers the graph: first a
// zoom, then a move.
type offset struct {
	nearer float64 // factor of the zoom, less 1
	move   Vec     // in world units
}

func (o offset) of(v View) View {
	return View{X: v.X - o.move.X, Y: v.Y - o.move.Y, Zoom: v.Zoom * (1 + o.nearer)}
}

// goal returns the view at which the camera comes to rest.
func (c *camera) goal() View {
	v, near := c.nearView()
	switch {
	case c.chosen != nil:
		v = c.mirrored(*c.chosen)
		v.Zoom = c.clamped(v.Zoom)
	case !near:
		v = c.fit()
	}
	return c.offset.of(v)
}

// fit returns the initial view of the network.
func (c *camera) fit() View { return fit(c.layout, c.area) }

// nearView returns the view that fits the area of the story's step into the uncovered
// part of the page's area.
func (c *camera) nearView() (View, bool) {
	box, ok := c.near()
	if !ok {
		return View{}, false
	}
	free := c.settings.Near
	zoom := min((c.visible.W-2*free)/box.W, (c.visible.H-2*free)/box.H, c.settings.NearZoom)
	if !(zoom > 0) {
		return View{}, false
	}
	zoom = c.clamped(zoom)
	x, y := box.Center()
	ax, ay := c.area.Center()
	vx, vy := c.visible.Center()
	return View{X: x - (vx-ax)/zoom, Y: y - (vy-ay)/zoom, Zoom: zoom}, true
}

// ensureVisible offsets the view, and zooms out if necessary, just far enough that a
// box of the world isn't covered.
func (c *camera) ensureVisible(box Rect) {
	const free = 12 // CSS pixels around the box
	v := c.goal()
	if room := min((c.visible.W-2*free)/box.W, (c.visible.H-2*free)/box.H); room > 0 && room < v.Zoom {
		c.offset.nearer = room/v.Zoom*(1+c.offset.nearer) - 1
		v = c.goal()
	}
	x0, y0 := v.toPage(c.area, box.X, box.Y)
	x1, y1 := v.toPage(c.area, box.X+box.W, box.Y+box.H)
	c.offset.move.X += shiftInto(x0-free, x1+free, c.visible.X, c.visible.X+c.visible.W) / v.Zoom
	c.offset.move.Y += shiftInto(y0-free, y1+free, c.visible.Y, c.visible.Y+c.visible.H) / v.Zoom
}

// shiftInto returns by how much the range lo…hi must move to lie in low…high; if it is
// too large, its middle goes to the middle.
func shiftInto(lo, hi, low, high float64) float64 {
	switch {
	case hi-lo > high-low:
		return (low+high)/2 - (lo+hi)/2
	case lo < low:
		return low - lo
	case hi > high:
		return high - hi
	}
	return 0
}

func (c *camera) minZoom() float64 { return whole(c.layout, c.area).Zoom * c.settings.MinZoom }

func (c *camera) maxZoom() float64 { return max(c.fit().Zoom*c.settings.MaxZoom, c.closest) }

// clamped returns the nearest zoom that is allowed.
func (c *camera) clamped(zoom float64) float64 { return min(max(zoom, c.minZoom()), c.maxZoom()) }

// toPage and toWorld convert between the world and the page, in the view as drawn
// now.
func (c *camera) toPage(at Vec) Vec {
	x, y := c.view.toPage(c.area, at.X, at.Y)
	return Vec{x, y}
}

func (c *camera) toWorld(x, y float64) Vec {
	wx, wy := c.view.toWorld(c.area, x, y)
	return Vec{wx, wy}
}

// follow takes the view that the page sets, unless it is the one that the page last set
// or was sent, since a gesture may have moved on. It reports whether the view was a new
// one.
func (c *camera) follow(v *View) bool {
	if v == c.sent || v != nil && c.sent != nil && *v == *c.sent {
		return false
	}
	c.chosen, c.sent, c.offset = v, v, offset{}
	return true
}

// send returns the view after a gesture, to be sent to the page.
func (c *camera) send() View {
	c.sent = c.chosen
	return *c.chosen
}

// set takes a view at once, as a gesture does.
func (c *camera) set(v View) {
	page := c.mirrored(v)
	c.view, c.chosen, c.offset = v, &page, offset{}
}

// mirrored returns the view of a mirrored layout for one that the page knows, and the
// other way round: to the page, a view shows the same part of the network, whichever
// way the labels run.
func (c *camera) mirrored(v View) View {
	if c.layout.Mirrored {
		v.X = c.layout.Width - v.X
	}
	return v
}

// panBy moves the view by CSS pixels.
func (c *camera) panBy(dx, dy float64) { c.set(c.view.panned(c.layout, dx, dy)) }

// zoomBy zooms the view about a point of the page.
func (c *camera) zoomBy(x, y, factor float64) {
	c.set(c.view.zoomed(c.area, x, y, factor, c.minZoom(), c.maxZoom()))
}

// panZoomed returns, for the page, the view that an animation is heading for, panned by dx
// and dy CSS pixels and zoomed by factor about the middle of the uncovered area.
func (c *camera) panZoomed(dx, dy, factor float64) View {
	x, y := c.visible.Center()
	return c.mirrored(c.goal().zoomed(c.area, x, y, factor, c.minZoom(), c.maxZoom()).panned(c.layout, -dx, -dy))
}

// settle takes the goal at once.
func (c *camera) settle() { c.view = c.goal() }

// advance moves the view toward its goal by a step of an ease, at once if still,
// and reports whether it moved.
func (c *camera) advance(step float64, still bool) bool {
	goal := c.goal()
	if c.view == goal {
		return false
	}
	// An exponential approach: nine tenths of the way in the time of an ease.
	c.view = c.view.toward(goal, 1-math.Pow(0.1, step))
	if still || c.view.near(goal, c.area) {
		c.view = goal
	}
	return true
}
