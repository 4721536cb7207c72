package lint

import (
	"proxynet/network/file"
	"proxynet/network/message"
)

// warnAbout adds a finding about a text of an article, which “accept” identifies by
// some of its words.
func (s *search) warnAbout(a *file.Article, line int, id, text string, problem, mend message.Message) {
	s.found = append(s.found, file.Fault{
		File: a.Name, Line: line, ID: id, Rule: s.rule, Problem: problem, About: text,
		Fix: message.New("%s: {rule: %s, words: %s, why: …}", mend, s.rule, file.Scalar(a.Identifying(text))),
	})
}
