package file

import (
	"unicode"

	"proxynet/network/message"
	"proxynet/network/visible"
)

// badCharacter returns the problem and the fix of a text with a character that a
// network may not contain; see [visible.Refused]. Quotes are verbatim, and may contain
// a few more.
func badCharacter(text string, verbatim bool) (problem, fix message.Message) {
	refused := visible.Refused
	fix = message.New("take it out")
	if verbatim {
		refused = visible.RefusedInQuote
		fix = message.New("quote the words before or after it")
	}
	for _, c := range text {
		switch {
		case !refused(c):
		case c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029':
			return message.New("a line break"), message.New("write it in one line, or fold lines with “>-”")
		case unicode.IsControl(c) || c == '\ufeff':
			return message.New("the control character %U", c), fix
		case visible.Turns(c):
			// They can make a name read as another. Pages isolate names by
			// markup instead.
			return message.New("the text direction control %U", c), fix
		case c == unicode.ReplacementChar:
			return message.New("the replacement character U+FFFD, a trace of a wrong encoding"), message.New("write the character that was lost")
		default:
			return message.New("the invisible character %U", c), fix
		}
	}
	return message.None, message.None
}
