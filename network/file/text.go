package file

import (
	"fmt"
	"unicode"
)

// badCharacter tells whether a text holds a character that no reader can see
// or that turns the order of others around, with the mend. Marks that scripts
// need, such as the zero width non-joiner of Persian, pass.
func badCharacter(text string) (problem, mend string) {
	for _, c := range text {
		switch {
		case c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029':
			return "a line break", "write it in one line, or fold lines with “>-”"
		case unicode.IsControl(c) || c == '\ufeff':
			return fmt.Sprintf("the control character %U", c), "take it out"
		case c >= '\u202a' && c <= '\u202e', c >= '\u2066' && c <= '\u2069':
			// Embeddings, overrides and isolates: they can make a name read
			// as another. Pages isolate names by markup instead.
			return fmt.Sprintf("the text direction control %U", c), "take it out"
		case c == unicode.ReplacementChar:
			return "the replacement character U+FFFD, a trace of a wrong encoding", "write the character that was lost"
		}
	}
	return "", ""
}
