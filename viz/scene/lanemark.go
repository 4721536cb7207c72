package scene

// laneEnds appends the marks at the ends of the lanes of a cable that are apart, and
// records how much of each lane they take.
func (d *cableDrawer) laneEnds(p *Picture, c *cableNow) {
	for i := range c.lanes {
		now := &c.lanes[i]
		now.trims = [2]float64{1, 1}
		if now.gone {
			continue
		}
		path := c.line.shift(&p.points, now.lane.offset)
		last := len(path.Points) - 1
		for k, points := range [2]bool{now.backward, now.forward} {
			if !points {
				continue
			}
			tip, next := path.Points[k*last], path.Points[k*(last-1)+1-k]
			back := next.sub(tip).unit()
			if now.lead {
				now.trims[k] = d.endMark(p, c.model, c.lanes[i:i+1], tip, back, now.lane.width)
				continue
			}
			r := d.edges[now.lane.relations[0]].model
			line, paint := d.look(now).line, d.look(now).paint
			size := min(d.Settings.Arrow*d.lines.format.Cable.Head, 0.75*now.lane.pitch)
			unit := min(1, now.lane.pitch/3)
			line.Width = now.lane.width
			head, taken := headOf(r, line, paint, size, unit, tip.add(back.mul(0.5)), back)
			p.Ends = append(p.Ends, EndMark{HeadMark: head, ID: r.ID, Relations: now.lane.relations, Paint: paint, Alpha: now.alpha})
			now.trims[k] = 0.5 + taken
		}
	}
}

// laneBadges appends the signs of the relations of a cable whose lanes are apart, each
// on its own lane and one behind the other.
func (d *cableDrawer) laneBadges(p *Picture, c *cableNow) {
	at, way := c.line.longestRun()
	across, along := c.line.across(at), 0.0
	first := len(p.Badges)
	for _, now := range c.lanes {
		i := now.lane.relations[0]
		r := &d.edges[i]
		if d.answers.without[i] {
			continue
		}
		for _, m := range d.signs[i] {
			m.Cable, m.Alpha, m.Paint = c.index, d.emphasis(r), d.look(&now).paint
			m.Size = min(d.Settings.Verb, 2.2*now.lane.pitch)
			if m.Text == "" {
				m.Size *= 0.62
			}
			m.At = at.add(way.mul(along + m.Radius())).add(across.mul(now.lane.offset))
			along += 2*m.Radius() + signGap
			p.Badges = append(p.Badges, m)
		}
	}
	for i := first; i < len(p.Badges); i++ { // the row has its middle in the longest straight run of the line
		p.Badges[i].At = p.Badges[i].At.sub(way.mul(along / 2))
	}
}
