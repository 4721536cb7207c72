package diagram

import (
	"math"
	"slices"

	"proxynet/network"
)

// None is the index of an element that doesn't exist.
const None = -1

// Rank is the prominence of a node.
type Rank uint8

const (
	Primary   Rank = iota + 1 // an end of the lead
	Secondary                 // clearly more relations than average
	Context                   // the rest
)

// Node describes how the network's node with the same index is drawn.
type Node struct {
	Rank  Rank
	Depth int  // longest path in the lead that ends here; None outside the lead
	Past  bool // outside the lead, with past relations only
	Frame int  // index of the frame that it is a member of, or None
	Owns  int  // index of the frame that it is drawn as, or None
}

// Model is a network as it is drawn. Nodes and CableOf are parallel to the
// network's nodes and relations.
type Model struct {
	Nodes   []Node
	Frames  []Frame
	Cables  []Cable
	Nets    []Net
	CableOf []int // by relation; None for a membership that a frame shows
	Root    int   // index of the node at the top, or None
}

// New returns the model of n, whose relations must have ends in n. The same
// network gives the same model.
func New(n *network.Network) *Model {
	b := &builder{
		n: n, terms: n.Terms(), index: make(map[string]int, len(n.Nodes)), lead: make([]bool, len(n.Relations)),
		Model: &Model{Nodes: make([]Node, len(n.Nodes)), CableOf: make([]int, len(n.Relations)), Root: None},
	}
	for i, node := range n.Nodes {
		b.index[node.ID] = i
		b.Nodes[i] = Node{Rank: Context, Depth: None, Frame: None, Owns: None}
	}
	for i, r := range n.Relations {
		b.lead[i] = slices.Contains(n.Lead, r.ID)
	}
	if i, ok := b.index[n.Root]; ok && n.Root != "" {
		b.Root = i
	}
	b.rank()
	b.frame()
	b.cable()
	b.net()
	return b.Model
}

// builder builds a model.
type builder struct {
	*Model
	n     *network.Network
	terms *network.Terms
	index map[string]int
	lead  []bool // by relation
}

func (b *builder) ends(r int) (from, to int) {
	return b.index[b.n.Relations[r].From], b.index[b.n.Relations[r].To]
}

// busy is the multiple of the mean number of relations from which a node is Secondary.
const busy = 1.5

// rank fills in rank, depth and past.
func (b *builder) rank() {
	degree := make([]int, len(b.Nodes))
	current := make([]bool, len(b.Nodes)) // has a relation that is not past
	for i, r := range b.n.Relations {
		from, to := b.ends(i)
		degree[from]++
		degree[to]++
		if !r.Past {
			current[from], current[to] = true, true
		}
		if b.lead[i] {
			b.Nodes[from].Depth, b.Nodes[to].Depth = 0, 0
		}
	}
	if b.Root != None && slices.Contains(b.lead, true) {
		b.Nodes[b.Root].Depth = max(b.Nodes[b.Root].Depth, 0)
	}
	b.deepen()
	mean := 2 * float64(len(b.n.Relations)) / float64(max(len(b.Nodes), 1))
	for i := range b.Nodes {
		v := &b.Nodes[i]
		switch {
		case v.Depth != None:
			v.Rank = Primary
		case float64(degree[i]) >= busy*mean && degree[i] > 0:
			v.Rank = Secondary
		}
		v.Past = v.Depth == None && degree[i] > 0 && !current[i]
	}
	if !slices.Contains(b.lead, true) {
		b.rankByDegree(degree)
	}
}

// deepen sets each depth to that of the longest path in the lead. A cycle stops
// at as many steps as there are nodes.
func (b *builder) deepen() {
	for range b.Nodes {
		changed := false
		for i := range b.lead {
			if !b.lead[i] {
				continue
			}
			from, to := b.ends(i)
			if d := min(b.Nodes[from].Depth+1, len(b.Nodes)); d > b.Nodes[to].Depth {
				b.Nodes[to].Depth, changed = d, true
			}
		}
		if !changed {
			return
		}
	}
}

// Shares of the nodes that are prominent in a network without a lead.
const (
	primaryShare   = 0.08
	secondaryShare = 0.25
	primaryLeast   = 3
)

// rankByDegree ranks the nodes of a network without a lead.
func (b *builder) rankByDegree(degree []int) {
	order := make([]int, len(b.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return degree[j] - degree[i] })
	n := float64(len(order))
	for k, i := range order {
		switch {
		case k < max(primaryLeast, int(math.Round(primaryShare*n))) && degree[i] > 1:
			b.Nodes[i].Rank = Primary
		case float64(k) < secondaryShare*n && degree[i] > 1:
			b.Nodes[i].Rank = Secondary
		default:
			b.Nodes[i].Rank = Context
		}
	}
	if b.Root != None {
		b.Nodes[b.Root].Rank = Primary
	}
}
