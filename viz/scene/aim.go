package scene

// goalView is the view at which the camera is to come to rest: the state's, what
// the story's step comes near to, or the whole network, standing aside for what
// covers it.
func (s *Scene) goalView() View {
	v, near := s.nearView()
	switch {
	case s.state.View != nil:
		v = View(*s.state.View)
		v.Zoom = min(max(v.Zoom, s.minZoom()), s.maxZoom())
	case !near:
		v = fit(s.layout, s.area)
	}
	return s.aside.of(v)
}

// aside is a change of a view: first nearer by a factor, then moved.
type aside struct {
	nearer float64 // factor of the zoom, less 1
	move   Vec     // in world units
}

func (a aside) of(v View) View {
	return View{X: v.X - a.move.X, Y: v.Y - a.move.Y, Zoom: v.Zoom * (1 + a.nearer)}
}

// reveal moves the view aside, and further away if need be, just so far that
// what is selected, or else what is asked, isn't covered.
func (s *Scene) reveal() {
	box, ok := s.bounds(s.state.Select)
	if !ok && s.state.Select == "" {
		box, ok = s.boundsOf(s.asked.nodes)
	}
	if !ok {
		s.aside = aside{}
		return
	}
	const free = 12 // CSS pixels around what is selected
	v := s.goalView()
	if room := min((s.visible.W-2*free)/box.W, (s.visible.H-2*free)/box.H); room > 0 && room < v.Zoom {
		s.aside.nearer = room/v.Zoom*(1+s.aside.nearer) - 1
		v = s.goalView()
	}
	x0, y0 := v.toPage(s.area, box.X, box.Y)
	x1, y1 := v.toPage(s.area, box.X+box.W, box.Y+box.H)
	s.aside.move.X += nudge(x0-free, x1+free, s.visible.X, s.visible.X+s.visible.W) / v.Zoom
	s.aside.move.Y += nudge(y0-free, y1+free, s.visible.Y, s.visible.Y+s.visible.H) / v.Zoom
}

// nudge is by how much the range lo…hi must move to lie in low…high; if it is
// too large, its middle goes to the middle.
func nudge(lo, hi, low, high float64) float64 {
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

func (s *Scene) minZoom() float64 { return fit(s.layout, s.area).Zoom * s.Settings.MinZoom }
func (s *Scene) maxZoom() float64 {
	if s.field != nil {
		const apart = 120 // CSS pixels between dots, at which every name has room
		return max(fit(s.layout, s.area).Zoom*s.Settings.MaxZoom, apart/s.spacing())
	}
	return max(fit(s.layout, s.area).Zoom*s.Settings.MaxZoom, 4)
}

// View returns the view as drawn now.
func (s *Scene) View() View { return s.view }

// Origin returns where on the page the world's origin is, in CSS pixels.
func (s *Scene) Origin() (x, y float64) { return s.view.toPage(s.area, 0, 0) }
