package compose_test

import (
	"testing"

	"proxynet/viz/compose"
	"proxynet/viz/poster"
)

// TestSketcher draws one layout alone, and goes on from it.
func TestSketcher(t *testing.T) {
	n := generated(12, 1)
	s, err := compose.NewSketcher("tall")
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Draw(n)
	if err != nil || len(d.Layouts) != 2 || d.Layouts[1].Name != "tall" || d.Layouts[1].Width > d.Layouts[1].Height {
		t.Fatalf("%v: %+v", err, d)
	}
	next, err := s.Draw(n)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range next.Layouts[0].Places {
		if q := d.Layouts[0].Places[i]; p.X != q.X || p.Y != q.Y {
			t.Errorf("%s moves", p.ID)
		}
	}
	if _, err := poster.SVG(next, "tall"); err != nil {
		t.Error(err)
	}
	if _, err := compose.NewSketcher("round"); err == nil {
		t.Error("there is a round layout")
	}
}
