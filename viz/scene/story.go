package scene

import "proxynet/network"

// step returns the step of the story at which the state is, or nil.
func (s *Scene) step() *network.StoryStep {
	if i, ok := s.index.step[s.state.Step]; ok {
		return &s.drawing.Story[i]
	}
	return nil
}

// lit returns the nodes and edges that stand out at the story's step: those
// that it names, and the ends of its relations. Nil where none does.
func (s *Scene) lit() (nodes, edges map[int]bool) {
	step := s.step()
	if step == nil || len(step.State.Light) == 0 {
		return nil, nil
	}
	nodes, edges = map[int]bool{}, map[int]bool{}
	for _, id := range step.State.Light {
		if v, ok := s.index.node[id]; ok {
			nodes[v] = true
		} else if r, ok := s.index.relation[id]; ok {
			edges[r] = true
			nodes[s.edges[r].from], nodes[s.edges[r].to] = true, true
		}
	}
	return nodes, edges
}

// litAlone returns the edges that stand out at the story's step, and no other
// of their ribbons with them.
func (s *Scene) litAlone() map[int]bool {
	if s.state.Select != "" || s.asked.nodes != nil {
		return nil
	}
	_, edges := s.lit()
	count := map[[2]int]int{}
	pair := func(i int) [2]int {
		a, b := s.edges[i].from, s.edges[i].to
		return [2]int{min(a, b), max(a, b)}
	}
	for i := range edges {
		count[pair(i)]++
	}
	alone := map[int]bool{}
	for i := range edges {
		alone[i] = count[pair(i)] == 1
	}
	return alone
}

// nearView returns the view that fits what the story's step comes near to into
// the part of the area that nothing covers.
func (s *Scene) nearView() (View, bool) {
	step := s.step()
	if step == nil || len(step.State.Near) == 0 {
		return View{}, false
	}
	box := s.nodes[s.index.node[step.State.Near[0]]].place.box()
	for _, id := range step.State.Near[1:] {
		box = box.union(s.nodes[s.index.node[id]].place.box())
	}
	free := s.Settings.Near
	zoom := min((s.visible.W-2*free)/box.W, (s.visible.H-2*free)/box.H, s.Settings.NearZoom)
	if !(zoom > 0) {
		return View{}, false
	}
	zoom = min(max(zoom, s.minZoom()), s.maxZoom())
	x, y := box.Center()
	ax, ay := s.area.Center()
	vx, vy := s.visible.Center()
	return View{X: x - (vx-ax)/zoom, Y: y - (vy-ay)/zoom, Zoom: zoom}, true
}

// dated takes the emphasis back of what the source doesn't date: a relation
// that holds perhaps, and a node of which nothing is known to hold.
func (s *Scene) dated() {
	if s.state.AsOf == "" {
		return
	}
	most := make([]float64, len(s.nodes))
	for i := range s.edges {
		st := &s.edges[i]
		if st.hidden {
			continue
		}
		level := 1.0
		if st.perhaps {
			level = s.Settings.Perhaps
			st.goal = min(st.goal, level)
		}
		most[st.from], most[st.to] = max(most[st.from], level), max(most[st.to], level)
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		n.goal = min(n.goal, max(most[i], s.Settings.Whisper))
	}
}

func (p *Place) box() Rect { return Rect{p.X - p.W/2, p.Y - p.H/2, p.W, p.H} }

func (r Rect) union(o Rect) Rect {
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.X+r.W, o.X+o.W) - x, max(r.Y+r.H, o.Y+o.H) - y}
}
