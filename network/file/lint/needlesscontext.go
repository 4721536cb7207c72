package lint

// needlessContext finds prefixes and suffixes of quotes that are unique without them.
func needlessContext(s *search) {
	for _, p := range s.n.Passages {
		a, q := s.articles[p.Source], p.Selector
		if a == nil || q.Prefix == "" && q.Suffix == "" || !a.Once(q.Prefix+q.Exact+q.Suffix) {
			continue
		}
		needless := ""
		switch {
		case a.Once(q.Exact) && q.Prefix != "" && q.Suffix != "":
			needless = "prefix and suffix"
		case q.Prefix != "" && a.Once(q.Exact+q.Suffix):
			needless = "prefix"
		case q.Suffix != "" && a.Once(q.Prefix+q.Exact):
			needless = "suffix"
		default:
			continue
		}
		s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID, "the quote is unique without its "+needless, "remove the "+needless)
	}
}
