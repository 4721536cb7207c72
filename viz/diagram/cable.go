package diagram

import "proxynet/network"

// Class is the importance of a line in the picture.
type Class uint8

const (
	Minor Class = iota // an end of it is of rank [Context]
	Main               // between prominent nodes
	Lead               // has a relation of the lead
)

// Cable is the line of all relations between two nodes that no frame shows.
// Its main direction, From to To, is that of its lead relation, or else of the
// first relation of its first group.
type Cable struct {
	From, To  int
	Relations []int // in the network's order
	Groups    []RelationGroup
	Class     Class
	Past      bool // all of its relations are past
}

// RelationGroup is the relations of one family in a cable.
type RelationGroup struct {
	Family    network.Family
	Relations []int
	Lead      bool // one of them is of the lead
	Past      bool // all are past
	Implied   bool // all are implied
	Command   bool // its family is that of command, or looks like it
	Forward   int  // number in the cable's main direction
	Backward  int  // number in the other direction; undirected ones are in neither
}

// cable groups the relations into cables. A relation of a node with itself has
// none.
func (b *builder) cable() {
	for i := range b.CableOf {
		b.CableOf[i] = None
	}
	shown := make([]bool, len(b.CableOf))
	for _, f := range b.Frames {
		for _, r := range f.Relations {
			shown[r] = true
		}
	}
	of := map[[2]int]int{}
	for i := range b.n.Relations {
		from, to := b.ends(i)
		if shown[i] || from == to {
			continue
		}
		key := [2]int{min(from, to), max(from, to)}
		c, ok := of[key]
		if !ok {
			c = len(b.Cables)
			of[key] = c
			b.Cables = append(b.Cables, Cable{From: from, To: to, Past: true})
		}
		b.CableOf[i] = c
		cable := &b.Cables[c]
		cable.Relations = append(cable.Relations, i)
		cable.Past = cable.Past && b.n.Relations[i].Past
	}
	for i := range b.Cables {
		b.twist(&b.Cables[i])
	}
}

// twist sorts the relations of c into groups, and sets its class and direction.
func (b *builder) twist(c *Cable) {
	families := b.terms.Families()
	for _, family := range append(families[:len(families):len(families)], "") { // the last of unknown kinds
		s := RelationGroup{Family: family, Command: b.terms.Like(family) == network.Command, Past: true, Implied: true}
		for _, i := range c.Relations {
			r := &b.n.Relations[i]
			if b.terms.Family(r.Kind) != family {
				continue
			}
			s.Relations = append(s.Relations, i)
			s.Lead = s.Lead || b.lead[i]
			s.Past = s.Past && r.Past
			s.Implied = s.Implied && r.Status == network.Implied
		}
		if s.Relations != nil {
			c.Groups = append(c.Groups, s)
		}
	}
	main := c.Groups[0].Relations[0]
	switch {
	case b.Nodes[c.From].Rank < Context && b.Nodes[c.To].Rank < Context:
		c.Class = Main
	default:
		c.Class = Minor
	}
	for _, s := range c.Groups {
		for _, i := range s.Relations {
			if b.lead[i] && c.Class != Lead {
				main, c.Class = i, Lead
			}
		}
	}
	c.From, c.To = b.ends(main)
	for k := range c.Groups {
		s := &c.Groups[k]
		for _, i := range s.Relations {
			switch from, _ := b.ends(i); {
			case !b.n.Relations[i].Directed:
			case from == c.From:
				s.Forward++
			default:
				s.Backward++
			}
		}
	}
}
