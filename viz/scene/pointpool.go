package scene

// pointPool is memory for the points of the paths of a frame. A frame reuses that of the
// last: the viewer never returns memory, and collecting garbage delays frames.
type pointPool struct{ free []Vec }

// take returns n points of any value.
func (p *pointPool) take(n int) []Vec {
	first := len(p.free)
	if first+n > cap(p.free) {
		first, p.free = 0, make([]Vec, 0, max(n, 2*cap(p.free))) // those taken before stay in use
	}
	p.free = p.free[:first+n]
	return p.free[first : first+n : first+n]
}

// reset takes all points back.
func (p *pointPool) reset() { p.free = p.free[:0] }
