package route

// port is a cell on the side of a box at which a line may end, and the direction
// away from the box.
type port struct{ cell, direction, price int32 }

// ports returns the ports at which the line may end at a node. The slice is valid until
// the next call.
func (w *way) ports(v int32, hub bool) []port {
	b := w.in.Boxes[v]
	frame := w.byFrame[v] >= 0
	inset := int32(1)
	if frame {
		inset = 2
	}
	ports := w.memory.ports[:0]
	add := func(x, y, d, off int32) {
		if x < 1 || y < 1 || x >= w.grid.w-1 || y >= w.grid.h-1 {
			return
		}
		c := w.grid.cell(x, y)
		if frame && w.grid.title[c] {
			return
		}
		if frame && (v == w.leafIn || v == w.hubIn) { // the line comes from within
			d = (d + 2) & 3
		}
		ports = append(ports, port{c, d, w.portPrice(v, d, off, hub)})
	}
	middle := func(at, from, size int32) int32 {
		if frame {
			return 0
		}
		return max(2*at-2*from-size, 2*from+size-2*at)
	}
	for x := b.X + inset; x <= b.Right()-inset; x++ {
		add(x, b.Y, up, middle(x, b.X, b.W))
		add(x, b.Bottom(), down, middle(x, b.X, b.W))
	}
	for y := b.Y + inset; y <= b.Bottom()-inset; y++ {
		add(b.X, y, left, middle(y, b.Y, b.H))
		add(b.Right(), y, right, middle(y, b.Y, b.H))
	}
	w.memory.ports = ports
	return ports
}

// portPrice is the price of a port at a distance, in half cells, from the middle of its
// side. The lead leaves at the bottom and enters at the top, or from the side in a
// frame of several rows; a fan enters the members of a frame from the side of its hub.
func (w *way) portPrice(v, d, off int32, hub bool) int32 {
	p := &w.price
	k := p.Off * off / 2
	n := w.n
	if n.Class == Lead {
		k *= 3
		if hub {
			if d != down {
				k += p.Side
			} else if n.fan() && off > 1 {
				k += p.Side / 2
			}
			return k
		}
		if !w.leadMayEnter(v, d) {
			k += p.Side
		}
		if !n.fan() && off > 5 {
			k += p.Side / 2
		}
		return k
	}
	if n.fan() && n.Joint && !hub && w.frameOf[v] >= 0 {
		f := w.in.Boxes[w.frameOf[v]]
		above, below := w.hubBox.Bottom() <= f.Y+1, w.hubBox.Y >= f.Bottom()-1
		if above && d != up || below && d != down {
			k += 14 * p.Off
		}
	}
	return k
}

// leadMayEnter reports whether the lead may enter node v by its side in direction d.
func (w *way) leadMayEnter(v, d int32) bool {
	f := w.frameOf[v]
	if f < 0 {
		return d == up
	}
	fr := &w.in.Frames[w.byFrame[f]]
	switch {
	case fr.Rows < 2:
		return d == up
	case fr.Columns == 1:
		return d == left
	case fr.Columns == 2:
		return d == left || d == right
	}
	return d != down
}
