package scene_test

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/scene"
	"proxynet/web"
)

// TestInMirrorsLayout checks that everything in a layout is mirrored for right-to-left
// languages.
func TestInMirrorsLayout(t *testing.T) {
	n := &network.Network{ID: "n", Lang: "en", Nodes: []network.Node{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}, {ID: "c", Label: "C"}}}
	d := &scene.LaidOutNetwork{Network: n, Layouts: []scene.Layout{{
		Name: "wide", Width: 100, Height: 50,
		Places: []scene.Place{
			{ID: "a", X: 15, Y: 10, W: 20, H: 10, Lines: []string{"A"}, In: map[string]scene.Label{"fa": {Lines: []string{"الف"}, Size: 12}}},
			{ID: "b", X: 85, Y: 10, W: 20, H: 10, Lines: []string{"B"}, In: map[string]scene.Label{"fa": {Lines: []string{"ب"}, Size: 12}}},
			{ID: "c", X: 40, Y: 30, W: 20, H: 10, Lines: []string{"C"}},
		},
		Frames: []scene.FramePlace{{X: 10, W: 30, Y: 5, Entry: 20, Columns: 2, Rows: 1}},
		Cables: [][]float64{{25, 10, 75, 10}, {15, 15, 15, 30, 30, 30}},
		Labels: []scene.LabelPlace{{Cable: 0, X: 30, Y: 12, W: 15, H: 6, Align: -1, Lines: []string{"3 relations", "2 →  1 ←"}, In: map[string][]string{"fa": {"۳ رابطه", "۲ →  ۱ ←"}}}},
	}}}
	before, _ := json.Marshal(d)
	got := d.In("fa").Layouts[0]
	if now, _ := json.Marshal(d); string(now) != string(before) {
		t.Error("the original changes")
	}
	var xs []float64
	for _, p := range got.Places {
		xs = append(xs, p.X, p.Y)
	}
	if want := []float64{85, 10, 15, 10, 60, 30}; !slices.Equal(xs, want) {
		t.Errorf("nodes are at %v; want %v", xs, want)
	}
	if f := got.Frames[0]; f.X != 60 || f.Entry != 80 || f.Y != 5 {
		t.Errorf("the frame's title is at %g, %g, its entry at %g", f.X, f.Y, f.Entry)
	}
	if want := [][]float64{{75, 10, 25, 10}, {85, 15, 85, 30, 70, 30}}; !reflect.DeepEqual(got.Cables, want) {
		t.Errorf("lines are %v; want %v", got.Cables, want)
	}
	if b := got.Labels[0]; b.X != 55 || b.Align != 1 || !slices.Equal(b.Lines, []string{"۳ رابطه", "۲ ←  ۱ →"}) {
		t.Errorf("the label is %+v", b)
	}
	// The page's drawing is in its language already, and its programs request that
	// language again.
	if again := d.In("fa").In("fa").Layouts[0]; !reflect.DeepEqual(again, got) {
		t.Error("what is mirrored is mirrored again")
	}
	if back := d.In("fa").Layouts[0].Plain(); back.Mirrored || back.Places[0].X != 15 || back.Labels[0].Lines[1] != "۲ →  ۱ ←" {
		t.Errorf("back again: %+v", back)
	}
	if in := d.In("ar").Layouts[0]; in.Mirrored {
		t.Error("labels that run from left to right are mirrored")
	}
}

// TestInKeepsPictureWhole draws the shipped network for right-to-left languages: lines
// end at their boxes, members are in their frame, and Tehran is at the top.
func TestInKeepsPictureWhole(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	d, err := compose.Sketch(n, nil, web.PictureLanguages()...)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"fa", "ar"} {
		in := d.In(tag)
		for i := range in.Layouts {
			l, was := &in.Layouts[i], &d.Layouts[i]
			if !l.Mirrored {
				t.Fatalf("%s in %s is not mirrored", l.Name, tag)
			}
			s, err := scene.New(in, l.Name, scene.Defaults())
			if err != nil {
				t.Fatal(err)
			}
			var p scene.Picture
			s.Picture(&p)
			boxes := map[string]scene.BoxMark{}
			for _, b := range append(p.Boxes, p.Frames...) {
				boxes[b.ID] = b
			}
			for _, m := range p.Frames {
				for _, id := range m.Members {
					if b := boxes[id]; b.At.X-b.W/2 < m.At.X-m.W/2 || b.At.X+b.W/2 > m.At.X+m.W/2 {
						t.Errorf("%s in %s: %s is outside of %s", l.Name, tag, id, m.ID)
					}
				}
				if m.TitleEnd > m.At.X+m.W/2 || m.TitleEnd < m.At.X {
					t.Errorf("%s in %s: the title of %s begins at %g, left of the middle", l.Name, tag, m.ID, m.TitleEnd)
				}
			}
			for _, e := range p.Edges {
				if e.Casing || e.Again {
					continue
				}
				ends := e.Path.Points
				for k, id := range []string{e.From, e.To} {
					b, at := boxes[id], ends[k*(len(ends)-1)]
					off := max(max(at.X-b.At.X, b.At.X-at.X)-b.W/2, max(at.Y-b.At.Y, b.At.Y-at.Y)-b.H/2)
					if off > 20 || off < -1 { // farther than the largest head
						t.Errorf("%s in %s: a line to %s ends %.1f from it", l.Name, tag, id, off)
					}
				}
			}
			for k := range l.Places {
				if l.Places[k].Y != was.Places[k].Y || l.Places[k].X != was.Width-was.Places[k].X {
					t.Errorf("%s in %s: %s is not mirrored", l.Name, tag, l.Places[k].ID)
				}
			}

			// A view of the other direction shows the same part.
			p0, area := &was.Places[0], s.Area()
			view := network.View{X: p0.X, Y: p0.Y, Zoom: 2}
			s.SetStill(true)
			s.SetState(scene.State{View: &view})
			s.Advance(1)
			cx, cy := area.Center()
			if at := s.Positions()[p0.ID]; math.Hypot(at.X-cx, at.Y-cy) > 0.1 {
				t.Errorf("%s in %s: %s, in the middle of the view, is at %.0f, %.0f of %v", l.Name, tag, p0.ID, at.X, at.Y, area)
			}
			if got := s.PanZoom(0, 0, 1).View; math.Abs(got.X-view.X) > 0.1 || *s.State().View != view {
				t.Errorf("%s in %s: the view is %v, one moved by nothing is %v; want %v", l.Name, tag, *s.State().View, got, view)
			}
		}
	}
}
