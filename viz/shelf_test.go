package viz

import (
	"image"
	"testing"
)

func TestShelfPacksRectanglesSideBySide(t *testing.T) {
	s := shelf{side: 100}
	var placed []image.Rectangle
	for i := 0; ; i++ {
		r, ok := s.put(10+i*7%31, 5+i*5%13)
		if !ok {
			break
		}
		if !r.In(image.Rect(0, 0, 100, 100)) {
			t.Errorf("%v is not in the square", r)
		}
		for _, other := range placed {
			if r.Overlaps(other) {
				t.Errorf("%v overlaps %v", r, other)
			}
		}
		placed = append(placed, r)
	}
	if len(placed) < 20 {
		t.Errorf("only %d rectangles found room", len(placed))
	}
	if _, ok := s.put(101, 1); ok {
		t.Error("a rectangle wider than the square found room")
	}
}
