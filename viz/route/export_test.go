package route

// Work returns the number of states that the searches of l have visited so far.
func (l *Live) Work() int { return l.router.work }
