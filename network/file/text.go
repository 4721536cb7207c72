package file

import (
	"fmt"
	"unicode"

	"proxynet/network/visible"
)

// badCharacter returns the problem and the mend of a text with a character that a
// network may not contain; see [visible.Refused]. Quotes are verbatim, and may contain
// a few more.
func badCharacter(text string, verbatim bool) (problem, mend string) {
	refused := visible.Refused
	mend = "take it out"
	if verbatim {
		refused = visible.RefusedInQuote
		mend = "quote the words before or after it"
	}
	for _, c := range text {
		switch {
		case !refused(c):
		case c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029':
			return "a line break", "write it in one line, or fold lines with “>-”"
		case unicode.IsControl(c) || c == '\ufeff':
			return fmt.Sprintf("the control character %U", c), mend
		case visible.Turns(c):
			// They can make a name read as another. Pages isolate names by
			// markup instead.
			return fmt.Sprintf("the text direction control %U", c), mend
		case c == unicode.ReplacementChar:
			return "the replacement character U+FFFD, a trace of a wrong encoding", "write the character that was lost"
		default:
			return fmt.Sprintf("the character %U, which nobody sees", c), mend
		}
	}
	return "", ""
}
