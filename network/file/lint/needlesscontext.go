package lint

// needlessContext finds prefixes and suffixes that single out nothing. A file
// that is free of them shows where an article repeats itself.
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
		s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID, "the quote stands once without its "+needless, "take the "+needless+" out")
	}
}
