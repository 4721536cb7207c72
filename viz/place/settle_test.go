package place

import "testing"

// settled is a row of four boxes, and a fifth that is related to the second.
func settled() (*Input, State, Settling) {
	in := &Input{Area: Size{100, 60}, Root: -1, Gap: 4, Margin: Size{2, 1}, Step: 3, Cell: 0.08, Edges: []Edge{{A: 1, B: 4, Length: 1, Cross: 1, Room: 3, Tight: 1.2}}}
	for range 5 {
		in.Boxes, in.Rank = append(in.Boxes, Size{10, 6}), append(in.Rank, 3)
	}
	st := State{X: []int32{20, 40, 60, 80, 0}, Y: []int32{30, 30, 30, 30, 0}}
	at := []Point{{20, 30}, {40, 30}, {60, 30}, {80, 30}, None}
	return in, st, Settling{Fresh: []bool{4: true}, At: at, Home: Rect{10, 6, 80, 48}, Gap: 2, Room: 6, Weight: DefaultWeights()}
}

// TestSettlePutsNewBoxBesideNeighbour checks that the other boxes stay.
func TestSettlePutsNewBoxBesideNeighbour(t *testing.T) {
	in, st, o := settled()
	p, apart := Settle(in, st, o)
	if !apart {
		t.Fatal("boxes overlap")
	}
	for v := range 4 {
		if b := p.Boxes[v]; b.X+b.W/2 != st.X[v] || b.Y+b.H/2 != st.Y[v] {
			t.Errorf("box %d is at %v; want it at %d, %d", v, b, st.X[v], st.Y[v])
		}
	}
	b := p.Boxes[4]
	if d := abs(b.X+b.W/2-40) + abs(b.Y+b.H/2-30); d > 20 {
		t.Errorf("the new box is %d cells from its neighbour; want it near: %v", d, b)
	}
}

// TestSettleMakesRoom makes the second box so wide that it reaches the others.
func TestSettleMakesRoom(t *testing.T) {
	in, st, o := settled()
	in.Boxes[1].W = 36
	p, apart := Settle(in, st, o)
	if !apart {
		t.Fatal("boxes overlap")
	}
	for v, b := range p.Boxes[:4] {
		if d := abs(b.X+b.W/2-st.X[v]) + abs(b.Y+b.H/2-st.Y[v]); d > 12 || v == 3 && d > 0 {
			t.Errorf("box %d moves by %d cells", v, d)
		}
	}
}

// TestSettleReportsTooLittleRoom places boxes that don't fit into the area.
func TestSettleReportsTooLittleRoom(t *testing.T) {
	in, st, o := settled()
	for v := range in.Boxes {
		in.Boxes[v] = Size{60, 40}
	}
	if _, apart := Settle(in, st, o); apart {
		t.Error("five boxes of 60×40 are apart in an area of 100×60")
	}
}
