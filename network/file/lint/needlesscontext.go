package lint

// needlessContext finds prefixes and suffixes that single out nothing. A file
// that is free of them shows where an article repeats itself.
func needlessContext(s *search) {
	for _, p := range s.n.Passages {
		a, q := s.articles[p.Source], p.Selector
		if a == nil || q.Prefix == "" && q.Suffix == "" || a.Count(q.Prefix+q.Exact+q.Suffix) != 1 {
			continue
		}
		needless := ""
		switch {
		case a.Count(q.Exact) == 1 && q.Prefix != "" && q.Suffix != "":
			needless = "prefix and suffix"
		case q.Prefix != "" && a.Count(q.Exact+q.Suffix) == 1:
			needless = "prefix"
		case q.Suffix != "" && a.Count(q.Prefix+q.Exact) == 1:
			needless = "suffix"
		default:
			continue
		}
		s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID, "the quote stands once without its "+needless, "take the "+needless+" out")
	}
}
