package place

import (
	"slices"
	"testing"
)

// TestShiftStopsAtOtherBoxes moves two boxes towards each other and one out of the area.
func TestShiftStopsAtOtherBoxes(t *testing.T) {
	in, _, o := settled()
	st := State{X: []int32{10, 40, 60, 80, 50}, Y: []int32{30, 30, 30, 30, 10}}
	Shift(in, o.Weight, &st, []int32{-9, 9, -2, 0, 3})
	// Boxes are 10 wide, the gap is 4, and the margin 2.
	if want := []int32{7, 46, 60, 80, 53}; !slices.Equal(st.X, want) {
		t.Errorf("boxes are at %v; want %v", st.X, want)
	}
}
