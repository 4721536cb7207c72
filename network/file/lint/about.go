package lint

import (
	"proxynet/network/file"
	"proxynet/network/message"
)

// warnAbout adds a finding about a text of an article, which “accept” identifies by
// some of its words.
func (s *search) warnAbout(a *file.Article, line int, id, text string, problem, fix message.Message) {
	s.found = append(s.found, file.Diagnostic{
		File: a.Name, Line: line, ID: id, Rule: s.rule, Problem: problem, Fix: fix, About: text,
		FixInFile: message.New("%s: {rule: %s, words: %s, why: …}", fix, s.rule, file.Scalar(a.Identifying(text))),
	})
}
