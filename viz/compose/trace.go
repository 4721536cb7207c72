package compose

import (
	"fmt"
	"strings"

	"proxynet/viz/place"
	"proxynet/viz/route"
)

// lines is the part of a sketch that the next version reuses.
type lines struct {
	router *route.Router
	nets   map[string]int      // by their keys
	frames map[string][]string // ids of members, by those of the nodes that are frames
	labels map[string]reserved
}

// tracing reuses the lines and labels of the last sketch.
type tracing struct{ *picture }

// keep returns the part of a draft that the next version reuses.
func (p tracing) keep(d *draft) *lines {
	l := &lines{router: d.router, nets: make(map[string]int), frames: make(map[string][]string), labels: make(map[string]reserved)}
	for i := range p.nets {
		l.nets[p.key(i)] = i
	}
	for _, f := range p.model.Frames {
		var members []string
		for _, m := range f.Members {
			members = append(members, p.n.Nodes[m].ID)
		}
		l.frames[p.n.Nodes[f.Node].ID] = members
	}
	for _, r := range d.placed {
		l.labels[p.labelKey(r.label)] = r
	}
	return l
}

// key returns what two nets must have in common for one to have the other's lines.
func (p tracing) key(net int) string {
	n := &p.nets[net]
	var b strings.Builder
	fmt.Fprint(&b, n.Class, n.Width, n.Joint, n.Down, n.Run, " ", p.n.Nodes[n.Hub].ID)
	for _, l := range n.Leaves {
		b.WriteByte(' ')
		b.WriteString(p.n.Nodes[l].ID)
	}
	return b.String()
}

// labelKey returns what two labels must have in common for one to have the other's
// place.
func (p tracing) labelKey(k int) string {
	s := &p.labels[k]
	return fmt.Sprint(p.key(s.net), s.w, s.h, s.text.lines)
}

// trace routes the lines of a placement. Lines of the last version stay as they are if
// possible.
func (p tracing) trace(pl place.Placement, last *sketch) *draft {
	d := &draft{placement: pl, in: inputs{p.picture}.routing(&pl)}
	var before *lines
	if last != nil && last.layout.Width == p.format.Width {
		before = last.lines
	}
	var had []reserved
	if before != nil {
		had = reservation{p.picture}.reserveAgain(d, before)
	}
	d.router = route.New(d.in, route.DefaultPrice())
	d.router.Hasten(true)
	resumed := 0
	if before != nil {
		same := make([]int, len(p.nets))
		for i := range same {
			same[i] = -1
			if k, ok := before.nets[p.key(i)]; ok {
				same[i] = k
			}
		}
		resumed = d.router.Resume(before.router, same)
	}
	if 2*resumed < len(p.nets) {
		d.result = d.router.Route(p.budget.firstRounds, p.budget.cleanRounds)
	} else if d.result = d.router.Complete(p.budget.firstRounds); d.result.Failed > 0 {
		d.result = d.router.Route(p.budget.firstRounds, p.budget.cleanRounds)
	}
	if d.result.Failed == 0 {
		reservation{p.picture}.reserveRest(d, had)
	}
	return d
}

// reserveAgain keeps the areas of labels of the last version free, where no box is.
func (p reservation) reserveAgain(d *draft, before *lines) []reserved {
	var had []reserved
	for k := range p.labels {
		if !p.labels[k].lead {
			break
		}
		r, ok := before.labels[tracing{p.picture}.labelKey(k)]
		if !ok {
			continue
		}
		if _, free := p.vacant(&draft{in: d.in, result: &route.Result{}}, -1, -1, r.area); free {
			r.label = k
			d.in.Boxes[len(p.n.Nodes)+k] = r.area
			had = append(had, r)
		}
	}
	return had
}

// reserveRest keeps the areas of labels whose lines still run beside them, and finds
// places for the others of the lead.
func (p reservation) reserveRest(d *draft, had []reserved) {
	kept := make(map[int]bool)
	for _, r := range had {
		if p.beside(d, r) {
			kept[r.label] = true
			d.placed = append(d.placed, r)
		}
	}
	for k := range p.labels {
		if !p.labels[k].lead {
			break
		}
		if kept[k] {
			continue
		}
		if r, ok := p.clear(d, k); ok {
			d.placed = append(d.placed, r)
			d.result = d.router.Complete(p.budget.firstRounds)
		} else {
			d.missing++
		}
	}
}

// beside reports whether a line of a label's net runs along its area.
func (p reservation) beside(d *draft, r reserved) bool {
	x, y := r.area.X+r.area.W/2, r.area.Y+r.area.H/2
	for _, path := range d.result.Routes[p.labels[r.label].net].Paths {
		for i := 1; i < len(path.Points); i++ {
			a, b := path.Points[i-1], path.Points[i]
			if r.upright && a.X == r.at && b.X == r.at && min(a.Y, b.Y) < y && max(a.Y, b.Y) > y ||
				!r.upright && a.Y == r.at && b.Y == r.at && min(a.X, b.X) < x && max(a.X, b.X) > x {
				return true
			}
		}
	}
	return false
}
