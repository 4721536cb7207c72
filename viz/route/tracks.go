package route

// tracks records which parts of the lattice lines occupy: each cell has one track along
// each axis.
type tracks struct {
	count   [2][]uint8 // lines on each cell, by axis
	lead    [2][]uint8
	main    [2][]uint8
	history [2][]int32 // price of cells that were contested
	ends    []uint8    // line ends close by
	pres    int32      // price of sharing a track; 0 forbids it
}

func newTracks(cells int) tracks {
	var t tracks
	for a := range 2 {
		t.count[a], t.lead[a], t.main[a], t.history[a] = make([]uint8, cells), make([]uint8, cells), make([]uint8, cells), make([]int32, cells)
	}
	t.ends = make([]uint8, cells)
	return t
}

// share is the price of using a track of cell c that others use; forbidden is
// too much.
func (t *tracks) share(a, c int32) int32 {
	k := int32(t.count[a][c])
	if k == 0 {
		return t.history[a][c] / 5
	}
	if t.pres == 0 {
		return forbidden
	}
	return t.pres*k + t.pres*k/10*t.history[a][c]/10 + t.history[a][c]/2
}

const forbidden = 1 << 24

// occupy adds a route to the tracks that it is marked on, or removes it.
func (t *tracks) occupy(class Class, rt *Route, on bool) {
	by := uint8(1)
	if !on {
		by = 255 // −1
	}
	for _, m := range rt.marks {
		a, c := m&1, m>>1
		t.count[a][c] += by
		switch class {
		case Lead:
			t.lead[a][c] += by
		case Main:
			t.main[a][c] += by
		}
	}
	for _, p := range rt.Paths {
		s := p.states
		if !p.Branch {
			for k := 0; k < min(2, len(s)); k++ {
				t.ends[s[k]>>2] += by
			}
		}
		for k := len(s) - 1; k > max(len(s)-3, -1); k-- {
			t.ends[s[k]>>2] += by
		}
	}
}

// clear removes every line from the tracks, and resets which were contested.
func (t *tracks) clear() {
	for a := range 2 {
		clear(t.count[a])
		clear(t.lead[a])
		clear(t.main[a])
		clear(t.history[a])
	}
	clear(t.ends)
}

// shared reports whether a route shares a track.
func (t *tracks) shared(rt *Route) bool {
	for _, m := range rt.marks {
		if t.count[m&1][m>>1] > 1 {
			return true
		}
	}
	return false
}

// crosses reports whether another line than those of rt uses the vertical track of cell c.
func (t *tracks) crosses(rt *Route, c int32) bool {
	own := uint8(0)
	for _, m := range rt.marks {
		if m == c*2+1 {
			own = 1
		}
	}
	return t.count[1][c] > own
}
