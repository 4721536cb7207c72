package layout

import (
	"cmp"
	"slices"
)

// edgeOfBox is the left edge of a body's box in the sweep from left to right.
type edgeOfBox struct {
	left float64
	body int32
}

func leftFirst(a, b edgeOfBox) int {
	return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.body, b.body))
}

// newSweep returns room for the sweep over all bodies that have a box.
func newSweep(boxes []Box) []edgeOfBox {
	var sweep []edgeOfBox
	for i, b := range boxes {
		if b != (Box{}) {
			sweep = append(sweep, edgeOfBox{body: int32(i)})
		}
	}
	return sweep
}

// collide parts boxes that overlap or come closer than the padding, along the
// axis in which they overlap least. As in d3-force, it uses the bodies' next positions,
// and isn't scaled by alpha.
func (m *Simulation) collide() {
	pad := m.settings.Padding
	for k := range m.sweep {
		i := m.sweep[k].body
		m.sweep[k].left = m.next[i].X - m.graph.Boxes[i].W/2 - pad/2
	}
	slices.SortFunc(m.sweep, leftFirst)
	for k, e := range m.sweep {
		right := e.left + m.graph.Boxes[e.body].W + pad
		for _, f := range m.sweep[k+1:] {
			if f.left >= right {
				break
			}
			m.part(e.body, f.body)
		}
	}
}

// part pushes bodies i and j apart if their padded boxes overlap. A pinned body
// leaves all of the way to the other.
func (m *Simulation) part(i, j int32) {
	pad, strength := m.settings.Padding, m.settings.Collision
	a, b := m.graph.Boxes[i], m.graph.Boxes[j]
	dx := m.next[j].X - m.next[i].X
	dy := m.next[j].Y - m.next[i].Y
	for dx == 0 || dy == 0 {
		dx, dy = dx+m.jiggle(), dy+m.jiggle()
	}
	x := (a.W+b.W)/2 + pad - max(dx, -dx)
	y := (a.H+b.H)/2 + pad - max(dy, -dy)
	if x <= 0 || y <= 0 {
		return
	}
	mine := 0.5
	switch {
	case m.pinned[i] && !m.pinned[j]:
		mine = 0
	case m.pinned[j] && !m.pinned[i]:
		mine = 1
	}
	if x < y {
		if dx < 0 {
			x = -x
		}
		m.next[i].X -= x * strength * mine
		m.next[j].X += x * strength * (1 - mine)
	} else {
		if dy < 0 {
			y = -y
		}
		m.next[i].Y -= y * strength * mine
		m.next[j].Y += y * strength * (1 - mine)
	}
}
