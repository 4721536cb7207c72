package svg_test

import (
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/viz/compose"
	"proxynet/viz/legend"
	"proxynet/viz/scene"
	"proxynet/viz/svg"
)

const hostile = `<script>alert(1)</script>" onload="x' & ‮`

func drawing(t *testing.T) *scene.LaidOutNetwork {
	t.Helper()
	n := &network.Network{
		ID: "n", Title: hostile, Root: "a", Lead: []string{"r1"},
		Passages: []network.Passage{{ID: "p", Speaker: "s"}},
		Nodes: []network.Node{
			{ID: "a", Label: hostile, Kind: network.State, Passages: []string{"p"}},
			{ID: "b", Label: "B", Kind: network.Alliance, Passages: []string{"p"}},
			{ID: "c", Label: "C", Kind: network.People, Passages: []string{"p"}},
		},
		Relations: []network.Relation{
			{ID: "r1", From: "a", To: "b", Kind: "command", Directed: true, Status: network.Implied, Passages: []string{"p"}},
			{ID: "r2", From: "a", To: "b", Kind: "arms", Directed: true, Status: network.Attributed, Passages: []string{"p"}},
			{ID: "r3", From: "c", To: "b", Kind: "war", Past: true, Status: network.Stated, Passages: []string{"p"}},
		},
	}
	d, err := compose.Compose(n)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// elements parses the SVG as strict XML and returns its start tags.
func elements(t *testing.T, drawn string) []xml.StartElement {
	t.Helper()
	var all []xml.StartElement
	for d := xml.NewDecoder(strings.NewReader(drawn)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("the SVG is not well formed: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			all = append(all, e)
		}
	}
}

func TestSVGLinksEverything(t *testing.T) {
	for _, layout := range []string{"wide", "tall"} {
		drawn, err := svg.Show(drawing(t), layout, scene.State{})
		if err != nil {
			t.Fatal(err)
		}
		links := map[string]string{}
		for _, e := range elements(t, drawn) {
			var id, href string
			for _, a := range e.Attr {
				switch a.Name.Local {
				case "data-select":
					id = a.Value
				case "href":
					href = a.Value
				}
			}
			if id != "" {
				links[id] = href
			}
		}
		for _, id := range []string{"a", "b", "c", "r1", "r2", "r3"} {
			if links[id] != "#e-"+id {
				t.Errorf("%s: the link of %s leads to %q", layout, id, links[id])
			}
		}
	}
}

func TestPictureLinksAsAsked(t *testing.T) {
	drawn, err := svg.Picture(drawing(t), "wide", func(id string) string { return `href="2.html#` + id + `"` })
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<a href="2.html#a" tabindex="-1">`, `<a href="2.html#r1" tabindex="-1" aria-hidden="true">`} {
		if !strings.Contains(drawn.String(), want) {
			t.Errorf("it lacks %s", want)
		}
	}
}

func TestSymbol(t *testing.T) {
	draw := legend.Swatches{}
	symbol, ok := svg.Symbol(draw.Node(network.State), "sign-1")
	if !ok || !strings.HasPrefix(symbol, `<symbol id="sign-1" viewBox="0 0 60 24"><rect `) {
		t.Errorf("a node's sign: got %s, %t", symbol, ok)
	}
	if symbol, ok := svg.Symbol(draw.Status(network.Ambiguous), "sign-2"); ok {
		t.Errorf("the sign %s has letters, and can be shared", symbol)
	}
}

func TestSVGEscapesText(t *testing.T) {
	drawn, err := svg.Show(drawing(t), "wide", scene.State{})
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{"svg": true, "a": true, "g": true, "path": true, "rect": true, "circle": true, "text": true}
	for _, e := range elements(t, drawn) {
		if !allowed[e.Name.Local] {
			t.Errorf("there is a <%s>", e.Name.Local)
		}
		for _, a := range e.Attr {
			if name := a.Name.Local; name == "style" || strings.HasPrefix(name, "on") {
				t.Errorf("<%s> has the attribute %s", e.Name.Local, name)
			}
		}
	}
	if !strings.Contains(drawn, "&lt;script&gt;") {
		t.Error("the label is not shown as it is")
	}
}

func TestSameDrawingSameBytes(t *testing.T) {
	first, err := svg.Show(drawing(t), "tall", scene.State{})
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if again, _ := svg.Show(drawing(t), "tall", scene.State{}); again != first {
			t.Fatal("the same network gives another picture")
		}
	}
}

func TestStyleHasEveryClass(t *testing.T) {
	drawn, err := svg.Show(drawing(t), "wide", scene.State{})
	if err != nil {
		t.Fatal(err)
	}
	style := svg.Style()
	for _, e := range elements(t, drawn) {
		for _, a := range e.Attr {
			if a.Name.Local != "class" || e.Name.Local == "svg" || e.Name.Local == "g" {
				continue
			}
			for _, class := range strings.Fields(a.Value) {
				if !strings.Contains(style, "."+class) {
					t.Errorf("class %s has no style", class)
				}
			}
		}
	}
	for _, p := range []string{"--pn-paper: #fbfaf7", "--pn-paper: #16181b", "prefers-color-scheme: dark", "[data-theme=dark]"} {
		if !strings.Contains(style, p) {
			t.Errorf("the style sheet lacks %q", p)
		}
	}
}

// TestShowDrawsEveryState checks for elements that only that state draws.
func TestShowDrawsEveryState(t *testing.T) {
	tests := []struct {
		name     string
		state    scene.State
		has, not string
	}{
		{"nothing asked", scene.State{}, `data-lead`, `p-verb`},
		{"hidden", scene.State{Hide: []string{"node.people"}}, `data-select="b"`, `data-select="c"`},
		{"focus", scene.State{Focus: "a"}, `data-select="r1"`, `data-select="r3"`},
		{"selected", scene.State{Select: "r1"}, `s-focus`, `p-verb`},
		{"a chain", scene.State{Chain: &scene.Ends{From: "a", To: "b"}}, `s-focus`, `s-accent`},
		{"taken out and cut off", scene.State{Remove: []string{"r1"}}, `s-accent`, `data-lead`},
		{"a measure", scene.State{Size: "degree"}, `fill-opacity`, `s-focus`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			drawn, err := svg.Show(drawing(t), "wide", test.state)
			if err != nil {
				t.Fatal(err)
			}
			elements(t, drawn)
			if !strings.Contains(drawn, test.has) || strings.Contains(drawn, test.not) {
				t.Errorf("want %s and no %s in %s", test.has, test.not, drawn)
			}
		})
	}
}

func TestFileIsStandalone(t *testing.T) {
	for _, address := range []string{"", "https://example.org/$1/?a=b&c"} {
		drawn, err := svg.File(drawing(t), "wide", address, svg.Notes{Credit: "Source: " + hostile + strings.Repeat(" and more", 99)})
		if err != nil {
			t.Fatal(err)
		}
		links := 0
		for _, e := range elements(t, strings.TrimPrefix(drawn, `<?xml version="1.0" encoding="UTF-8"?>`)) {
			for _, a := range e.Attr {
				if a.Name.Local == "href" {
					links++
					if !strings.HasPrefix(a.Value, address+"#select=") {
						t.Errorf("a link leads to %q", a.Value)
					}
				}
				if e.Name.Local == "svg" && a.Name.Local == "width" && a.Value == "0" {
					t.Error("it has no width")
				}
			}
		}
		if want := map[bool]int{true: 0, false: 6}[address == ""]; links != want {
			t.Errorf("got %d links, want %d", links, want)
		}
		if !strings.Contains(drawn, ">Source: &lt;script&gt;") || !strings.Contains(drawn, "…</text>\n</svg>") {
			t.Error("its credit is not in its foot, or not cut")
		}
		if strings.Contains(drawn, "var(") || !strings.Contains(drawn, "<style>") || strings.Contains(drawn, "<script") {
			t.Error("its style is not its own")
		}
	}
}

// TestSheet checks that the saved picture of a view is the visible part, with the
// headline above and the credit below in the same size as on the page.
func TestSheet(t *testing.T) {
	for _, test := range []struct {
		name   string
		view   *network.View
		legend legend.Words
		window string
	}{
		{"whole", nil, nil, `viewBox="0 -43 880 599" width="880" height="599"`},
		{"in part", &network.View{X: 100, Y: 50, Zoom: 2}, nil, `viewBox="0 -46.5 200 185.5" width="400" height="371"`},
		{"with a legend", &network.View{X: 440, Y: 120, Zoom: 2}, legend.Words{"lead": "Drawn " + hostile}, `viewBox="340 23.5 200 203.5" width="400" height="407"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			drawn, err := svg.Sheet(drawing(t), "wide", scene.State{View: test.view}, 400, 300, svg.Notes{Credit: "Source: " + hostile, Legend: test.legend})
			if err != nil {
				t.Fatal(err)
			}
			elements(t, drawn)
			if !strings.Contains(drawn, test.window) || !strings.Contains(drawn, ">Source: &lt;script&gt;") {
				t.Errorf("want %s, and the credit at the end of %s", test.window, drawn)
			}
			if has := strings.Contains(drawn, ">Drawn &lt;script&gt;"); has != (test.legend != nil) {
				t.Errorf("its legend: %t in %s", has, drawn)
			}
		})
	}
}

