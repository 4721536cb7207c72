package lint

import (
	"fmt"

	"proxynet/network"
)

// duplicateRelation finds relations of one kind, verb and time between the same
// two nodes.
func duplicateRelation(s *search) {
	type claim struct {
		from, to string
		kind     network.RelationKind
		verb     string
		period   string
		past     bool
	}
	first := make(map[claim]string)
	for _, r := range s.n.Relations {
		c := claim{r.From, r.To, r.Kind, r.Verb, "", r.Past}
		if r.Period != nil {
			c.period = r.Period.EDTF
		}
		if !r.Directed && c.to < c.from {
			c.from, c.to = c.to, c.from
		}
		if other, twice := first[c]; twice {
			s.warn(r.ID, fmt.Sprintf("it says the same as %s (line %d)", other, s.Line(other)), "name the passages of both in one of them, and take the other out")
			continue
		}
		first[c] = r.ID
	}
}
