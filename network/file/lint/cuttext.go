package lint

import (
	"proxynet/network/file"
	"proxynet/network/message"
)

// cutText finds texts that are cut short by a # that is probably not meant as a
// comment.
func cutText(s *search) {
	for _, c := range s.Cut {
		s.found = append(s.found, file.Diagnostic{
			File: s.Name, Line: c.Line, ID: c.ID, Rule: s.rule,
			Problem:   message.New("its %s is only %q: %q is a comment to YAML", c.Field, c.Text, c.Lost),
			Fix:       message.New("put the text in quotation marks, or write a space after the # if a comment is meant"),
			Corrected: c.Corrected,
		})
	}
}
