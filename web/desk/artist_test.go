package desk_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"proxynet/web/desk"
)

// TestPictureWithoutOpen draws a text without opening it, as the drawing engine
// does, and keeps the picture while the text can't be read.
func TestPictureWithoutOpen(t *testing.T) {
	text, _ := large(8, 400)
	e := &desk.Engine{}
	draw := func(text string) *desk.Picture {
		t.Helper()
		p, err := e.Picture(desk.PictureOrder{Layout: "wide", Text: &text})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first := draw(text)
	if len(first.Places) != 8 {
		t.Fatalf("%d nodes are drawn; want 8", len(first.Places))
	}
	if broken := draw(text + "nodes: ["); broken.SVG != first.SVG {
		t.Error("a text that can't be read changes the picture")
	}
	if _, _, err := e.Do("select", []byte(`{}`), nil); err == nil {
		t.Error("a text that was drawn counts as open")
	}
}

// TestPictureHasTheLayoutOfItsPlace draws pictures for places of several shapes, in the
// layout that the page and embeds would show there.
func TestPictureHasTheLayoutOfItsPlace(t *testing.T) {
	text, _ := large(8, 400)
	for _, place := range []struct {
		width, height float64
		want          string
	}{{700, 600, "tall"}, {900, 800, "wide"}, {600, 450, "wide"}, {390, 645, "tall"}} {
		e := &desk.Engine{}
		if _, err := e.Picture(desk.PictureOrder{Width: place.width, Height: place.height, Text: &text}); err != nil {
			t.Fatal(err)
		}
		answer, _, err := e.Do("shown", nil, nil)
		var shown desk.Shown
		if err != nil || json.Unmarshal(answer, &shown) != nil || len(shown.Layouts) != 1 || shown.Layouts[0].Name != place.want {
			t.Errorf("%g × %g: %v: shown are %.99s; want %s", place.width, place.height, err, answer, place.want)
		}
	}
}

// TestPictureRearranged rearranges a picture that grew from a few nodes, and compares
// it with one that was drawn at once.
func TestPictureRearranged(t *testing.T) {
	small, _ := large(9, 400)
	text, _ := large(14, 400)
	grown, fresh := &desk.Engine{}, &desk.Engine{}
	draw := func(e *desk.Engine, text string, rearrange bool) *desk.Picture {
		t.Helper()
		p, err := e.Picture(desk.PictureOrder{Layout: "tall", Text: &text, Rearrange: rearrange})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	draw(grown, small, false)
	kept := draw(grown, text, false)
	want := draw(fresh, text, false)
	if reflect.DeepEqual(kept.Places, want.Places) {
		t.Fatal("the picture that grew is as if it hadn't; the test needs other networks")
	}
	if got := draw(grown, text, true); !reflect.DeepEqual(got.Places, want.Places) {
		t.Error("rearranged, the picture depends on the previous one")
	}
	answer, _, err := grown.Do("shown", nil, nil)
	var shown desk.Shown
	if err != nil || json.Unmarshal(answer, &shown) != nil || len(shown.Layouts) != 1 || shown.Layouts[0].Name != "tall" {
		t.Errorf("%v: shown are %s", err, answer)
	}
}
