package scene

import (
	"maps"
	"reflect"
	"slices"
)

// lit is what stands out of a field: what is selected or pointed at, with its
// surroundings. It stays until the rest has come forward again.
type lit struct {
	nodes []int32 // the most important first
	edges []int32
	some  bool

	seen []bool // scratch: of each node, and of each edge behind them
}

// refreshField is refresh for a field. What a change of the selection costs
// depends on the neighbourhood selected, not on the network.
func (s *Scene) refreshField() {
	f := s.field
	shown := s.state
	shown.Select, shown.Hover, shown.View, shown.Chain, shown.Step = "", "", nil, nil, ""
	if !reflect.DeepEqual(shown, f.shown) {
		f.shown = shown
		s.hide()
		f.names.reset()
		f.version++
	}
	l := &f.lit
	if l.seen == nil {
		l.seen = make([]bool, len(s.nodes)+len(s.edges))
	}
	selected := s.stands(s.state.Select)
	var nodes, edges map[int]bool
	if !selected { // what is selected comes before what is asked, and that before what the story tells
		nodes, edges = s.asked.nodes, s.asked.edges
		if nodes == nil {
			nodes, edges = s.lit()
		}
	}
	some := selected || nodes != nil || s.stands(s.state.Hover)
	l.some = some
	f.aside.goal = 1
	if !some {
		return
	}
	f.aside.goal = s.Settings.Whisper
	for _, v := range l.nodes {
		l.seen[v] = false
	}
	for _, i := range l.edges {
		l.seen[len(s.nodes)+int(i)] = false
	}
	l.nodes, l.edges = l.nodes[:0], l.edges[:0]
	s.light(s.state.Select)
	for _, v := range slices.Sorted(maps.Keys(nodes)) {
		s.highlightNode(v)
	}
	for _, i := range slices.Sorted(maps.Keys(edges)) {
		s.highlightEdge(i)
	}
	s.light(s.state.Hover)
	slices.SortFunc(l.nodes, func(a, b int32) int {
		switch {
		case a == b:
			return 0
		case s.before(int(a), int(b)):
			return -1
		}
		return 1
	})
}

// stands reports whether id names something that can stand out.
func (s *Scene) stands(id string) bool {
	if id == "" {
		return false
	}
	_, node := s.index.node[id]
	_, relation := s.index.relation[id]
	_, event := s.index.event[id]
	_, passage := s.index.says[id]
	return node || relation || event || passage || s.index.speaker[id]
}

// light adds what id names to what stands out.
func (s *Scene) light(id string) {
	if id == "" {
		return
	}
	if v, ok := s.index.node[id]; ok {
		s.highlightNode(v)
		for _, i := range s.field.edgesOf(v) {
			s.highlightEdge(int(i))
		}
		return
	}
	if i, ok := s.index.relation[id]; ok {
		s.highlightEdge(i)
		return
	}
	if e, ok := s.index.event[id]; ok {
		event := s.drawing.Events[e]
		part := map[int]bool{}
		for _, p := range event.Participants {
			part[s.index.node[p.Node]] = true
		}
		for _, p := range event.Participants {
			v := s.index.node[p.Node]
			s.highlightNode(v)
			for _, i := range s.field.edgesOf(v) {
				if st := &s.edges[i]; part[st.from] && part[st.to] && shares(st.model.Passages, event.Passages) {
					s.highlightEdge(int(i))
				}
			}
		}
		return
	}
	for v := range s.nodes {
		if s.index.cites(s.nodes[v].model.Cited(), id) {
			s.highlightNode(v)
		}
	}
	for i := range s.edges {
		if s.index.cites(s.edges[i].model.Cited(), id) {
			s.highlightEdge(i)
		}
	}
}

func (s *Scene) highlightNode(v int) {
	l := &s.field.lit
	if !s.nodes[v].hidden && !l.seen[v] {
		l.seen[v] = true
		l.nodes = append(l.nodes, int32(v))
	}
}

// highlightEdge lights an edge with its ends.
func (s *Scene) highlightEdge(i int) {
	l := &s.field.lit
	st := &s.edges[i]
	if k := len(s.nodes) + i; !st.hidden && !l.seen[k] {
		l.seen[k] = true
		l.edges = append(l.edges, int32(i))
		s.highlightNode(st.from)
		s.highlightNode(st.to)
	}
}
