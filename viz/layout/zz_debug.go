package layout

import "fmt"

// Breakdown is for tuning only.
func Breakdown(g Graph, f Frame, s Settings, ps []Point) string {
	p := newPicture(g, f, s)
	copy(p.place, ps)
	base := p.total()
	out := fmt.Sprintf("total %.0f:", base)
	for _, t := range []struct {
		n string
		v *float64
	}{{"overlap", &p.Overlap}, {"intrusion", &p.Intrusion}, {"near", &p.Near}, {"crossing", &p.Crossing}, {"angle", &p.Angle}, {"length", &p.Length}, {"plumb", &p.Plumb}, {"crowd", &p.Crowd}, {"order", &p.Order}, {"level", &p.Level}, {"height", &p.Height}, {"above", &p.Above}, {"axis", &p.Axis}} {
		old := *t.v
		*t.v = 0
		out += fmt.Sprintf(" %s %.0f", t.n, base-p.total())
		*t.v = old
	}
	return out
}
