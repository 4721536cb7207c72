package route

// Contest is a cell on whose tracks nets were in conflict: the number of rounds of the
// last [Router.Route], for the track along its row and for that along its column.
type Contest struct {
	Point
	Level, Upright int32
}

// Contests lists the cells on which nets were in conflict, row by row.
func (r *Router) Contests() []Contest {
	var all []Contest
	for c := range int32(len(r.history[0])) {
		if level, upright := r.history[0][c]/contested, r.history[1][c]/contested; level+upright > 0 {
			y := c / r.grid.w
			all = append(all, Contest{Point{c - y*r.grid.w, y}, level, upright})
		}
	}
	return all
}
