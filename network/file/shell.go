package file

import (
	"regexp"
	"strings"

	"proxynet/network/message"
)

// shellSigns are the characters that a shell replaces between double quotation
// marks: $ starts a variable (sh, PowerShell), a backtick a command (sh) or an
// escape (PowerShell), and ! an earlier command (bash, zsh).
const shellSigns = "$`!"

// singleQuotes is the advice for words that a shell has changed.
var singleQuotes = message.New("put the words in single quotation marks, '…', in which sh and PowerShell change nothing; for an apostrophe, write ’")

// takenByShell returns the first of shellSigns that the article has and the words
// lack at the same place; "" for none.
func takenByShell(diff []Edit) string {
	for _, sign := range strings.Split(shellSigns, "") {
		lost := 0 // since the last words that both have
		for _, e := range diff {
			switch e.Op {
			case Add:
				lost += strings.Count(e.Text, sign)
			case Drop:
				lost -= strings.Count(e.Text, sign)
			default:
				if lost > 0 {
					return sign
				}
				lost = 0
			}
		}
		if lost > 0 {
			return sign
		}
	}
	return ""
}

var (
	variableEnd   = regexp.MustCompile(`\$\w+$`)
	variableStart = regexp.MustCompile(`^\$\w`)
)

// isCutByShell reports whether a selection begins or ends inside a word of the
// article at what a shell takes for a variable, as “0,000” does in “$40,000”.
func (s Selection) isCutByShell() bool {
	return variableEnd.MatchString(s.Around[0]) || variableStart.MatchString(s.Around[1])
}
