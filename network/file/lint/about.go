package lint

import (
	"fmt"

	"proxynet/network/file"
)

// warnAbout adds a finding about a text of an article, which “accept” identifies by
// some of its words.
func (s *search) warnAbout(a *file.Article, line int, id, text, problem, mend string) {
	s.found = append(s.found, file.Fault{
		File: a.Name, Line: line, ID: id, Rule: s.rule, Problem: problem, About: text,
		Mend: fmt.Sprintf("%s: {rule: %s, words: %s, why: …}", mend, s.rule, file.Scalar(a.Identifying(text))),
	})
}
