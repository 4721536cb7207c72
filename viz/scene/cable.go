package scene

import (
	"math"

	"proxynet/viz/diagram"
	"proxynet/viz/route"
)

// CableStyle is the appearance of cables, in world units.
type CableStyle struct {
	Lead   float64 // width of a lane of the lead
	Main   float64 // of a lane of one relation between prominent nodes
	Most   float64 // of the widest lane outside the lead
	Minor  float64 // of a lane of other cables
	Gap    float64 // between lanes
	Corner float64 // radius of corners
	Head   float64 // factor of the size of heads
}

// Width returns the width of the lane of group g of cable c. It grows with the square root
// of the number of relations.
func (t *CableStyle) Width(c *diagram.Cable, g *diagram.RelationGroup) float64 {
	switch {
	case g.Lead:
		return t.Lead
	case c.Class == diagram.Minor:
		return t.Minor
	}
	return min(t.Most, t.Main*math.Sqrt(float64(len(g.Relations))))
}

// Total returns the width of the whole cable.
func (t *CableStyle) Total(c *diagram.Cable) float64 {
	total := t.Gap * float64(len(c.Groups)-1)
	for i := range c.Groups {
		total += t.Width(c, &c.Groups[i])
	}
	return total
}

// Labelled is the number of relations from which a cable is labelled with the number.
const Labelled = 3

// run is the straight length that a labelled cable should have somewhere.
const run = 64

// Nets returns the nets of m as input for the router.
func Nets(m *diagram.Model, t *CableStyle) []route.Net {
	nets := make([]route.Net, len(m.Nets))
	for i := range m.Nets {
		n := &m.Nets[i]
		rn := route.Net{Hub: int32(n.Hub), Class: route.Class(n.Class), Joint: n.Joint}
		for k, l := range n.Leaves {
			c := &m.Cables[n.Cables[k]]
			rn.Leaves = append(rn.Leaves, int32(l))
			rn.Width = max(rn.Width, t.Total(c))
			if len(c.Relations) >= Labelled {
				rn.Run = run
			}
			rn.Down = rn.Down || c.Groups[0].Command
		}
		nets[i] = rn
	}
	return nets
}
