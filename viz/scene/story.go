package scene

import (
	"proxynet/network"
)

// step returns the current step of the story, or nil.
func (c *content) step() *network.StoryStep {
	if i, ok := c.index.step[c.state.Step]; ok {
		return &c.drawing.Story[i]
	}
	return nil
}

// near returns the area of the world to which the story's step zooms.
func (c *content) near() (Rect, bool) {
	step := c.step()
	if step == nil || len(step.State.Near) == 0 {
		return Rect{}, false
	}
	box := c.nodes[c.index.node.at(step.State.Near[0])].home()
	for _, id := range step.State.Near[1:] {
		box = box.union(c.nodes[c.index.node.at(id)].home())
	}
	return box, true
}

// home returns the area that a node has in the layout.
func (n *node) home() Rect {
	if n.place == nil {
		return Rect{n.at.X, n.at.Y, 0, 0}
	}
	return n.place.box()
}

func (p *Place) box() Rect { return Rect{p.X - p.W/2, p.Y - p.H/2, p.W, p.H} }

func (r Rect) union(o Rect) Rect {
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.X+r.W, o.X+o.W) - x, max(r.Y+r.H, o.Y+o.H) - y}
}
