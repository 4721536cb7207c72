package compose

import (
	"math"

	"proxynet/network"
	"proxynet/viz/scene"
)

// spread draws a network too large for boxes. Nodes that were drawn before keep their
// places; a new one is beside those that it is joined to.
func (s *Sketcher) spread(n *network.Network) (*scene.LaidOutNetwork, error) {
	s.last = nil
	index, fresh := make(map[string]int, len(n.Nodes)), 0
	for i := range n.Nodes {
		index[n.Nodes[i].ID] = i
		if _, known := s.at[n.Nodes[i].ID]; !known {
			fresh++
		}
	}
	d := &scene.LaidOutNetwork{Network: n, Draft: true}
	if 2*fresh > len(n.Nodes) {
		var err error
		if d, err = scene.Spread(n, true); err != nil {
			return nil, err
		}
		l := &d.Layouts[0]
		for i := range n.Nodes {
			s.at[n.Nodes[i].ID] = point{l.Dots[2*i] / l.Width, l.Dots[2*i+1] / l.Height}
		}
		return d, nil
	}
	s.join(n, index)
	for _, f := range scene.Formats {
		d.Layouts = append(d.Layouts, scene.Layout{Name: f.Name, Width: f.Width, Height: f.Height})
	}
	l := &d.Layouts[0]
	for i := range n.Nodes {
		p := s.at[n.Nodes[i].ID]
		l.Dots = append(l.Dots, p.x*l.Width, p.y*l.Height)
	}
	return d, nil
}

// join gives each new node a place near the mean of its neighbours' places.
func (s *Sketcher) join(n *network.Network, index map[string]int) {
	const (
		near   = 0.05             // of the area, from there
		golden = 2.39996322972865 // radians; later nodes don't fall on earlier ones
	)
	around := make([][]point, len(n.Nodes))
	for i := range n.Relations {
		r := &n.Relations[i]
		if p, known := s.at[r.From]; known {
			around[index[r.To]] = append(around[index[r.To]], p)
		}
		if p, known := s.at[r.To]; known {
			around[index[r.From]] = append(around[index[r.From]], p)
		}
	}
	for i := range n.Nodes {
		id := n.Nodes[i].ID
		if _, known := s.at[id]; known {
			continue
		}
		mean := point{0.5, 0.5}
		if all := around[i]; len(all) > 0 {
			mean = point{}
			for _, p := range all {
				mean.x, mean.y = mean.x+p.x/float64(len(all)), mean.y+p.y/float64(len(all))
			}
		}
		sin, cos := math.Sincos(golden * float64(i))
		s.at[id] = point{min(max(mean.x+near*cos, 0.05), 0.95), min(max(mean.y+near*sin, 0.05), 0.95)}
	}
}
