package network

import (
	"cmp"
	"slices"
)

// Terms holds all terms of a network, built-in and declared, in the order in which
// legends list them.
type Terms struct {
	nodes     []NodeKind
	families  []Family
	relations []RelationTerm
	facts     []FactKind

	node     map[NodeKind]*NodeTerm
	family   map[Family]*FamilyTerm
	relation map[RelationKind]*RelationTerm
	fact     map[FactKind]*FactTerm

	chains bool
}

// BuiltIn holds the terms of a network that declares none.
var BuiltIn = newTerms(&Vocabulary{})

// Terms returns the terms of n. Later changes of n don't affect them.
func (n *Network) Terms() *Terms {
	if n.Vocabulary == nil {
		return BuiltIn
	}
	t := newTerms(n.Vocabulary)
	for i := range n.Relations {
		t.chains = t.chains || t.InChains(&n.Relations[i])
	}
	return t
}

// newTerms returns the terms of v, in the order of v, followed by the built-in ones.
func newTerms(v *Vocabulary) *Terms {
	t := &Terms{relations: slices.Clone(v.Relations), relation: map[RelationKind]*RelationTerm{}}
	t.nodes, t.node = withBuiltIn(v.Nodes, func(n *NodeTerm) NodeKind { return n.Kind }, NodeKinds)
	t.families, t.family = withBuiltIn(v.Families, func(f *FamilyTerm) Family { return f.Family }, Families)
	var types []FactKind
	for _, k := range FactTypes {
		types = append(types, FactKind(k))
	}
	t.facts, t.fact = withBuiltIn(v.Facts, func(f *FactTerm) FactKind { return f.Kind }, types)
	for _, k := range RelationKinds {
		if !slices.ContainsFunc(v.Relations, func(own RelationTerm) bool { return own.Kind == k.Kind }) {
			t.relations = append(t.relations, k)
		}
	}
	for i := range t.relations {
		t.relation[t.relations[i].Kind] = &t.relations[i]
	}
	declares := func(r RelationTerm) bool { return r.Chains }
	t.chains = len(v.Relations) == 0 || v.Chain != nil || slices.ContainsFunc(v.Relations, declares)
	return t
}

// withBuiltIn returns the ids of declared terms, then those of the built-in ones
// that none of them replaces, and the declared terms by their ids.
func withBuiltIn[K comparable, T any](declared []T, id func(*T) K, builtIn []K) ([]K, map[K]*T) {
	var ids []K
	terms := make(map[K]*T, len(declared))
	for i := range declared {
		k := id(&declared[i])
		ids, terms[k] = append(ids, k), &declared[i]
	}
	for _, k := range builtIn {
		if terms[k] == nil {
			ids = append(ids, k)
		}
	}
	return ids, terms
}

// NodeKinds lists the kinds of nodes, in the order in which legends show them.
func (t *Terms) NodeKinds() []NodeKind { return t.nodes }

// Families lists the families of relation kinds, in the order of legends.
func (t *Terms) Families() []Family { return t.families }

// RelationKinds lists the terms of the kinds of relations, in the order of legends.
func (t *Terms) RelationKinds() []RelationTerm { return t.relations }

// RelationKind returns the term of kind k, or nil for an unknown kind.
func (t *Terms) RelationKind(k RelationKind) *RelationTerm { return t.relation[k] }

// Family returns the family of kind k, or "" for an unknown kind.
func (t *Terms) Family(k RelationKind) Family {
	if term := t.relation[k]; term != nil {
		return term.Family
	}
	return ""
}

// FactType returns the type of a kind of fact, or "" for an unknown kind.
func (t *Terms) FactType(k FactKind) FactType {
	if term := t.fact[k]; term != nil {
		return term.Type
	}
	if slices.Contains(FactTypes, FactType(k)) {
		return FactType(k)
	}
	return ""
}

// Chains reports whether the network can have chains: whether it declares no kinds
// of relations, or a kind that forms chains, or a name for chains, or has a relation
// of a built-in kind that forms chains.
func (t *Terms) Chains() bool { return t.chains }

// InChains reports whether r can be a step of a chain: whether it is directed and
// its kind forms chains. A kind forms chains if it places one node above another,
// as command and ownership do. Working for a client, giving arms and membership
// don't.
func (t *Terms) InChains(r *Relation) bool {
	term := t.relation[r.Kind]
	return r.Directed && term != nil && term.Chains
}

// ShapeOf returns the built-in kind with the shape of nodes of kind k.
func (t *Terms) ShapeOf(k NodeKind) NodeKind {
	if term := t.node[k]; term != nil {
		return cmp.Or(shapeOf[term.Shape], term.Like)
	}
	return k
}

// ColourOf returns the built-in kind with the colours of nodes of kind k.
func (t *Terms) ColourOf(k NodeKind) NodeKind {
	if term := t.node[k]; term != nil {
		return cmp.Or(colourOf[term.Colour], term.Like)
	}
	return k
}

// Like returns the built-in family with the look of f, unless its term overrides it.
func (t *Terms) Like(f Family) Family {
	if term := t.family[f]; term != nil {
		return cmp.Or(term.Like, Other)
	}
	return f
}

// FamilyTerm returns the declared family f, or nil for a built-in one.
func (t *Terms) FamilyTerm(f Family) *FamilyTerm { return t.family[f] }

// FactKinds lists the kinds of facts: declared ones, then the types.
func (t *Terms) FactKinds() []FactKind { return t.facts }
