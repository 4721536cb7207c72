package question

import (
	"errors"
	"slices"

	"proxynet/network"
)

// WithoutAnswer describes how the chains from the root change when something is
// removed. Lists of nodes are in the network's order.
type WithoutAnswer struct {
	Root    Name    `json:"root"`    // root of the chains
	Removed []Taken `json:"removed"` // whole families and kinds first
	Before  int     `json:"before"`  // nodes that had a chain
	Out     []Name  `json:"out"`     // those of them that were removed
	Lost    []Name  `json:"lost"`    // have none left
	Kept    []Kept  `json:"kept"`    // still have one

	// Weakest are the single points of failure of the rest: nodes without which others
	// lose every chain, those that cut off most first.
	Weakest []Weak `json:"weakest"`
	// Joints are the nodes without which the rest would fall into more parts, by
	// relations of any kind and direction.
	Joints []Name `json:"joints"`
}

// Taken is something removed: a node, a relation, or all relations of a kind or family.
// The other fields are empty.
type Taken struct {
	Node     *Name                `json:"node"`
	Relation *Relation            `json:"relation"`
	Kind     network.RelationKind `json:"kind"`
	Family   network.Family       `json:"family"`
	IDs      []string             `json:"ids"` // the ids to remove from the state to restore it
}

// Kept is a node that keeps a chain.
type Kept struct {
	Node Name `json:"node"`
	// Counted reports whether the fields below were computed. They aren't if too many
	// nodes keep a chain, which would take too long.
	Counted bool  `json:"counted"`
	Before  Count `json:"before"` // chains before the removal
	After   Count `json:"after"`  // chains that remain
	// Apart is the largest number of remaining chains that share no node. CutNodes is a
	// smallest set of nodes that all of them pass; if the root has a relation to the
	// node, CutRelations is a smallest such set of relations instead.
	Apart        int        `json:"apart"`
	CutNodes     []Name     `json:"cutNodes"`
	CutRelations []Relation `json:"cutRelations"`
}

// Count is a number of chains; more than that, if More.
type Count struct {
	N    int  `json:"n"`    // at least 0
	More bool `json:"more"` // the limits of the search were reached
}

// Weak is a single point of failure.
type Weak struct {
	Node Name   `json:"node"` // without it,
	Cuts []Name `json:"cuts"` // the nodes that then have no chain
}

func (v *view) without() (*WithoutAnswer, error) {
	if !v.terms.Chains() {
		return nil, errNoChains
	}
	if v.Root == "" {
		return nil, errors.New("the network names no root for its chains")
	}
	chains := v.shown(v.terms.InChains)
	w, err := network.NewWhatIf(v.Network, chains, v.Root, v.state.Remove)
	if err != nil {
		return nil, err
	}
	before, err := network.NewGraph(v.Network, chains)
	if err != nil {
		return nil, err
	}
	after, err := network.NewGraph(v.Network, v.left(v.terms.InChains))
	if err != nil {
		return nil, err
	}
	a := &WithoutAnswer{
		Root: v.name(v.Root), Removed: v.taken(), Before: len(w.Out) + len(w.Lost) + len(w.Kept),
		Out: v.names(w.Out), Lost: v.names(w.Lost), Kept: []Kept{}, Weakest: []Weak{},
	}
	counted := len(w.Kept)*(len(v.Nodes)+len(v.Relations)) <= mostWork
	for _, id := range w.Kept {
		k := Kept{Node: v.name(id), CutNodes: []Name{}, CutRelations: []Relation{}}
		if counted {
			if err := v.count(&k, before, after); err != nil {
				return nil, err
			}
		}
		a.Kept = append(a.Kept, k)
	}
	weak, err := after.Bottlenecks(v.Root)
	if err != nil {
		return nil, err
	}
	for _, b := range weak {
		if v.index.Nodes[b.ID] != nil {
			a.Weakest = append(a.Weakest, Weak{v.name(b.ID), v.names(b.Cuts)})
		}
	}
	whole, err := network.NewGraph(v.Network, v.left(network.EveryRelation))
	if err != nil {
		return nil, err
	}
	a.Joints = v.names(whole.CutVertices())
	return a, nil
}

// mostWork bounds the counting of chains: the nodes that keep one, times the size
// of the network.
const mostWork = 200_000

// count counts the chains of k before and after the removal.
func (v *view) count(k *Kept, before, after *network.Graph) error {
	id := k.Node.ID
	for g, count := range map[*network.Graph]*Count{before: &k.Before, after: &k.After} {
		chains, err := g.Chains(v.Root, id, network.DefaultChainLimits())
		if err != nil {
			return err
		}
		*count = Count{len(chains.List), chains.More}
	}
	apart, err := after.Independence(v.Root, id)
	if err != nil {
		return err
	}
	k.Counted, k.Apart, k.CutNodes = true, apart.Chains, v.names(apart.Nodes)
	if apart.Direct {
		k.CutRelations = v.answerRelations(apart.Relations)
	}
	return nil
}

// taken groups what is removed: whole families and kinds of relations first.
func (v *view) taken() []Taken {
	all := []Taken{}
	rest := slices.Clone(v.state.Remove)
	left := make(map[string]bool, len(rest)) // ids in rest
	for _, id := range rest {
		left[id] = true
	}
	whole := func(of func(*network.Relation) bool) []string {
		var ids []string
		for i := range v.Relations {
			if r := &v.Relations[i]; of(r) {
				if !left[r.ID] {
					return nil
				}
				ids = append(ids, r.ID)
			}
		}
		if len(ids) < 2 {
			return nil // one relation is answered as itself
		}
		for _, id := range ids {
			delete(left, id)
		}
		rest = slices.DeleteFunc(rest, func(id string) bool { return !left[id] })
		return ids
	}
	for _, f := range v.terms.Families() {
		if ids := whole(func(r *network.Relation) bool { return v.terms.Family(r.Kind) == f }); ids != nil {
			all = append(all, Taken{Family: f, IDs: ids})
		}
	}
	for _, k := range v.terms.RelationKinds() {
		if ids := whole(func(r *network.Relation) bool { return r.Kind == k.Kind }); ids != nil {
			all = append(all, Taken{Kind: k.Kind, IDs: ids})
		}
	}
	for _, id := range rest {
		t := Taken{IDs: []string{id}}
		if v.index.Nodes[id] != nil {
			name := v.name(id)
			t.Node = &name
		} else {
			r := v.answerRelation(id)
			t.Relation = &r
		}
		all = append(all, t)
	}
	return all
}
