package compose_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/viz/compose"
	"proxynet/viz/metrics"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
	"proxynet/web"
)

// measurement has the measures of a layout at the initial zoom of an area of the
// format's size.
type measurement struct {
	metrics.Metrics
	Width, Height float64
}

// measured composes n as the site does, and returns the measures of its picture by the
// names of layout and language.
func measured(t *testing.T, n *network.Network) map[string]measurement {
	t.Helper()
	d, err := compose.Compose(n, web.PictureLanguages()...)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]measurement{}
	for _, l := range d.Layouts {
		all[l.Name] = measure(t, d, l.Name)
		for _, in := range n.Translations {
			all[l.Name+" in "+in.Lang] = measure(t, d.In(in.Lang), l.Name)
		}
	}
	return all
}

// measure measures the picture of d in a layout. If PICTURES names a folder, it also
// writes the picture there.
func measure(t *testing.T, d *scene.LaidOutNetwork, layout string) measurement {
	t.Helper()
	l := d.Layouts[slices.IndexFunc(d.Layouts, func(l scene.Layout) bool { return l.Name == layout })]
	drawn, err := svg.Show(d, layout, scene.State{})
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("PICTURES"); dir != "" {
		standalone := fmt.Sprintf(`<svg width="%g" height="%g" %s`, l.Width, l.Height, drawn[len("<svg "):])
		style := "<style>" + svg.Style() + "</style>"
		if err := os.WriteFile(dir+"/"+d.ID+"-"+layout+"."+d.Lang+".svg", []byte(standalone+style), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := metrics.Read([]byte(drawn))
	if err != nil {
		t.Fatal(err)
	}
	return measurement{metrics.Measure(p, metrics.Options{Scale: shownAt(t, d, layout)}), l.Width, l.Height}
}

// shownAt returns the initial zoom of d in the area of a page: 390 × 645 CSS pixels on
// a phone of 390 × 844, and 880 × 531 on a desktop of 1280 × 800, less if the text
// above takes more lines.
func shownAt(t *testing.T, d *scene.LaidOutNetwork, layout string) float64 {
	t.Helper()
	s, err := scene.New(d, layout, scene.Defaults())
	if err != nil {
		t.Fatal(err)
	}
	area := scene.Rect{W: 880, H: 531}
	switch d.Lang {
	case "fa":
		area.H = 493
	case "ar":
		area.H = 521
	}
	if layout == "tall" {
		area = scene.Rect{W: 390, H: 645}
	}
	s.SetArea(area, area)
	return s.View().Zoom
}

// readable fails the test if lines touch foreign boxes or each other, boxes overlap, or
// type is too small.
func readable(t *testing.T, name string, m measurement) {
	t.Helper()
	if m.Behind+m.Close+m.Overlaps > 0 {
		t.Errorf("%s: %d lines at foreign boxes, %d close lines, %d overlaps; want none:\n%v", name, m.Behind, m.Close, m.Overlaps, m.Problems)
	}
	if m.SmallestType < 12 {
		t.Errorf("%s: the smallest type is %.1f; want at least 12", name, m.SmallestType)
	}
}

func TestComposeShippedNetwork(t *testing.T) {
	n, err := file.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	most := map[string]metrics.Metrics{
		"wide": {Lines: 45, Crossings: 25, SmallestType: 13},
		"tall": {Lines: 45, Crossings: 30, SmallestType: 12},
	}
	for name, m := range measured(t, n) {
		t.Logf("%s: %d lines, %d crossings, %d with the lead at %.0f°, type %.1f, ink %.3f", name, m.Lines, m.Crossings, m.LeadCrossings, m.LeadAngle, m.SmallestType, m.Ink)
		readable(t, name, m)
		shape, language, _ := strings.Cut(name, " ")
		want := most[shape]
		if language != "" { // readable is enough
			want.SmallestType = scene.Legible
		}
		if m.Lines > want.Lines || m.Crossings > want.Crossings || m.SmallestType < want.SmallestType || m.LeadAngle < 60 {
			t.Errorf("%s: %d lines, %d crossings, type %.1f, angle %.0f; want at most %d and %d, at least %.1f and 60",
				name, m.Lines, m.Crossings, m.SmallestType, m.LeadAngle, want.Lines, want.Crossings, want.SmallestType)
		}
	}
}
