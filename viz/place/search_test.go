package place

import (
	"reflect"
	"testing"
)

// sample is a frame of four boxes and eight other boxes, related at random.
func sample() *Input {
	in := &Input{Area: Size{100, 70}, Root: 0, Gap: 3, Margin: Size{2, 1}, Step: 3, Cell: 0.08}
	var r random = 7
	for v := range int32(13) {
		in.Boxes = append(in.Boxes, Size{8 + 2*int32(r.below(4)), 4 + 2*int32(r.below(2))})
		in.Rank = append(in.Rank, uint8(1+v%3))
	}
	in.Frames = []Frame{{Node: 12, Members: []int32{8, 9, 10, 11}, Title: Size{14, 3}, Wrapped: Size{8, 5}, Entries: 2, Wide: 80}}
	for range 24 {
		a, b := int32(r.below(13)), int32(r.below(13))
		if a != b {
			in.Edges = append(in.Edges, Edge{A: a, B: b, Length: 1, Cross: 1 + float64(r.below(3)), Room: 3, Tight: 1.2})
		}
	}
	in.Above = []Above{{Upper: 0, Lower: 1, Lead: true}, {Upper: 1, Lower: 8, Lead: true}, {Upper: 1, Lower: 9, Lead: true}, {Upper: 2, Lower: 3}}
	return in
}

// TestAnnealCostIsKept compares the incrementally updated cost with one computed at the
// end.
func TestAnnealCostIsKept(t *testing.T) {
	s := newSearch(sample(), DefaultWeights())
	s.rng = 3
	s.scatter()
	for k := range 20000 {
		s.move(int(parts(5)), 500)
		if k%500 != 0 {
			continue
		}
		total := s.total
		if s.costOf(); s.total != total {
			t.Fatalf("after %d moves the cost is %d; kept was %d", k+1, s.total, total)
		}
	}
}

func TestPlaceIsReproducible(t *testing.T) {
	o := Options{Seed: 1, Seeds: 3, Moves: 4000, Keep: 2, Weight: DefaultWeights()}
	if a, b := Place(sample(), o), Place(sample(), o); !reflect.DeepEqual(a, b) {
		t.Error("two searches of one input differ")
	}
}

func TestPlaceKeepsBoxesApart(t *testing.T) {
	in := sample()
	p := Place(in, Options{Seed: 1, Seeds: 3, Moves: 20000, Keep: 1, Weight: DefaultWeights()})[0]
	for i := range p.Boxes {
		for j := range i {
			a, b := p.Boxes[i], p.Boxes[j]
			inside := i == 12 && j >= 8
			if !inside && a.X < b.Right()+in.Gap && b.X < a.Right()+in.Gap && a.Y < b.Bottom()+in.Gap && b.Y < a.Bottom()+in.Gap {
				if i < 8 || j < 8 {
					t.Errorf("boxes %d and %d are too close: %v and %v", i, j, a, b)
				}
			}
		}
	}
	if f := p.Boxes[12]; p.Boxes[8].X < f.X || p.Boxes[8].Right() > f.Right() {
		t.Errorf("member %v is outside its frame %v", p.Boxes[8], f)
	}
}

// TestPlaceContinuesFromStart starts the search from a good placement, which must not
// become worse.
func TestPlaceContinuesFromStart(t *testing.T) {
	in := sample()
	o := Options{Seed: 1, Seeds: 2, Moves: 10000, Keep: 1, Weight: DefaultWeights()}
	first := Place(in, o)[0]
	o.Start, o.Seeds, o.Moves = &first.State, 1, 1000
	if then := Place(in, o)[0]; then.Cost > first.Cost {
		t.Errorf("the cost rose from %.1f to %.1f", first.Cost, then.Cost)
	}
}
