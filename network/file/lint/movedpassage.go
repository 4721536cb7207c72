package lint

import (
	"fmt"

	"proxynet/network/file"
)

// movedPassage finds passages with the number of another paragraph than that in
// which their words stand, such as after a note on top of the article.
func movedPassage(s *search) {
	for _, m := range s.Moved {
		s.found = append(s.found, file.Fault{
			File: s.Name, Line: s.Line(m.ID), ID: m.ID, Rule: s.rule,
			Problem: fmt.Sprintf("its words stand in paragraph %d, not %d", m.Stands, m.Said),
			Mend:    "let “check --fix” write the numbers, or leave “paragraph” out",
		})
	}
}
