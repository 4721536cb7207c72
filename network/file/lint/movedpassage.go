package lint

import (
	"proxynet/network/file"
	"proxynet/network/message"
)

// movedPassage finds passages whose words are in another paragraph than their number
// says, such as after a note was added at the top of the article.
func movedPassage(s *search) {
	for _, m := range s.Moved {
		s.found = append(s.found, file.Diagnostic{
			File: s.Name, Line: s.Line(m.ID), ID: m.ID, Rule: s.rule,
			Problem: message.New("its words are in paragraph %d, not %d", m.Stands, m.Said),
			Fix:     message.New("correct the numbers with “check --fix”, or leave “paragraph” out"),
		})
	}
}