// TestSVGOfLongLayoutNamesItsSize checks that a picture taller than its format has the
// size at which its labels are legible, which page.css uses, and that the viewer shows
// it at that zoom, from the top.
func TestSVGOfLongLayoutNamesItsSize(t *testing.T) {
	n := &network.Network{ID: "n", Title: "T", Nodes: []network.Node{{ID: "a", Label: "A"}}}
	for _, test := range []struct {
		name          string
		width, height float64
		want          string // attributes
		zoom          float64
	}{
		{"wide", 880, 528, `viewBox="0 0 880 528" preserve`, 1},
		{"wide", 952, 571, `viewBox="0 0 952 571" preserve`, 528.0 / 571},
		{"wide", 952, 1300, `viewBox="0 0 952 1300" width="878.77" height="1200" data-long="" preserve`, 12.0 / 13},
		{"tall", 390, 1000, `viewBox="0 0 390 1000" width="390" height="1000" data-long="" preserve`, 1},
	} {
		d := &scene.LaidOutNetwork{Network: n}
		for _, f := range scene.Formats {
			l := scene.Layout{Name: f.Name, Width: f.Width, Height: f.Height}
			if f.Name == test.name {
				l.Width, l.Height = test.width, test.height
			}
			l.Places = []scene.Place{{ID: "a", X: 100, Y: 100, W: 40, H: 20, Lines: []string{"A"}, Size: f.Label}}
			d.Layouts = append(d.Layouts, l)
		}
		drawn, err := svg.Show(d, test.name, scene.State{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(drawn, test.want) {
			t.Errorf("%s, %g high: got %.200s, want %s", test.name, test.height, drawn, test.want)
		}
		s, err := scene.New(d, test.name, scene.Defaults())
		if err != nil {
			t.Fatal(err)
		}
		area := scene.Rect{W: 880, H: 528}
		if test.name == "tall" {
			area = scene.Rect{W: 390, H: 645}
		}
		s.SetArea(area, area)
		if v := s.View(); math.Abs(v.Zoom-test.zoom) > 1e-3 {
			t.Errorf("%s, %g high: the zoom is %g; want %g", test.name, test.height, v.Zoom, test.zoom)
		}
		if _, y := s.Origin(); s.View().Zoom*test.height > area.H+1 && math.Abs(y) > 0.01 {
			t.Errorf("%s, %g high: its top is at %g", test.name, test.height, y)
		}
	}
}
