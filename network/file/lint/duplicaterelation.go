package lint

import (
	"slices"

	"proxynet/network"
	"proxynet/network/message"
)

// duplicateRelation finds relations of one kind, verb and time between the same
// two nodes, and relations of one family and time between them that rest on the
// same passage, in the same direction or once in each.
func duplicateRelation(s *search) {
	type times struct {
		period string
		past   bool
	}
	type claim struct {
		from, to string
		kind     network.RelationKind
		verb     string
		times
	}
	type ground struct {
		from, to string // the lesser id first
		family   network.Family
		passage  string
		times
	}
	first := make(map[claim]string)
	rests := make(map[ground]*network.Relation)
	terms := s.n.Terms()
	for i := range s.n.Relations {
		r := &s.n.Relations[i]
		when := times{"", r.Past}
		if r.Period != nil {
			when.period = r.Period.EDTF
		}
		ends := [2]string{min(r.From, r.To), max(r.From, r.To)}
		c := claim{r.From, r.To, r.Kind, r.Verb, when}
		if !r.Directed {
			c.from, c.to = ends[0], ends[1]
		}
		if other, twice := first[c]; twice {
			s.warn(r.ID, message.New("it says the same as %s%s", other, s.lineOf(other)), message.New("name the passages of both in one of them, and take the other out"))
			s.found[len(s.found)-1].With = other
			continue
		}
		first[c] = r.ID
		warned := false
		for _, p := range r.Passages {
			g := ground{ends[0], ends[1], terms.Family(r.Kind), p, when}
			other := rests[g]
			if other == nil {
				rests[g] = r
			} else if !warned && !s.both(p, r, other) {
				warned = true
				problem := message.New("by its passage %s, %s%s relates the same two as well", p, other.ID, s.lineOf(other.ID))
				if other.From != r.From {
					problem = message.New("by its passage %s, %s%s relates the same two the other way round", p, other.ID, s.lineOf(other.ID))
				}
				s.warn(r.ID, problem,
					message.New("keep the one that says what the passage says, or name passages that distinguish the two"))
			}
		}
	}
}

// OnLine is a value of the messages that compare two records: the line of the other one.
var OnLine = message.New(" (line %d)", 0)

// lineOf returns the line of a record as a value of a message.
func (s *search) lineOf(id string) message.Message { return OnLine.With(s.Line(id)) }

// both reports whether a passage may well support two relations of the same
// nodes: if each has another passage besides; if the quote has a word of its own
// for each, such as “captured the capital and are seen as the government”, or for
// one while the other has another passage; or, if their kinds differ, if one has
// another passage or the quote lists things.
func (s *search) both(passage string, a, b *network.Relation) bool {
	quote := s.fold(s.passages()[passage].Selector.Exact)
	restsA, restsB := ownPassage(a, b), ownPassage(b, a)
	saysA, saysB := ownWord(a.Verb, b.Verb, quote), ownWord(b.Verb, a.Verb, quote)
	if (restsA || saysA) && (restsB || saysB) {
		return true
	}
	if a.Kind == b.Kind {
		return false
	}
	return restsA || restsB ||
		a.From == b.From && slices.ContainsFunc(quote, func(w string) bool { return listing[w] })
}

// ownWord reports whether a quote has a word of a verb that another verb lacks.
func ownWord(verb, other string, quote []string) bool {
	others := fold(other)
	return slices.ContainsFunc(fold(verb), func(w string) bool {
		like := func(x string) bool { return sameStem(w, x) }
		return slices.ContainsFunc(quote, like) && !slices.ContainsFunc(others, like)
	})
}

func ownPassage(r, other *network.Relation) bool {
	return slices.ContainsFunc(r.Passages, func(p string) bool { return !slices.Contains(other.Passages, p) })
}

var listing = setOf("and as well or و")
