package scene_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"proxynet/viz/scene"
)

// TestCountsCoverNoBox gives every line a count and checks that it overlaps no box, no
// outline or title of a frame, and no other count.
func TestCountsCoverNoBox(t *testing.T) {
	all := *shipped(t)
	all.Layouts = slices.Clone(all.Layouts)
	d := &all
	for i := range d.Layouts {
		l := &d.Layouts[i]
		l.Labels, l.Counts = nil, nil
		for c := range l.Cables {
			l.Counts = append(l.Counts, scene.CableCount{Cable: c, Text: "9"})
		}
		area := scene.Rect{W: l.Width, H: l.Height}
		p := drawn(sceneIn(t, d, [2]scene.Rect{area, area}))
		for _, b := range p.Badges {
			if b.Face != scene.Count {
				continue
			}
			for _, o := range p.Badges {
				if o.Face == scene.Count && o.Cable < b.Cable && math.Hypot(o.At.X-b.At.X, o.At.Y-b.At.Y) < o.Radius()+b.Radius()+2 {
					t.Errorf("%s: the numbers at %v and %v touch", l.Name, o.At, b.At)
				}
			}
			r := b.Radius() + 2
			for _, n := range p.Boxes {
				across, down := math.Abs(b.At.X-n.At.X), math.Abs(b.At.Y-n.At.Y)
				outside := across >= n.W/2+r || down >= n.H/2+r
				inside := n.Frame && across <= n.W/2-r && down <= n.H/2-r
				if !outside && !inside {
					t.Errorf("%s: the number %s at %v covers a part of %s", l.Name, b.Text, b.At, n.ID)
				}
				if inside && b.At.Y < n.Title.Y+n.Size && b.At.X+r > n.Title.X && b.At.X-r < n.TitleEnd {
					t.Errorf("%s: the number %s at %v covers the title of %s", l.Name, b.Text, b.At, n.ID)
				}
			}
		}
	}
}

// TestBadgesKeepOffOtherLines checks that a row of badges is within 3 units of another
// line only if its own line, tried unit by unit, has no better place.
func TestBadgesKeepOffOtherLines(t *testing.T) {
	d := shipped(t)
	for i := range d.Layouts {
		l := &d.Layouts[i]
		area := scene.Rect{W: l.Width, H: l.Height}
		p := drawn(sceneIn(t, d, [2]scene.Rect{area, area}))
		rows := map[int][]scene.BadgeMark{}
		for _, b := range p.Badges {
			rows[b.Cable] = append(rows[b.Cable], b)
		}
		for c, row := range rows {
			first, last := row[0], row[len(row)-1]
			middle := scene.Vec{X: (first.At.X + last.At.X) / 2, Y: (first.At.Y + last.At.Y) / 2}
			half := scene.Vec{X: math.Abs(first.At.X-last.At.X) / 2, Y: math.Abs(first.At.Y-last.At.Y) / 2}
			radius := 0.0
			for _, b := range row {
				radius = max(radius, b.Radius())
			}
			if gap := lineGap(l, c, middle, half, radius); gap < 3 {
				if at, ok := roomier(l, &p, c, half, radius); ok {
					t.Errorf("%s: the badges of cable %d at %v are %.1f from another line; there is room at %v", l.Name, c, middle, gap, at)
				}
			}
		}
	}
}

