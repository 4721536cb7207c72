package route_test

import (
	"reflect"
	"testing"

	"proxynet/viz/route"
)

// TestResumeKeepsLines moves a box and adds a net: unaffected lines stay, and all
// others are routed around the boxes.
func TestResumeKeepsLines(t *testing.T) {
	in := sample(3)
	old := route.New(in, route.DefaultPrice())
	before := append([]route.Route(nil), old.Route(12, 1).Routes...)
	next := *in
	next.Boxes = append([]route.Rect(nil), in.Boxes...)
	next.Boxes[7].X += 2
	next.Nets = append([]route.Net{{Hub: 0, Leaves: []int32{19}, Width: 2}}, in.Nets...)
	same := []int{-1}
	for i := range in.Nets {
		same = append(same, i)
	}
	r := route.New(&next, route.DefaultPrice())
	resumed := r.Resume(old, same)
	if resumed < len(in.Nets)/2 || resumed == len(next.Nets) {
		t.Errorf("%d of %d nets have their lines back; want most of them, but not all", resumed, len(next.Nets))
	}
	res := r.Complete(6)
	check(t, &next, res.Routes)
	if res.Conflicts > 0 || res.Failed > 0 {
		t.Errorf("%d cells are shared, %d lines failed; want none", res.Conflicts, res.Failed)
	}
	kept := 0
	for i := range before {
		if reflect.DeepEqual(points(before[i]), points(res.Routes[i+1])) {
			kept++
		}
	}
	if kept < len(before)/2 {
		t.Errorf("%d of %d lines are as before; want most", kept, len(before))
	}
}

// points returns the corners of the lines of a route.
func points(r route.Route) (all [][]route.Point) {
	for _, p := range r.Paths {
		all = append(all, p.Points)
	}
	return all
}
