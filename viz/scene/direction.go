package scene

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// RTL reports whether the paragraph that consists of the lines runs from right to left:
// whether its first strong character does, as for dir=auto in HTML (UAX #9, rules P2
// and P3). What is inside an isolate doesn't count. All lines of a paragraph have its
// direction, regardless of their first character.
func RTL(lines ...string) bool {
	isolates := 0
	for _, line := range lines {
		for _, r := range line {
			switch r {
			case '\u2066', '\u2067', '\u2068': // LRI, RLI, FSI
				isolates++
				continue
			case '\u2069': // PDI
				isolates = max(0, isolates-1)
				continue
			}
			if isolates > 0 {
				continue
			}
			if r < utf8.RuneSelf { // most frames draw nothing else
				if 'a' <= r|0x20 && r|0x20 <= 'z' {
					return false
				}
				continue
			}
			p, _ := bidi.LookupRune(r)
			switch p.Class() {
			case bidi.R, bidi.AL:
				return true
			case bidi.L:
				return false
			}
		}
	}
	return false
}
