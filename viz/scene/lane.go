package scene

import "slices"

// lane is the drawing of a relation group of a cable: one line for all relations or, if
// the zoom leaves room, a line for each of them.
type lane struct {
	group     int
	relations []int
	width     float64
	pitch     float64 // width with the space around it
	offset    float64 // of its middle, to the left of the path
}

// The minimum distance between lines in CSS pixels, and the minimum zoom relative to
// the fitted view, at which the relations of a cable are drawn apart.
const (
	apartPitch = 3.5
	apartZoom  = 1.5
	apartInk   = 0.55 // width of such a line, as a share of the pitch
)

// apart reports whether the relations of cable c have lines of their own. They lie
// within the width of the cable, so that nothing else moves.
func (b *boxes) apart(c int) bool {
	cable, zoom := &b.model.Cables[c], b.camera.view.Zoom
	if len(cable.Relations) < 2 || b.lines.paths[c].trunk > 0 || zoom < apartZoom*b.camera.fit().Zoom {
		return false
	}
	style, all := &b.lines.format.Cable, 0
	for k := range cable.Groups {
		n := 0
		for _, i := range cable.Groups[k].Relations {
			if b.edges[i].now > 0 {
				n++
			}
		}
		if n > 0 && (style.Width(cable, &cable.Groups[k])+style.Gap)*zoom < apartPitch*float64(n) {
			return false
		}
		all += n
	}
	return all > 1
}

// lanes appends the lanes of cable c to list, from left to right of its path.
func (b *boxes) lanes(list []lane, c int) []lane {
	cable, style := &b.model.Cables[c], &b.lines.format.Cable
	apart := b.apart(c)
	left := style.Total(cable) / 2
	for k := range cable.Groups {
		st := &cable.Groups[k]
		width := style.Width(cable, st)
		middle := left - width/2
		left -= width + style.Gap
		if !apart {
			list = append(list, lane{k, st.Relations, width, width + style.Gap, middle})
			continue
		}
		n := 0
		for _, i := range st.Relations {
			if b.edges[i].now > 0 {
				n++
			}
		}
		pitch := (width + style.Gap) / float64(max(n, 1))
		at := middle + pitch*float64(n-1)/2
		for j, i := range st.Relations {
			if b.edges[i].now > 0 {
				l := lane{k, st.Relations[j : j+1], width, pitch, at}
				if n > 1 {
					l.width = apartInk * pitch
				}
				list = append(list, l)
				at -= pitch
			}
		}
	}
	return list
}

// laneAt returns the lane of cable c that is nearest to a distance to the left of
// its path.
func (b *boxes) laneAt(c int, offset float64) lane {
	lanes := b.lanes(nil, c)
	return slices.MinFunc(lanes, func(p, q lane) int {
		if d := max(p.offset-offset, offset-p.offset) - max(q.offset-offset, offset-q.offset); d < 0 {
			return -1
		}
		return 1
	})
}
