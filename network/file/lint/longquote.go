package lint

import (
	"fmt"
	"unicode/utf8"
)

// longestQuote is how many characters a clause or a sentence has at most. The
// file's own limit, which is higher, is what may be quoted at all.
const longestQuote = 260

func longQuote(s *search) {
	for _, p := range s.n.Passages {
		if length := utf8.RuneCountInString(p.Selector.Exact); length > longestQuote {
			s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID,
				fmt.Sprintf("the quote has %d characters; a clause or a sentence has at most %d", length, longestQuote),
				"quote only the words that bear the claim, or make two passages of it")
		}
	}
}
