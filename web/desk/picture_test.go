package desk_test

import (
	"encoding/json"
	"strings"
	"testing"

	"proxynet/web/desk"
)

// TestPictureKeepsPlaces draws a network before and after a relation is added.
func TestPictureKeepsPlaces(t *testing.T) {
	p := harbourPage(t)
	before, err := p.engine.Picture(desk.PictureOrder{Width: 800, Height: 500})
	if err != nil || len(before.Moved) > 0 {
		t.Fatal(err, before.Moved)
	}
	p.do(values{"do": "set", "id": "guild-board", "field": "note", "value": "A note."})
	after, err := p.engine.Picture(desk.PictureOrder{Width: 800, Height: 500})
	if err != nil || len(after.Moved) > 0 || after.Places["yard"] != before.Places["yard"] {
		t.Errorf("a note moves %v, %v", after.Moved, err)
	}
	tall, err := p.engine.Picture(desk.PictureOrder{Width: 400, Height: 700, State: json.RawMessage(`{"select": "yard"}`)})
	if err != nil || tall.SVG == after.SVG || !strings.Contains(tall.SVG, "poster-tall") {
		t.Errorf("the tall picture: %v", err)
	}
}

// TestPictureOfSameArrangement changes texts that no line and no box shows: the picture
// is the same as one drawn from scratch, without a search.
func TestPictureOfSameArrangement(t *testing.T) {
	p := harbourPage(t)
	order := desk.PictureOrder{Layout: "wide"}
	before, err := p.engine.Picture(order)
	if err != nil {
		t.Fatal(err)
	}
	p.do(values{"do": "set", "id": "yard", "field": "summary", "value": "Another."})
	same, err := p.engine.Picture(order)
	if err != nil || same.SVG != before.SVG {
		t.Errorf("another summary changes the picture: %v", err)
	}
	for field, value := range map[string]any{"label": "Another name", "kind": "person"} {
		p.do(values{"do": "set", "id": "yard", "field": field, "value": value})
		other, err := p.engine.Picture(order)
		if err != nil || other.SVG == before.SVG {
			t.Errorf("another %s leaves the picture as it was: %v", field, err)
		}
	}
}