// TestBadgesAreOnOneLine checks that where badges lie on another line that crosses
// theirs, except one of the lead, that line has a gap around them, over which their own
// line goes on.
func TestBadgesAreOnOneLine(t *testing.T) {
	bridges := 0
	for name, d := range pictured(t) {
		for i := range d.Layouts {
			l := &d.Layouts[i]
			area := scene.Rect{W: l.Width, H: l.Height}
			p := drawn(sceneIn(t, d, [2]scene.Rect{area, area}))
			for _, b := range p.Badges {
				if lineGap(l, b.Cable, b.At, scene.Vec{}, b.Radius()) > 0 || nearLead(&p, b) {
					continue
				}
				bridges++
				over := slices.IndexFunc(p.Edges, func(m scene.EdgeMark) bool {
					a, z := m.Path.Points[0], m.Path.Points[len(m.Path.Points)-1]
					return m.Casing && len(m.Path.Points) == 2 && m.Line.Width >= 2*b.Radius() &&
						between(b.At.X, a.X, z.X, b.Radius()) && between(b.At.Y, a.Y, z.Y, b.Radius())
				})
				if strings.HasPrefix(name, "crowded") {
					continue // there some have no room at all
				}
				if over < 0 {
					t.Errorf("%s, %s: the badge %q at %.0f lies on another line", name, l.Name, b.Text, b.At)
					continue
				}
				rest := p.Edges[over+1:]
				own := slices.ContainsFunc(rest, func(m scene.EdgeMark) bool { return m.Again })
				other := slices.ContainsFunc(rest, func(m scene.EdgeMark) bool { return !m.Again && !m.Casing })
				if !own || other {
					t.Errorf("%s, %s: the badge %q at %.0f: its own line isn't drawn over the gap, or another is", name, l.Name, b.Text, b.At)
				}
			}
		}
	}
	if bridges == 0 {
		t.Error("no badge lies on another line: the test needs other networks")
	}
}

// between reports whether a disc is between two positions of one axis, or on both.
func between(at, a, b, radius float64) bool {
	if a == b {
		return math.Abs(at-a) < radius
	}
	return min(a, b) <= at-radius && at+radius <= max(a, b)
}

// nearLead reports whether a line of the lead passes a badge.
func nearLead(p *scene.Picture, b scene.BadgeMark) bool {
	return slices.ContainsFunc(p.Edges, func(m scene.EdgeMark) bool {
		if !m.Lead {
			return false
		}
		for k, v := range m.Path.Points[1:] {
			u := m.Path.Points[k]
			if x, y := min(max(b.At.X, min(u.X, v.X)), max(u.X, v.X)), min(max(b.At.Y, min(u.Y, v.Y)), max(u.Y, v.Y)); math.Hypot(x-b.At.X, y-b.At.Y) < b.Radius()+6 {
				return true
			}
		}
		return false
	})
}

// lineGap returns the distance between badges around at and the edge of the nearest
// other line.
func lineGap(l *scene.Layout, cable int, at, half scene.Vec, radius float64) float64 {
	gap := math.Inf(1)
	for c, xy := range l.Cables {
		for k := 2; c != cable && k+1 < len(xy); k += 2 {
			x0, x1, y0, y1 := min(xy[k-2], xy[k]), max(xy[k-2], xy[k]), min(xy[k-1], xy[k+1]), max(xy[k-1], xy[k+1])
			gap = min(gap, max(x0-at.X-half.X, at.X-half.X-x1, y0-at.Y-half.Y, at.Y-half.Y-y1)-radius)
		}
	}
	return gap
}

// roomier returns a place on a line for badges that is 6 units from boxes and other
// lines, which are up to 6 wide, and 20 from its own corners.
func roomier(l *scene.Layout, p *scene.Picture, cable int, half scene.Vec, radius float64) (at scene.Vec, ok bool) {
	long, xy := half.X+half.Y+radius, l.Cables[cable]
	for k := 2; k+1 < len(xy); k += 2 {
		dx, dy := xy[k]-xy[k-2], xy[k+1]-xy[k-1]
		length := math.Hypot(dx, dy)
		along := scene.Vec{X: (long - radius) * math.Abs(dx) / length, Y: (long - radius) * math.Abs(dy) / length}
	next:
		for by := long + 20; by < length-long-20; by++ {
			at := scene.Vec{X: xy[k-2] + dx*by/length, Y: xy[k-1] + dy*by/length}
			if lineGap(l, cable, at, along, radius) < 6 {
				continue
			}
			for _, n := range p.Boxes {
				across, down := math.Abs(at.X-n.At.X), math.Abs(at.Y-n.At.Y)
				if !n.Frame && across < n.W/2+along.X+radius+6 && down < n.H/2+along.Y+radius+6 || n.Frame && (across > n.W/2-along.X-radius-6 || at.Y < n.Title.Y+60) && across < n.W/2+along.X+radius+6 && down < n.H/2+along.Y+radius+6 {
					continue next
				}
			}
			return at, true
		}
	}
	return at, false
}
