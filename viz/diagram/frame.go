package diagram

import (
	"cmp"
	"slices"
)

// Frame is a node that is drawn around its members.
type Frame struct {
	Node      int
	Members   []int // in the order of the network's nodes
	Relations []int // the memberships that it shows, parallel to Members
}

// framed is the minimum number of members of a frame.
const framed = 3

// frame finds the frames: nodes outside the lead with at least [framed] members
// that have no members themselves. The node with the most candidates chooses
// first; no node is in two frames.
func (b *builder) frame() {
	candidates := map[int][]int{} // relations, by the whole
	for i, r := range b.n.Relations {
		if r.Kind == "membership" && r.Directed && r.From != r.To && !b.lead[i] {
			whole := b.index[r.To]
			candidates[whole] = append(candidates[whole], i)
		}
	}
	var wholes []int
	for v := range candidates {
		wholes = append(wholes, v)
	}
	slices.SortFunc(wholes, func(v, w int) int {
		return cmp.Or(len(candidates[w])-len(candidates[v]), v-w)
	})
	for _, v := range wholes {
		if b.Nodes[v].Depth != None || b.Nodes[v].Frame != None {
			continue
		}
		f := Frame{Node: v}
		for _, r := range candidates[v] {
			member, _ := b.ends(r)
			_, whole := candidates[member]
			if !whole && b.Nodes[member].Frame == None && !slices.Contains(f.Members, member) {
				f.Members = append(f.Members, member)
				f.Relations = append(f.Relations, r)
			}
		}
		if len(f.Members) < framed {
			continue
		}
		for _, m := range f.Members {
			b.Nodes[m].Frame = len(b.Frames)
		}
		b.Nodes[v].Owns = len(b.Frames)
		b.Frames = append(b.Frames, f)
	}
}
