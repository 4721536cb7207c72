package viz

import (
	"image"
	"testing"
	"time"

	"proxynet/viz/scene"
)

// squares is a typesetter whose labels have their font size as width and height.
type squares struct {
	t       *testing.T
	painted int
}

func (s *squares) Measure(l Label) Extent {
	return Extent{Width: int(l.Size), Height: int(l.Size), Advance: l.Size}
}

func (s *squares) Paint(labels []Label, extents []Extent, at [][2]int, width, height int) []byte {
	for i, e := range extents {
		if !image.Rect(at[i][0], at[i][1], at[i][0]+e.Width, at[i][1]+e.Height).In(image.Rect(0, 0, width, height)) {
			s.t.Errorf("%q is not in the image of %d × %d", labels[i].Text, width, height)
		}
	}
	s.painted += len(labels)
	return make([]byte, 4*width*height)
}

// labels returns n texts of a font size.
func labels(n int, size float64) []text {
	var all []text
	for i := range n {
		all = append(all, text{text: string(rune('a' + i)), size: size})
	}
	return all
}

func TestSheetPlacesEachLabelOnce(t *testing.T) {
	setter := &squares{t: t}
	s := newSheet(setter)
	texts := append(labels(20, 300), labels(8, 30)...)
	for range 2 {
		s.next()
		if !s.add(texts, 0) {
			t.Fatal("not all labels are set")
		}
	}
	if setter.painted != len(texts) {
		t.Errorf("%d labels painted, want %d", setter.painted, len(texts))
	}
	if len(s.pages) < 2 {
		t.Errorf("20 labels of 300 × 300 pixels are on %d page of %d × %d", len(s.pages), pageSide, pageSide)
	}
	for i := range texts {
		for j := range texts[:i] {
			a, b := s.get(texts[i].label()), s.get(texts[j].label())
			if a.page == b.page && a.at.Overlaps(b.at) {
				t.Errorf("labels %d and %d overlap: %v and %v", i, j, a.at, b.at)
			}
		}
	}
}

func TestSheetFitsLabelLargerThanPage(t *testing.T) {
	s := newSheet(&squares{t: t})
	large := labels(1, 3*pageSide)
	s.add(append(labels(2, 20), large...), 0)
	if at := s.get(large[0].label()).at; at.Dx() != 3*pageSide {
		t.Errorf("the label is in %v", at)
	}
}

func TestSheetRendersLabelsInSlices(t *testing.T) {
	s := newSheet(&squares{t: t})
	texts := labels(20, 200)
	calls := 1
	for ; !s.add(texts, time.Hour); calls++ {
		if calls > 20 {
			t.Fatal("it never completes")
		}
	}
	if most := mostAtOnce/(200*200) + 2; calls < len(texts)/most {
		t.Errorf("20 labels of 40,000 pixels were set in %d slices", calls)
	}
}

func TestSheetForgetsUnusedLabels(t *testing.T) {
	s := newSheet(&squares{t: t})
	for size := 100.0; size < 180; size++ { // as while the view zooms
		s.next()
		s.add(labels(20, size), 0)
		for _, m := range labels(20, size) {
			s.get(m.label())
		}
	}
	if len(s.pages) > 6 {
		t.Errorf("%d pages are kept", len(s.pages))
	}
	if len(s.spots) > 300 || len(s.extents) > 300 {
		t.Errorf("%d places and %d extents are kept", len(s.spots), len(s.extents))
	}
}

func TestMeshDrawsDashedSegmentAsOneBox(t *testing.T) {
	var m mesh
	pts := []scene.Vec{{}, {X: 7}, {X: 7, Y: 20}}
	m.path(pts, 2, [2]float64{4, 2}, color{})
	if n := len(m.vertices); n != 8 {
		t.Fatalf("%d vertices, want 4 for each piece", n)
	}
	for i, into := range []float32{0, 1} { // 7 is a dash, a gap and 1 of a dash
		v := m.vertices[4*i]
		if v.SrcY != -4 || v.Custom3 != 2 || v.ColorA != 1+into {
			t.Errorf("piece %d has a stroke of %g, a gap of %g and begins %g into them, want 4, 2 and %g", i, -v.SrcY, v.Custom3, v.ColorA-1, into)
		}
	}
}
