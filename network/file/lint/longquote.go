package lint

import (
	"unicode/utf8"

	"proxynet/network/message"
)

// longestQuote is the usual greatest length of a clause or a sentence, in characters.
// The limit of package file is higher.
const longestQuote = 260

func longQuote(s *search) {
	for _, p := range s.n.Passages {
		if length := utf8.RuneCountInString(p.Selector.Exact); length > longestQuote {
			s.warnAt(s.Name, s.QuoteLine(p.ID), p.ID,
				message.New("the quote has %d characters; a clause or a sentence has at most %d", length, longestQuote),
				message.New("quote only the words that support the claim, or write two passages"))
		}
	}
}
