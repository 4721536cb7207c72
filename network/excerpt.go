package network

import "slices"

// Excerpt returns the part of n that a filter shows, as a network with the passages,
// speakers and sources that it cites, and without n's story. If focus is the id of a
// node, only this node and its neighbours are shown. Nodes and relations in remove are
// left out. An event is shown with all its participants.
func Excerpt(n *Network, f *Filter, focus string, remove []string) *Network {
	out := *n
	out.Nodes, out.Relations, out.Events = []Node{}, []Relation{}, []Event{}
	out.Story = nil

	near, gone := map[string]bool{focus: true}, setOf(remove)
	for i := range n.Relations {
		if r := &n.Relations[i]; (r.From == focus || r.To == focus) && !f.HidesRelation(r) {
			near[r.From], near[r.To] = true, true
		}
	}
	node := make(map[string]bool, len(n.Nodes))
	for i := range n.Nodes {
		v := &n.Nodes[i]
		if f.HidesNode(v) || focus != "" && !near[v.ID] || gone[v.ID] {
			continue
		}
		node[v.ID] = true
		out.Nodes = append(out.Nodes, *v)
	}
	relation := map[string]bool{}
	for i := range n.Relations {
		r := &n.Relations[i]
		if !node[r.From] || !node[r.To] || f.HidesRelation(r) || gone[r.ID] {
			continue
		}
		relation[r.ID] = true
		out.Relations = append(out.Relations, *r)
	}
	for _, e := range n.Events {
		gone := func(p Participant) bool { return !node[p.Node] }
		if !slices.ContainsFunc(e.Participants, gone) && f.Happens(&e) {
			out.Events = append(out.Events, e)
		}
	}
	if !node[n.Root] {
		out.Root = ""
	}
	out.Lead = kept(n.Lead, relation)
	out.rest(n)
	return &out
}

// rest adds to out the passages, speakers and sources of n that out cites.
func (out *Network) rest(n *Network) {
	passage, speaker, source, node := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			passage[id] = true
		}
	}
	for _, v := range out.Nodes {
		node[v.ID] = true
		cite(v.Cited())
	}
	for _, r := range out.Relations {
		cite(r.Cited())
		for _, d := range r.Against {
			speaker[d.Speaker] = true
		}
	}
	for _, e := range out.Events {
		cite(e.Passages)
	}
	for more := -1; more != len(passage); { // the speaker of a passage is introduced by others
		more = len(passage)
		for _, p := range n.Passages {
			if passage[p.ID] {
				speaker[p.Speaker], speaker[p.Via], source[p.Source] = true, true, true
			}
		}
		for _, s := range n.Speakers {
			if speaker[s.ID] {
				cite(s.Passages)
			}
		}
	}
	out.Speakers = []Speaker{}
	for _, s := range n.Speakers {
		if speaker[s.ID] {
			if !node[s.Node] {
				s.Node = ""
			}
			out.Speakers = append(out.Speakers, s)
		}
	}
	out.Passages = []Passage{}
	for _, p := range n.Passages {
		if passage[p.ID] {
			out.Passages = append(out.Passages, p)
		}
	}
	out.Sources = []Source{}
	for _, s := range n.Sources {
		if source[s.ID] {
			out.Sources = append(out.Sources, s)
		}
	}
}

// kept returns the ids that are in a set.
func kept(ids []string, in map[string]bool) []string {
	var out []string
	for _, id := range ids {
		if in[id] {
			out = append(out, id)
		}
	}
	return out
}
