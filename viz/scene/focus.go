package scene

import (
	"math"

	"proxynet/network"
)

// refresh works out from the state what is hidden and what stands out.
func (s *Scene) refresh() {
	s.cardCache = nil
	if s.field != nil {
		s.refreshField()
		return
	}
	s.hide()

	nodes, edges := s.focus(s.state.Select)
	if nodes == nil { // what is selected comes before what is asked
		nodes, edges = s.asked.nodes, s.asked.edges
	}
	if nodes == nil { // and that before what the story tells
		nodes, edges = s.lit()
	}
	more, moreEdges := s.focus(s.state.Hover)
	some := nodes != nil || more != nil
	for i := range s.nodes {
		n := &s.nodes[i]
		switch {
		case n.hidden:
			n.goal = 0
		case !some || nodes[i] || more[i]:
			n.goal = 1
		default:
			n.goal = s.Settings.Whisper
		}
	}
	for i := range s.edges {
		st := &s.edges[i]
		switch {
		case st.hidden:
			st.goal = 0
		case edges[i] || moreEdges[i]:
			st.goal = 1
		case some:
			st.goal = s.Settings.Whisper
		default:
			st.goal = s.restOf(i)
		}
	}
	if !some {
		s.dated()
	}
}

// restOf is the emphasis of edge i when nothing is in focus.
func (s *Scene) restOf(i int) float64 {
	if s.edges[i].model.Past {
		return s.Settings.Past
	}
	if c := s.model.CableOf[i]; c >= 0 {
		return s.rest(&s.model.Cables[c])
	}
	return 1
}

// hide works out which nodes and edges don't show at all. Going through time
// moves nothing: the focus keeps a node's neighbours at every date, and an edge
// that doesn't hold keeps its place in its ribbon.
func (s *Scene) hide() {
	lens, err := s.state.Lens(s.drawing.Network)
	if err != nil {
		panic("scene: a state that was not checked: " + err.Error())
	}
	timeless := network.NewLens(s.drawing.Network, s.state.Hide, nil)
	center, focused := s.index.node[s.state.Focus]
	near := map[int]bool{center: true}
	for i := range s.edges {
		if st := &s.edges[i]; focused && (st.from == center || st.to == center) && !timeless.Drops(st.model) {
			near[st.from], near[st.to] = true, true
		}
	}
	for i := range s.nodes {
		n := &s.nodes[i]
		n.hidden = lens.Hides(n.model) || focused && !near[i]
	}
	for i := range s.edges {
		st := &s.edges[i]
		laid := !s.nodes[st.from].hidden && !s.nodes[st.to].hidden && !timeless.Drops(st.model)
		st.hidden = !laid || lens.Drops(st.model)
		st.perhaps = lens.Presence(st.model) == network.Open
		st.signs = signs(st.signs[:0], st.model, lens)
	}
}

// focus returns the nodes and edges that stand out with id: a node with its
// relations and neighbours, a relation with its ends, an event with its
// participants, a speaker or passage with what rests on it. Nil for no id.
func (s *Scene) focus(id string) (nodes, edges map[int]bool) {
	if id == "" {
		return nil, nil
	}
	nodes, edges = map[int]bool{}, map[int]bool{}
	with := func(i int) {
		edges[i] = true
		nodes[s.edges[i].from], nodes[s.edges[i].to] = true, true
	}
	if v, ok := s.index.node[id]; ok {
		nodes[v] = true
		for i, st := range s.edges {
			if !st.hidden && (st.from == v || st.to == v) {
				with(i)
			}
		}
		return nodes, edges
	}
	if r, ok := s.index.relation[id]; ok {
		with(r)
		return nodes, edges
	}
	if e, ok := s.index.event[id]; ok {
		event := s.drawing.Events[e]
		for _, p := range event.Participants {
			nodes[s.index.node[p.Node]] = true
		}
		for i, st := range s.edges {
			if nodes[st.from] && nodes[st.to] && shares(st.model.Passages, event.Passages) {
				edges[i] = true
			}
		}
		return nodes, edges
	}
	for i, n := range s.nodes {
		if s.index.cites(n.model.Cited(), id) {
			nodes[i] = true
		}
	}
	for i, st := range s.edges {
		if s.index.cites(st.model.Cited(), id) {
			with(i)
		}
	}
	return nodes, edges
}

func shares(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// bounds returns the box of the world around the node, or the ends of the
// relation, that id names.
func (s *Scene) bounds(id string) (Rect, bool) {
	if v, ok := s.index.node[id]; ok {
		return s.box(v), true
	}
	if r, ok := s.index.relation[id]; ok {
		return s.box(s.edges[r].from).union(s.box(s.edges[r].to)), true
	}
	return Rect{}, false
}

// box returns the box of a node, or of its dot with its name.
func (s *Scene) box(v int) Rect {
	n := &s.nodes[v]
	if s.field == nil {
		return n.box()
	}
	r, name := s.radius(v, s.view.Zoom)/s.view.Zoom, (float64(s.field.width[v])+NameOffset)*s.unit()/s.view.Zoom
	return Rect{n.at.X - r, n.at.Y - r, 2*r + name, 2 * r}
}

// boundsOf returns the box of the world around nodes that are shown.
func (s *Scene) boundsOf(nodes map[int]bool) (Rect, bool) {
	low, high := Vec{math.Inf(1), math.Inf(1)}, Vec{math.Inf(-1), math.Inf(-1)}
	for v := range nodes {
		if !s.nodes[v].hidden {
			b := s.box(v)
			low = Vec{min(low.X, b.X), min(low.Y, b.Y)}
			high = Vec{max(high.X, b.X+b.W), max(high.Y, b.Y+b.H)}
		}
	}
	return Rect{low.X, low.Y, high.X - low.X, high.Y - low.Y}, low.X <= high.X
}

func (n *node) box() Rect {
	return Rect{n.at.X - n.place.W/2, n.at.Y - n.place.H/2, n.place.W, n.place.H}
}
