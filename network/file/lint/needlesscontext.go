package lint

import "proxynet/network/message"

// needlessContext finds prefixes and suffixes of quotes that are unique without them.
func needlessContext(s *search) {
	for _, p := range s.n.Passages {
		a, q := s.articles[p.Source], p.Selector
		if a == nil || q.Prefix == "" && q.Suffix == "" || !a.Once(q.Prefix+q.Exact+q.Suffix) {
			continue
		}
		var problem, fix message.Message
		field := "prefix"
		switch {
		case a.Once(q.Exact) && q.Prefix != "" && q.Suffix != "":
			problem, fix = message.New("the quote is unique without its prefix and suffix"), message.New("remove the prefix and suffix")
		case q.Prefix != "" && a.Once(q.Exact+q.Suffix):
			problem, fix = message.New("the quote is unique without its prefix"), message.New("remove the prefix")
		case q.Suffix != "" && a.Once(q.Prefix+q.Exact):
			problem, fix = message.New("the quote is unique without its suffix"), message.New("remove the suffix")
			field = "suffix"
		default:
			continue
		}
		s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID, problem, fix)
		s.found[len(s.found)-1].Field = field
	}
}
