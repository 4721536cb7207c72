package desk

import "unicode/utf8"

// units returns how many UTF-16 code units a text has.
func units(text string) int {
	n := 0
	for _, c := range text {
		n += unitsOf(c)
	}
	return n
}

func unitsOf(c rune) int {
	if c >= 0x10000 {
		return 2
	}
	return 1
}

// byteAt converts a UTF-16 offset to bytes. Offsets inside a character or past the end
// are moved back.
func byteAt(text string, unit int) int {
	at := 0
	for i, c := range text {
		if at += unitsOf(c); at > unit {
			return i
		}
	}
	return len(text)
}

// counter converts byte offsets to UTF-16 offsets. It is fast for ascending offsets.
type counter struct {
	text     string
	at, unit int
}

func (c *counter) unitAt(at int) int {
	at = min(max(at, 0), len(c.text))
	if at < c.at {
		c.at, c.unit = 0, 0
	}
	for c.at < at {
		if b := c.text[c.at]; b < utf8.RuneSelf {
			c.at++
			c.unit++
			continue
		}
		r, size := utf8.DecodeRuneInString(c.text[c.at:])
		c.at += size
		c.unit += unitsOf(r)
	}
	return c.unit
}
